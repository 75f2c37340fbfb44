import { daysInMonth, partsOf } from "./calendar-day.js";
import type { DaySpan } from "./day-span.js";

/** 我理解的是：2025年8月，对吗？ or, of a part: 我理解的是：2025年8月25日到8月31日，对吗？ */
export function readBackDates({ from, until, grain }: Pick<DaySpan, "from" | "until" | "grain">): string {
  return `我理解的是：${spoken(from, until, grain)}，对吗？`;
}

function spoken(from: string, until: string, grain: DaySpan["grain"]): string {
  const { year, month } = partsOf(from);
  if (from === until) return fullDay(from);
  if (grain === "year") return `${year}年`;
  if (grain === "month" && from.endsWith("-01")) return `${year}年${month}月`;
  const end = partsOf(until);
  const wholeMonths = from.endsWith("-01") && end.day === daysInMonth(end.year, end.month);
  if (grain === "span" && wholeMonths) return `${year}年${month}月到${end.year === year ? "" : `${end.year}年`}${end.month}月`;
  return `${fullDay(from)}到${end.year === year ? `${end.month}月${end.day}日` : fullDay(until)}`;
}

function fullDay(text: string): string {
  const { year, month, day } = partsOf(text);
  return `${year}年${month}月${day}日`;
}

/** 2025年8月, 2025年8月3日, or from one day to another. */
export function sayDays(from: string, until: string): string {
  const begin = partsOf(from);
  const end = partsOf(until);
  if (from.endsWith("-01-01") && until === `${begin.year}-12-31`) return `${begin.year}年`;
  const month =
    from.endsWith("-01") && begin.year === end.year && begin.month === end.month && end.day === daysInMonth(end.year, end.month);
  return spoken(from, until, month ? "month" : "span");
}
