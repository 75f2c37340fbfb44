import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, figureFen, type Environment } from "./figures.js";
import { pay, sum, type Given, type Input } from "./input.js";
import { cite, fen, flag, type Flag, type Part, type Step } from "./result.js";
import { sayYuan } from "./say.js";
import { share } from "./share.js";

const INPUTS = [
  { name: "endedOn", label: "离职日期", question: "您是哪一天离开单位的？", kind: "date", fact: "endedOn", optional: false },
  { name: "averagePayFen", label: "月平均工资", question: "离职前12个月，平均一个月多少钱？", ...pay, fact: "monthlyPay", optional: false },
  {
    name: "keptMonths",
    label: "遵守了几个月",
    question: "离职以后，您照着竞业限制遵守了几个月（最多24个月）？",
    kind: "count",
    unit: "个月",
    min: 0,
    max: 24,
    decimals: 1,
    optional: false,
  },
  { name: "agreedFen", label: "约定的补偿", question: "合同或协议里写了每个月补偿多少钱吗？没写就不填。", ...pay, optional: true },
  { name: "paidFen", label: "已经付的", question: "单位已经付过多少竞业限制补偿？", ...sum, optional: true },
  { name: "released", label: "单位是否提前解除", question: "限制期还没满，单位自己提出不用再遵守了吗？", kind: "yes-no", optional: true },
] as const satisfies readonly Input[];

/** What the employer owes a worker who kept a non-compete clause. */
export const nonCompete = defineCalculator({ name: "non-compete", title: "竞业限制补偿", version: 1, inputs: INPUTS, work });

interface Monthly {
  readonly monthlyFen: number;
  readonly step: Step;
  readonly flags: readonly Flag[];
}

function work(given: Given<typeof INPUTS>, env: Environment): Worked {
  const { monthlyFen, step, flags } = given.agreedFen === undefined ? byRule(given, env) : byAgreement(given.agreedFen);
  const kept = share(monthlyFen, Math.round(given.keptMonths * 10), 10);
  const extra = given.released === true ? monthlyFen * 3 : 0;
  const paid = given.paidFen ?? 0;
  const amount = Math.max(0, kept - paid) + extra;
  const less = paid > 0 ? `，减去已付${sayYuan(paid)}` : "";
  const parts: Part[] = [{ label: "每月补偿", quantity: fen(monthlyFen) }];
  if (extra > 0) parts.push({ label: "单位提前解除另付的三个月", quantity: fen(extra) });
  return {
    kind: "calculated",
    label: "竞业限制补偿",
    amount: fen(amount),
    formula: `${sayYuan(monthlyFen)} × ${given.keptMonths}个月${less}${extra > 0 ? `，加上3个月${sayYuan(extra)}` : ""} = ${sayYuan(amount)}`,
    steps: [step, ...(extra > 0 ? [released()] : []), threeMonths()],
    parts,
    flags: [
      ...flags,
      ...(given.paidFen === undefined ? [flag("assumes", "按单位一分没付算；付过的要减掉。")] : []),
      flag(
        "excludes",
        "没接触过商业秘密的人，可以请求确认竞业限制不生效（《解释二》第十三条）；限制最长两年（《劳动合同法》第二十四条）。",
      ),
    ],
  };
}

function byRule({ averagePayFen, endedOn }: Given<typeof INPUTS>, env: Environment): Monthly {
  const third = share(averagePayFen, 30, 100);
  const minimum = figureFen(env, "minimum-wage", endedOn);
  const low = minimum !== undefined && third < minimum;
  const step: Step = {
    text: `没有约定补偿的，按离职前12个月平均工资${sayYuan(averagePayFen)}的30%，每月${sayYuan(third)}${low ? `；这低于当地最低工资，按最低工资${sayYuan(minimum)}` : ""}。`,
    basis: cite("劳动争议司法解释一", "第三十六条"),
  };
  if (low) return { monthlyFen: minimum, step, flags: [flag("floor", "30%低于当地最低工资，已经按最低工资托底。")] };
  const flags =
    minimum === undefined ? [flag("floor", `30%要是低于当地最低工资，就按最低工资算，会比这个数多。${askFor("minimum-wage")}。`)] : [];
  return { monthlyFen: third, step, flags };
}

function byAgreement(agreedFen: number): Monthly {
  const text = `约定了补偿的，按约定每月${sayYuan(agreedFen)}。`;
  const flags = [flag("assumes", "约定得太低的，有的地方另有最低标准，请问12333。")];
  return { monthlyFen: agreedFen, step: { text, basis: cite("劳动争议司法解释一", "第三十七条") }, flags };
}

function released(): Step {
  return { text: "限制期没满单位就提出解除的，您可以要求另付三个月的补偿。", basis: cite("劳动争议司法解释一", "第三十九条") };
}

function threeMonths(): Step {
  const text = "约定了补偿、因单位原因三个月没付的，您可以请求解除竞业限制；解除以前还要遵守。";
  return { text, basis: cite("劳动争议司法解释一", "第三十八条") };
}
