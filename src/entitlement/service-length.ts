import { addDays, addMonths, daysBetween } from "../reading/calendar-day.js";

export interface Length {
  readonly months: number;
  /** Days beyond the whole months. */
  readonly days: number;
}

/** From the first day to the last, both worked: 2024-03-01 to 2024-03-31 is one month. */
export function lengthOf(first: string, last: string): Length {
  const end = addDays(last, 1);
  let months = Math.max(
    0,
    (Number(end.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(first.slice(5, 7)),
  );
  while (months > 0 && addMonths(first, months) > end) months -= 1;
  return { months, days: Math.max(0, daysBetween(addMonths(first, months), end)) };
}

/**
 * Half months of 经济补偿 for a length of service: each full year two, six months or more two, less than six months one
 * (劳动合同法 第四十七条).
 */
export function halfMonthsOwed({ months, days }: Length): number {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest === 0 && days === 0) return years * 2;
  return years * 2 + (rest >= 6 ? 2 : 1);
}

/** 3年2个月零5天. */
export function sayLength({ months, days }: Length): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [years > 0 ? `${years}年` : "", rest > 0 ? `${rest}个月` : "", days > 0 ? `${months > 0 ? "零" : ""}${days}天` : ""];
  return parts.join("") || "0天";
}
