import { addDays, addMonths } from "../reading/calendar-day.js";
import { INPUTS, type ProbationInputs } from "./probation-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, figureFen, type Environment } from "./figures.js";
import { cite, fen, flag, refuse, type Basis, type Flag, type Part, type Step } from "./result.js";
import { sayRange, sayYuan } from "./say.js";
import { share } from "./share.js";
import { spanPay } from "./span-pay.js";

/** The longest lawful probation, the least pay in it, and the damages for what was too long. */
export const probation = defineCalculator({
  name: "probation",
  title: "试用期上限、工资和违法试用期赔偿",
  version: 1,
  inputs: INPUTS,
  work,
});

interface Limit {
  readonly months: number;
  readonly why: string;
  readonly basis: readonly Basis[];
}

function work(given: ProbationInputs, env: Environment): Worked {
  const limit = limitOf(given);
  if (limit === undefined) return { kind: "missing", names: ["contractMonths"] };
  if (given.startedOn !== undefined && given.servedUntil !== undefined && given.servedUntil < given.startedOn)
    return refuse("servedUntil", "这一天早于入职日期，请核对。");
  const damages = damagesOf(given, limit.months);
  const wages = wagesOf(given, env);
  const tooLong = given.agreedMonths !== undefined && given.agreedMonths > limit.months;
  return {
    kind: "calculated",
    label: "试用期最长",
    amount: { unit: "months", from: limit.months, to: limit.months },
    formula: `${limit.why}${tooLong ? `；约定了${given.agreedMonths}个月，多了${(given.agreedMonths ?? 0) - limit.months}个月` : ""}`,
    steps: [{ text: `${limit.why}。`, basis: limit.basis }, ...damages.steps, ...wages.steps],
    parts: [...damages.parts, ...wages.parts],
    flags: [...damages.flags, ...wages.flags],
  };
}

function limitOf({ term, contractMonths, second }: ProbationInputs): Limit | undefined {
  const basis = cite("劳动合同法", "第十九条");
  if (second === true) return { months: 0, why: "同一个单位对同一个人只能约定一次试用期", basis };
  switch (term) {
    case "open":
      return { months: 6, why: "无固定期限合同，试用期最长6个月", basis };
    case "task":
      return { months: 0, why: "以完成一项任务为期限的合同，不能约定试用期", basis };
    case "part-time":
      return { months: 0, why: "非全日制用工，不能约定试用期", basis: cite("劳动合同法", "第七十条") };
    case "only":
      return { months: 0, why: "只约定了试用期的，试用期不成立，这段时间就是合同期", basis };
    case "fixed":
      return contractMonths === undefined ? undefined : { ...fixedLimit(contractMonths), basis };
  }
}

function fixedLimit(months: number): Omit<Limit, "basis"> {
  if (months < 3) return { months: 0, why: "合同不满三个月，不能约定试用期" };
  if (months < 12) return { months: 1, why: "合同满三个月不满一年，试用期最长1个月" };
  if (months < 36) return { months: 2, why: "合同满一年不满三年，试用期最长2个月" };
  return { months: 6, why: "合同三年以上，试用期最长6个月" };
}

interface Share {
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  readonly flags: readonly Flag[];
}

const NOTHING: Share = { steps: [], parts: [], flags: [] };

/** 劳动合同法 第八十三条: for the time served beyond the limit, at the pay after probation. */
function damagesOf(given: ProbationInputs, max: number): Share {
  const { fullPayFen, agreedMonths, startedOn, servedUntil, term } = given;
  if (fullPayFen === undefined || term === "only") return NOTHING;
  const owed = startedOn === undefined || servedUntil === undefined ? unknownDays(given, max) : served(given, max);
  if (owed === undefined || owed.to === 0) return NOTHING;
  return {
    steps: [
      {
        text: `超过上限、已经按试用期干了的时间，按转正后的月工资${sayYuan(fullPayFen)}付赔偿金：${sayRange(owed.from, owed.to)}。`,
        basis: cite("劳动合同法", "第八十三条"),
      },
    ],
    parts: [{ label: "违法试用期赔偿金", quantity: fen(owed.from, owed.to) }],
    flags:
      owed.from === owed.to
        ? []
        : [
            flag(
              "assumes",
              agreedMonths === undefined || servedUntil !== undefined
                ? "零头的几天按上班天数算，给的是范围。"
                : "要看超过上限以后实际干了多久，所以给一个范围。",
            ),
          ],
  };
}

function unknownDays({ agreedMonths, fullPayFen = 0 }: ProbationInputs, max: number) {
  return agreedMonths === undefined || agreedMonths <= max ? undefined : { from: 0, to: (agreedMonths - max) * fullPayFen };
}

function served({ agreedMonths, fullPayFen = 0, startedOn = "", servedUntil = "" }: ProbationInputs, max: number) {
  const first = addMonths(startedOn, max);
  const end = agreedMonths === undefined ? servedUntil : addDays(addMonths(startedOn, agreedMonths), -1);
  const last = end < servedUntil ? end : servedUntil;
  return last < first ? undefined : spanPay({ monthlyFen: fullPayFen, first, last });
}

/** 劳动合同法 第二十条: 80 % of the agreed pay, and the local minimum. */
function wagesOf({ fullPayFen, probationPayFen, startedOn }: ProbationInputs, env: Environment): Share {
  if (fullPayFen === undefined) return NOTHING;
  const eighty = share(fullPayFen, 80, 100);
  const minimum = figureFen(env, "minimum-wage", startedOn ?? env.on);
  const floor = Math.max(eighty, minimum ?? 0);
  const short = probationPayFen === undefined ? 0 : floor - probationPayFen;
  const parts: Part[] = [{ label: "试用期月工资最少", quantity: fen(floor) }];
  if (short > 0) parts.push({ label: "试用期每月少发", quantity: fen(short) });
  const raised = minimum !== undefined && minimum > eighty ? `；这低于当地最低工资，按最低工资${sayYuan(minimum)}` : "";
  return {
    steps: [
      {
        text: `试用期工资不能低于约定工资${sayYuan(fullPayFen)}的80%，即${sayYuan(eighty)}${raised}。`,
        basis: [...cite("劳动合同法", "第二十条"), ...cite("劳动合同法实施条例", "第十五条")],
      },
    ],
    parts,
    flags: [
      flag("assumes", "同岗位最低一档工资的80%也是一条线，单位可能拿它来说；两条都低于的，一定不合法。"),
      ...(minimum === undefined ? [flag("floor", `试用期工资还不能低于当地最低工资。${askFor("minimum-wage")}。`)] : []),
    ],
  };
}
