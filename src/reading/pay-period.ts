import type { Period } from "./say-money.js";

const UNITS = new Map<string, Period>([
  ["小时", "hour"],
  ["钟头", "hour"],
  ["天", "day"],
  ["日", "day"],
  ["工", "day"],
  ["周", "week"],
  ["星期", "week"],
  ["礼拜", "week"],
  ["月", "month"],
  ["年", "year"],
]);
const NAMES = new Map<string, Period>([
  ["时薪", "hour"],
  ["日薪", "day"],
  ["日结", "day"],
  ["周薪", "week"],
  ["底薪", "month"],
  ["年薪", "year"],
  ["年收入", "year"],
]);
const FILLER =
  "(?:基本|生活|工资|工钱|收入|给我|发我|我|能|可以|还|要|也|拿|才|只|就|给|发|付|算|是|按|有|大概|大约|约|差不多|的|费|到手|挣|赚|固定|底|薪|开|为|增发|补贴|补助|扣|交|仅|都|近|快|不到|至少)";
const BEFORE = new RegExp(
  `(?:(?:每人?每?个?|(?<![十百千万几两\\d.])[一1]个?)(小时|钟头|天|日|工|周|星期|礼拜|月|年)|(月)(?:薪|工资|收入)|(日|年)工资|(时薪|日薪|日结|周薪|底薪|年薪|年收入))${FILLER}{0,6}[\\s:]?$`,
);
const AFTER = /^钱?\s?(?:(?:\/人)?\/|每人?每?个?|[一1]个?|个)(小时|钟头|天|日|工|周|星期|礼拜|月|年)(?!多|半|零|没|了|来|前|后|\d)/;

/** The period an amount is paid for, named right before or right after it. */
export function payPeriod(text: string, at: number, end: number): { readonly period: Period | undefined; readonly end: number } {
  const after = AFTER.exec(text.slice(end, end + 12));
  if (after !== null) return { period: UNITS.get(after[1] ?? ""), end: end + after[0].length };
  const before = BEFORE.exec(text.slice(Math.max(0, at - 16), at));
  if (before === null) return { period: undefined, end };
  return { period: UNITS.get(before[1] ?? before[2] ?? before[3] ?? "") ?? NAMES.get(before[4] ?? ""), end };
}
