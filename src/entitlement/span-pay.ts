import { addDays, addMonths, daysBetween, weekday } from "../reading/calendar-day.js";
import { lengthOf } from "./service-length.js";
import { dailyPay } from "./share.js";

export interface SpanPay {
  readonly months: number;
  /** Calendar days beyond the whole months. */
  readonly restDays: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  readonly monthlyFen: number;
  readonly first: string;
  readonly last: string;
  /** Days worked in the part beyond whole months, when the person knows. */
  readonly workedDays?: number | undefined;
}

/**
 * Pay for the days from first to last, by month; what is over by working days at month ÷ 21.75, never more than a month.
 * Not knowing the days worked there, from a five-day week to every day.
 */
export function spanPay({ monthlyFen, first, last, workedDays }: Span): SpanPay {
  const { months, days } = lengthOf(first, last);
  const rest = addMonths(first, months);
  const whole = monthlyFen * months;
  const part = (count: number): number => whole + Math.min(monthlyFen, dailyPay(monthlyFen, count));
  if (days === 0) return { months, restDays: 0, from: whole, to: whole };
  if (workedDays !== undefined) return { months, restDays: days, from: part(workedDays), to: part(workedDays) };
  return { months, restDays: days, from: part(weekdaysFrom(rest, last)), to: part(days) };
}

function weekdaysFrom(first: string, last: string): number {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
  return days.filter((day) => weekday(day) <= 5).length;
}
