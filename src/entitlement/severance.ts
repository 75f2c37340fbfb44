import { defineCalculator, type Worked } from "./calculator.js";
import type { Environment } from "./figures.js";
import { pay, type Given, type Input } from "./input.js";
import { cite, fen, flag, refuse, type Flag, type Part, type Step } from "./result.js";
import { sayDay, sayRange, sayYuan } from "./say.js";
import { halfMonthsOwed, lengthOf, sayLength } from "./service-length.js";
import { severanceBase, type SeveranceBase } from "./severance-base.js";
import { groundOf, GROUNDS, type Ground } from "./severance-grounds.js";
import { share } from "./share.js";

const INPUTS = [
  { name: "ground", label: "怎么离开的", question: "您是怎么离开单位的？", kind: "choice", choices: GROUNDS, optional: false },
  { name: "startedOn", label: "入职日期", question: "您是哪一天到这个单位上班的？", kind: "date", fact: "startedOn", optional: false },
  { name: "endedOn", label: "离职日期", question: "您最后一天是哪一天？", kind: "date", fact: "endedOn", optional: false },
  {
    name: "averagePayFen",
    label: "月平均工资",
    question: "离职前12个月，平均一个月应发多少钱（奖金、补贴都算，没干满12个月的按实际月数平均）？",
    ...pay,
    fact: "monthlyPay",
    optional: false,
  },
  { name: "noticeGiven", label: "有没有提前30天书面通知", question: "单位有没有提前30天书面通知您？", kind: "yes-no", optional: true },
  { name: "lastMonthPayFen", label: "上一个月的工资", question: "离职前的上一个月，工资是多少？", ...pay, optional: true },
  { name: "pastRetirement", label: "是否过了退休年龄", question: "您当时过了法定退休年龄吗？", kind: "yes-no", optional: true },
] as const satisfies readonly Input[];

/** 劳动合同法 took effect: service before it gives 经济补偿 by the rules of its time only (第九十七条第三款). */
const LAW_FROM = "2008-01-01";

/** 经济补偿 (N), 代通知金 (+1) and 赔偿金 (2N). */
export const severance = defineCalculator({ name: "severance", title: "经济补偿、代通知金和赔偿金", version: 1, inputs: INPUTS, work });

function work(given: Given<typeof INPUTS>, env: Environment): Worked {
  if (given.endedOn < given.startedOn) return refuse("endedOn", "离职日期早于入职日期，请核对。");
  if (given.endedOn < LAW_FROM) return earlierLaw();
  if (given.pastRetirement === true) return pastRetirement();
  const ground = groundOf(given.ground);
  if (given.ground === "notice" && given.noticeGiven !== true && given.lastMonthPayFen === undefined)
    return { kind: "missing", names: given.noticeGiven === undefined ? ["noticeGiven", "lastMonthPayFen"] : ["lastMonthPayFen"] };
  return owed(given, ground, severanceBase(given.averagePayFen, given.endedOn, env));
}

function owed(given: Given<typeof INPUTS>, ground: Ground, base: SeveranceBase): Worked {
  const [since, whole] = [given.startedOn < LAW_FROM ? LAW_FROM : given.startedOn, given.startedOn];
  const once = countFrom(since, given.endedOn, base);
  const twice = countFrom(whole, given.endedOn, base);
  const single = share(base.baseFen, once, 2);
  const double = share(base.baseFen, twice, 2) * 2;
  const notice = noticePay(given);
  const byTimes = { 0: 0, 1: single, 2: double };
  const [from, to] = [byTimes[ground.least] + notice.from, byTimes[ground.most] + notice.to];
  return {
    kind: "calculated",
    label: labelOf(ground, notice.to),
    amount: fen(from, to),
    formula: formulaOf(ground, { base, once, twice, single, double, from, to }),
    steps: [
      { text: ground.why, basis: ground.basis },
      ...(ground.most === 0 ? [] : [...base.steps, ...yearSteps(given, ground, { once, twice })]),
      ...notice.steps,
    ],
    parts: [
      ...(ground.most > 0 && ground.least < 2 ? [part("经济补偿", single)] : []),
      ...(ground.most === 2 ? [part("赔偿金", double)] : []),
      ...notice.parts,
    ],
    flags:
      ground.most === 0
        ? [flag("excludes", "要是单位欠薪、没缴社保、压低条件等逼您走的，请选“被迫走”再算。")]
        : [...base.flags, ...flagsOf(given, ground)],
  };
}

function countFrom(first: string, last: string, base: SeveranceBase): number {
  return Math.min(halfMonthsOwed(lengthOf(first, last)), base.halvesMax ?? Infinity);
}

function part(label: string, amount: number): Part {
  return { label, quantity: fen(amount) };
}

function labelOf(ground: Ground, notice: number): string {
  if (ground.most === 0) return "经济补偿";
  if (ground.least !== ground.most) return "经济补偿或赔偿金";
  if (ground.most === 2) return "违法解除赔偿金（2N）";
  return notice > 0 ? "经济补偿加代通知金（N+1）" : "经济补偿（N）";
}

interface Sums {
  readonly base: SeveranceBase;
  readonly once: number;
  readonly twice: number;
  readonly single: number;
  readonly double: number;
  readonly from: number;
  readonly to: number;
}

function formulaOf(ground: Ground, { base, once, twice, single, double, from, to }: Sums): string {
  const month = sayYuan(base.baseFen);
  const n = `${month} × ${once / 2}个月 = ${sayYuan(single)}`;
  const two = `${month} × ${twice / 2}个月 × 2 = ${sayYuan(double)}`;
  if (ground.most === 0) return "没有法定的经济补偿：0元";
  if (ground.least === 2) return two;
  if (ground.most === 2) return `最少${ground.least === 0 ? "0元" : n}；最多${two}`;
  if (to === single) return n;
  return `${n}；加上一个月工资，共${sayRange(from, to)}`;
}

function yearSteps(given: Given<typeof INPUTS>, ground: Ground, counts: { once: number; twice: number }): readonly Step[] {
  const length = sayLength(lengthOf(given.startedOn, given.endedOn));
  const rule = "每满一年算一个月，满6个月不满一年的算一个月，不满6个月的算半个月";
  const steps: Step[] = [];
  if (ground.most > 0 && ground.least < 2) {
    const split =
      given.startedOn < LAW_FROM
        ? `2008年1月1日起的工作年限，到${sayDay(given.endedOn)}`
        : `${sayDay(given.startedOn)}到${sayDay(given.endedOn)}，一共${length}`;
    steps.push({
      text: `${split}：${rule}，算${counts.once / 2}个月。`,
      basis: cite("劳动合同法", ...(given.startedOn < LAW_FROM ? ["第四十七条", "第九十七条"] : ["第四十七条"])),
    });
  }
  if (ground.most === 2) {
    const text = `赔偿金的年限从用工那天起算，一共${length}：算${counts.twice / 2}个月，再乘2；付了赔偿金就不再付经济补偿。`;
    steps.push({ text, basis: [...cite("劳动合同法", "第四十七条", "第八十七条"), ...cite("劳动合同法实施条例", "第二十五条")] });
  }
  return steps;
}

function noticePay({ ground, noticeGiven, lastMonthPayFen = 0 }: Given<typeof INPUTS>) {
  if (ground !== "notice" || noticeGiven === true) return { from: 0, to: 0, steps: [], parts: [] };
  const text = `单位没提前30天书面通知的，另付一个月工资，按上一个月的工资${sayYuan(lastMonthPayFen)}算。`;
  const from = noticeGiven === false ? lastMonthPayFen : 0;
  return {
    from,
    to: lastMonthPayFen,
    steps: [{ text, basis: [...cite("劳动合同法", "第四十条"), ...cite("劳动合同法实施条例", "第二十条")] }],
    parts: [{ label: "代通知金", quantity: fen(from, lastMonthPayFen) }],
  };
}

function flagsOf(given: Given<typeof INPUTS>, ground: Ground): readonly Flag[] {
  const flags: Flag[] = [flag("excludes", "没算进来：拖欠的工资、加班费、没休的年休假工资，这些另外算。")];
  if (given.startedOn < LAW_FROM && ground.least < 2)
    flags.push(flag("excludes", "2008年以前的那一段，经济补偿按当时的规定另算，没算进来，请打12333或到人社局问。"));
  if (lengthOf(given.startedOn, given.endedOn).days <= 1)
    flags.push(flag("assumes", "年限正好卡在整月上，差一天就可能差半个月，请核对入职和最后一天。"));
  return flags;
}

function earlierLaw(): Worked {
  const say = "2008年以前离开单位的，按当时的规定算，这里没有收。请打12333或到人社局问。";
  return { kind: "withheld", reason: "earlier-law", say, basis: cite("劳动合同法", "第九十七条", "第九十八条") };
}

function pastRetirement(): Worked {
  const say =
    "过了退休年龄以后被辞退，有没有经济补偿，要看有没有领养老金、怎么约定的，各地裁判不一样，不好替您算。2026年7月1日起的超龄规定保障工资、休息、安全和工伤，没有写经济补偿。请问12348法律援助或到工会来问。";
  return { kind: "withheld", reason: "unsettled", say, basis: cite("超龄劳动者基本权益保障暂行规定", "第五条", "第八条") };
}
