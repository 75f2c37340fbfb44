import { partsOf, shiftMonth } from "../reading/calendar-day.js";
import { defineCalculator, type Worked } from "./calculator.js";
import type { Given, Input } from "./input.js";
import { cite, flag, type Flag, type Part, type Step } from "./result.js";

const KINDS = [
  { value: "male", label: "男职工" },
  { value: "female-55", label: "原来55岁退休的女职工（管理、技术岗位）" },
  { value: "female-50", label: "原来50岁退休的女职工（工人岗位）" },
] as const;
type Kind = (typeof KINDS)[number]["value"];

const INPUTS = [
  {
    name: "kind",
    label: "哪一类职工",
    question: "您是男职工，还是原来55岁、50岁退休的女职工？",
    kind: "choice",
    choices: KINDS,
    optional: false,
  },
  { name: "bornOn", label: "出生日期", question: "您是哪年哪月哪日出生的？", kind: "date", optional: false },
  {
    name: "contributedMonths",
    label: "养老保险缴费月数",
    question: "养老保险到现在一共缴了几个月？",
    kind: "count",
    unit: "个月",
    min: 0,
    max: 720,
    optional: true,
  },
] as const satisfies readonly Input[];

/** The month of statutory retirement, the earliest and latest by choice, and the least years of contribution. */
export const retirement = defineCalculator({ name: "retirement", title: "退休年龄", version: 1, inputs: INPUTS, work });

interface Rule {
  readonly age: number;
  /** Every so many months of birth the age rises by one month. */
  readonly every: number;
  readonly mostMonths: number;
}

/** 渐进式延迟法定退休年龄办法 第一条. */
const RULES: Readonly<Record<Kind, Rule>> = {
  male: { age: 60, every: 4, mostMonths: 36 },
  "female-55": { age: 55, every: 4, mostMonths: 36 },
  "female-50": { age: 50, every: 2, mostMonths: 60 },
};
const LAW = "渐进式延迟法定退休年龄办法";

/** Months counted from the year 0, so that they add up. */
const JANUARY_2025 = 2025 * 12;
const FLEXIBLE_MONTHS = 36;

function work({ kind, bornOn, contributedMonths }: Given<typeof INPUTS>): Worked {
  const { age, every, mostMonths } = RULES[kind];
  const { year, month } = partsOf(bornOn);
  const before = year * 12 + month - 1 + age * 12;
  const delay = before < JANUARY_2025 ? 0 : Math.min(mostMonths, Math.floor((before - JANUARY_2025) / every) + 1);
  const due = before + delay;
  const needed = neededMonths(due);
  const said = `${sayAge(age * 12 + delay)}，${sayMonth(due)}`;
  const steps: Step[] = [delayStep(kind, { before, delay, said })];
  if (delay > 0) steps.push({ text: flexibleText(before, due), basis: cite(LAW, "第三条") });
  steps.push({
    text: `${sayMonth(due)}到龄，最低缴费${sayAge(needed).replace("岁", "年")}，才能按月领养老金。`,
    basis: delay > 0 && needed > 180 ? cite(LAW, "第二条") : cite("社会保险法", "第十六条"),
  });
  return {
    kind: "calculated",
    label: "法定退休时间",
    amount: { unit: "month", value: textOf(due) },
    formula: `${sayMonth(year * 12 + month - 1)}出生，原来${age}岁是${sayMonth(before)}，延迟${delay}个月：${said}`,
    steps,
    parts: partsFor({ before, delay, due, needed, contributedMonths }),
    flags: flagsFor({ kind, delay, needed, contributedMonths, due }),
  };
}

/** 第二条: fifteen years, and from 2030 half a year more each year up to twenty. */
function neededMonths(due: number): number {
  const year = Math.floor(due / 12);
  return 180 + Math.min(60, Math.max(0, (year - 2029) * 6));
}

function delayStep(kind: Kind, { before, delay, said }: { before: number; delay: number; said: string }): Step {
  if (delay === 0) return { text: `${sayMonth(before)}已经到龄，在2025年1月以前，不延迟。`, basis: cite(LAW, "第一条") };
  const pace = kind === "female-50" ? "每2个月延迟1个月，最多延到55岁" : `每4个月延迟1个月，最多延到${kind === "male" ? 63 : 58}岁`;
  return { text: `2025年1月起，${pace}；您延迟${delay}个月：${said}。`, basis: cite(LAW, "第一条") };
}

function flexibleText(before: number, due: number): string {
  return `缴费够年限的，可以自愿提前，最早${sayMonth(earliest(before, due))}；到龄以后单位和您商量一致，可以延迟，最晚${sayMonth(due + FLEXIBLE_MONTHS)}。单位不能强迫您选。`;
}

/** At most three years early, and never under the age of old. */
function earliest(before: number, due: number): number {
  return Math.max(before, due - FLEXIBLE_MONTHS);
}

interface Facts {
  readonly before: number;
  readonly delay: number;
  readonly due: number;
  readonly needed: number;
  readonly contributedMonths: number | undefined;
}

function partsFor({ before, delay, due, needed, contributedMonths }: Facts): readonly Part[] {
  const months = (label: string, count: number): Part => ({ label, quantity: { unit: "months", from: count, to: count } });
  const parts: Part[] = [months("延迟", delay)];
  if (delay > 0) {
    parts.push({ label: "自愿提前最早", quantity: { unit: "month", value: textOf(earliest(before, due)) } });
    parts.push({ label: "商量延迟最晚", quantity: { unit: "month", value: textOf(due + FLEXIBLE_MONTHS) } });
  }
  parts.push(months("最低缴费", needed));
  if (contributedMonths !== undefined && contributedMonths < needed) parts.push(months("到现在还差", needed - contributedMonths));
  return parts;
}

function flagsFor({ kind, delay, needed, contributedMonths, due }: Omit<Facts, "before"> & { readonly kind: Kind }): readonly Flag[] {
  const flags: Flag[] = [];
  if (kind !== "male") flags.push(flag("assumes", "女职工按55岁还是50岁，看岗位和人社局认定；拿不准的请打12333问。"));
  if (contributedMonths !== undefined && contributedMonths < needed)
    flags.push(
      flag("excludes", "到龄时年限还不够的，可以按规定延长缴费或者一次性缴费补足（《国务院关于渐进式延迟法定退休年龄的办法》第二条）。"),
    );
  if (delay > 0 && due >= 2030 * 12)
    flags.push(flag("assumes", "最低缴费年限按法定退休那一年算；要提前退休的，提前那年按多少年，请问12333。"));
  return [
    ...flags,
    flag(
      "excludes",
      "井下、高空、高温、特别繁重的活和高海拔地区，符合条件的可以申请提前退休（《国务院关于渐进式延迟法定退休年龄的办法》第八条）。养老金多少，请问12333。",
    ),
  ];
}

function sayAge(months: number): string {
  return `${Math.floor(months / 12)}岁${months % 12 === 0 ? "" : `${months % 12}个月`}`;
}

function sayMonth(count: number): string {
  const { year, month } = monthOf(count);
  return `${year}年${month}月`;
}

function textOf(count: number): string {
  const { year, month } = monthOf(count);
  return `${year}-${String(month).padStart(2, "0")}`;
}

function monthOf(count: number) {
  return shiftMonth(0, 1, count);
}
