import { daysInMonth } from "../../../src/reading/calendar-day.js";

/** `2025`, `2025-08`, `2025-08-20` or `first..last` as `first..last`; `-` stays. */
export function daysOf(expected: string): string {
  if (expected === "-" || expected.includes("..")) return expected;
  const [year = "", month, day] = expected.split("-");
  if (month === undefined) return `${year}-01-01..${year}-12-31`;
  return day === undefined ? `${expected}-01..${expected}-${daysInMonth(Number(year), Number(month))}` : `${expected}..${expected}`;
}
