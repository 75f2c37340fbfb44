import { addMonths, daysBetween } from "../reading/calendar-day.js";
import { INPUTS, type AnnualLeaveInputs } from "./annual-leave-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import type { Environment } from "./figures.js";
import { cite, fen, flag, refuse, type Flag, type Part, type Step } from "./result.js";
import { sayRange, sayYuan } from "./say.js";
import { share } from "./share.js";

/** Days of paid annual leave in a year, and what is owed for those not taken. */
export const annualLeave = defineCalculator({ name: "annual-leave", title: "年休假天数和没休的工资", version: 1, inputs: INPUTS, work });

/** Whole days at least and at most, before what was taken, and why. */
interface Entitled {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Step[];
  readonly missing?: true;
}

function work(told: AnnualLeaveInputs, env: Environment): Worked {
  const { year, startedOn, endedOn } = told;
  if (year > Number(env.on.slice(0, 4))) return refuse("year", "这一年还没到，请核对。");
  if (Number(startedOn.slice(0, 4)) > year) return refuse("startedOn", "那一年还没进这个单位，请核对。");
  if (endedOn !== undefined && endedOn < startedOn) return refuse("endedOn", "离职日期早于入职日期，请核对。");
  if (endedOn !== undefined && Number(endedOn.slice(0, 4)) < year) return refuse("endedOn", "那一年已经不在这个单位了，请核对。");
  const entitled = entitledDays(told);
  if (entitled.missing === true) return { kind: "missing", names: ["workedBefore"] };
  return result(told, entitled);
}

function entitledDays(told: AnnualLeaveInputs): Entitled {
  const { careerYears, year, startedOn, workedBefore } = told;
  const qualifies = addMonths(startedOn, 12);
  const full = careerYears < 1 ? 0 : careerYears < 10 ? 5 : careerYears < 20 ? 10 : 15;
  const steps: Step[] = [{ text: fullText(full), basis: cite("职工带薪年休假条例", "第三条") }];
  if (full === 0) return { from: 0, to: 0, steps };
  const lost = lostBy(told, full);
  if (lost !== undefined) return { from: 0, to: 0, steps: [...steps, lost] };
  const settled = workedBefore === true || qualifies <= `${year}-01-01`;
  if (!settled && workedBefore === undefined) return { from: 0, to: 0, steps, missing: true };
  if (!settled && qualifies > (told.endedOn ?? `${year}-12-31`)) return { from: 0, to: 0, steps: [...steps, tooSoon()] };
  const most = prorated(told, full, startedOn);
  const least = settled ? most : prorated(told, full, qualifies);
  if (most < full) steps.push(proration(told, full, most));
  if (least < most)
    steps.push({
      text: `年中才连续工作满12个月，从满的那天起折算是${least}天。`,
      basis: cite("企业职工带薪年休假实施办法", "第三条", "第五条"),
    });
  return { from: least, to: most, steps };
}

function fullText(full: number): string {
  if (full === 0) return "累计工作不满1年，还没有年休假。";
  const span = full === 5 ? "满1年不满10年" : full === 10 ? "满10年不满20年" : "满20年";
  return `累计工作${span}，全年年休假${full}天。`;
}

function tooSoon(): Step {
  return { text: "连续工作满12个月才有年休假，那一年还没满。", basis: cite("企业职工带薪年休假实施办法", "第三条") };
}

/** 职工带薪年休假条例 第四条. */
function lostBy({ sickMonths = 0, paidPersonalDays = 0 }: AnnualLeaveInputs, full: number): Step | undefined {
  const basis = cite("职工带薪年休假条例", "第四条");
  const limit = full === 5 ? 2 : full === 10 ? 3 : 4;
  if (sickMonths >= limit) return { text: `那一年病假累计满${limit}个月，不享受当年的年休假。`, basis };
  if (paidPersonalDays >= 20) return { text: "那一年不扣工资的事假累计满20天，不享受当年的年休假。", basis };
  return undefined;
}

/** Calendar days with this employer in the year ÷ 365 × the full days, what is no whole day dropped. */
function prorated({ year, endedOn }: AnnualLeaveInputs, full: number, since: string): number {
  const first = since > `${year}-01-01` ? since : `${year}-01-01`;
  const last = endedOn !== undefined && endedOn < `${year}-12-31` ? endedOn : `${year}-12-31`;
  return Math.min(full, Math.floor((Math.max(0, daysBetween(first, last) + 1) * full) / 365));
}

function proration({ startedOn, endedOn, year }: AnnualLeaveInputs, full: number, days: number): Step {
  const left = endedOn !== undefined && endedOn < `${year}-12-31`;
  const newly = startedOn > `${year}-01-01`;
  const articles = [...(newly ? ["第五条"] : []), ...(left ? ["第十二条"] : [])];
  const text = `那一年不是全年都在这个单位，按在单位的日历天数 ÷ 365 × ${full}天折算，不足1整天的不算：${days}天。`;
  return { text, basis: cite("企业职工带薪年休假实施办法", ...articles) };
}

function result(told: AnnualLeaveInputs, entitled: Entitled): Worked {
  const taken = told.takenDays ?? 0;
  const [least, most] = [left(entitled.from, taken), left(entitled.to, taken)];
  const days: Part[] = [
    { label: "应休", quantity: { unit: "days", from: entitled.from, to: entitled.to } },
    { label: "没休", quantity: { unit: "days", from: least, to: most } },
  ];
  const flags = flagsOf(told, entitled);
  if (told.monthlyPayFen === undefined)
    return {
      kind: "calculated",
      label: "没休的年休假",
      amount: { unit: "days", from: least, to: most },
      formula: `应休${between(entitled.from, entitled.to)}天 − 已休${taken}天`,
      steps: entitled.steps,
      parts: days,
      flags,
    };
  return {
    kind: "calculated",
    ...paid(told, told.monthlyPayFen, { least, most }),
    steps: [...entitled.steps, ...paySteps(told)],
    parts: [...days, ...(told.waived === true ? [] : payParts(told.monthlyPayFen, { least, most }))],
    flags,
  };
}

/** Half days are counted; the two decimals only keep 5 − 2.3 from being 2.7000000000000002. */
function left(days: number, taken: number): number {
  return Math.max(0, Math.round((days - taken) * 100) / 100);
}

interface Unused {
  readonly least: number;
  readonly most: number;
}

/** On top of the normal pay for the days worked; nothing when the worker gave them up in writing (实施办法 第十条). */
function paid({ waived }: AnnualLeaveInputs, payFen: number, { least, most }: Unused) {
  const percent = waived === true ? 0 : 200;
  const [from, to] = [of(payFen, least, percent), of(payFen, most, percent)];
  const formula =
    waived === true
      ? "本人书面不休，只发正常工资，没有另加的：0元"
      : `${sayYuan(payFen)} ÷ 21.75 × ${between(least, most)}天 × 200% = ${sayRange(from, to)}`;
  return { label: "没休年休假，正常工资以外还该付", amount: fen(from, to), formula };
}

function payParts(payFen: number, { least, most }: Unused): readonly Part[] {
  return [{ label: "按300%的总数（里面100%是正常工资）", quantity: fen(of(payFen, least, 300), of(payFen, most, 300)) }];
}

function paySteps({ waived }: AnnualLeaveInputs): readonly Step[] {
  const rate: Step = { text: "日工资 = 前12个月平均月工资（不含加班费）÷ 21.75。", basis: cite("企业职工带薪年休假实施办法", "第十一条") };
  const basis = [...cite("职工带薪年休假条例", "第五条"), ...cite("企业职工带薪年休假实施办法", "第十条")];
  if (waived === true) return [rate, { text: "单位安排了、您因本人原因书面提出不休的，可以只付正常工资。", basis }];
  return [rate, { text: "该休没休的，按日工资的300%付，里面100%是上班时已经发的正常工资，还该另付200%。", basis }];
}

function of(payFen: number, days: number, percent: number): number {
  return share(payFen, Math.round(days * percent), 2175);
}

function between(from: number, to: number): string {
  return from === to ? String(from) : `${from}到${to}`;
}

function flagsOf(told: AnnualLeaveInputs, entitled: Entitled): readonly Flag[] {
  const flags: Flag[] = [];
  if (told.takenDays === undefined) flags.push(flag("assumes", "没有填已休的天数，按一天没休算。"));
  if (entitled.from < entitled.to) flags.push(flag("assumes", "年中才满12个月的，当年怎么折算各地做法不一样，给一个范围。"));
  return [...flags, flag("excludes", "合同、集体合同或单位制度写的天数和钱更多的，按写的（《企业职工带薪年休假实施办法》第十三条）。")];
}
