import { addDays } from "./calendar-day.js";

/**
 * Lunar years as GB/T 33661-2017 (农历的编算和颁行) gives them: new year's day, the month after which the leap month stands
 * (0: none), and each month's length, 1 for 30 days and 0 for 29, the leap month in its place. Not taken from ICU, whose
 * own calculation has 2027 and 2030 begin on the wrong day.
 */
const YEARS: readonly (readonly [newYear: string, leap: number, lengths: string])[] = [
  ["2015-02-19", 0, "010010111010"],
  ["2016-02-08", 0, "101001011011"],
  ["2017-01-28", 6, "0101001010111"],
  ["2018-02-16", 0, "010100101011"],
  ["2019-02-05", 0, "101010010011"],
  ["2020-01-25", 4, "0111010010101"],
  ["2021-02-12", 0, "011010101010"],
  ["2022-02-01", 0, "101011010101"],
  ["2023-01-22", 2, "0100110110101"],
  ["2024-02-10", 0, "010010110110"],
  ["2025-01-29", 6, "1010010101110"],
  ["2026-02-17", 0, "101001001110"],
  ["2027-02-06", 0, "110100100110"],
  ["2028-01-26", 5, "1110100100110"],
  ["2029-02-13", 0, "110101010011"],
  ["2030-02-03", 0, "010110101010"],
  ["2031-01-23", 3, "0110101101010"],
  ["2032-02-11", 0, "100101101101"],
  ["2033-01-31", 11, "0100101011101"],
  ["2034-02-19", 0, "010010101101"],
  ["2035-02-08", 0, "101001001101"],
];
const FIRST_YEAR = 2015;

export interface LunarMonth {
  readonly first: string;
  readonly last: string;
}

/** Month 1 (正月) to 12 (腊月) of the lunar year that begins in that year; the leap month of a number is left out. */
export function lunarMonth(year: number, month: number): LunarMonth | undefined {
  const [newYear, leap = 0, lengths = ""] = YEARS[year - FIRST_YEAR] ?? [];
  if (newYear === undefined || month < 1 || month > 12) return undefined;
  const place = leap !== 0 && month > leap ? month : month - 1;
  const before = [...lengths.slice(0, place)].reduce((sum, sign) => sum + lengthOf(sign), 0);
  const first = addDays(newYear, before);
  return { first, last: addDays(first, lengthOf(lengths[place]) - 1) };
}

/** The day with that lunar date, or undefined when the month is shorter or the year is not in the table. */
export function lunarDay(year: number, month: number, day: number): string | undefined {
  const found = lunarMonth(year, month);
  const there = found === undefined ? undefined : addDays(found.first, day - 1);
  return found !== undefined && there !== undefined && day >= 1 && there <= found.last ? there : undefined;
}

/** The lunar year a day falls in: January may still belong to the year before. */
export function lunarYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const before = lunarMonth(year - 1, 12);
  return before !== undefined && day <= before.last ? year - 1 : year;
}

function lengthOf(sign: string | undefined): number {
  return sign === "1" ? 30 : 29;
}
