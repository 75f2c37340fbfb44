import { readNumberAt } from "./chinese-number.js";
import { partsOf } from "./calendar-day.js";

/** A way to say a day or days: a pattern with named groups, and what it comes to. */
export type Groups = Readonly<Record<string, string | undefined>>;

export const YEAR =
  "(?:(?<year>(?:19|20)\\d{2}|\\d{2}|[一二][零〇九][零〇一二三四五六七八九]{2}|[零〇一二九八][零〇一二三四五六七八九])年(?:度|的)?|(?<relativeYear>大前年|前年|去年|上一?年|今年|本年|明年|后年)(?:的|度)?)";
export const DAY_NUMBER = "3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|二十|廿[一二三四五六七八九]?|卅|[一二三四五六七八九]";
export const MONTH_NUMBER = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元]";

const RELATIVE_YEARS = new Map([
  ["大前年", -3],
  ["前年", -2],
  ["去年", -1],
  ["上年", -1],
  ["上一年", -1],
  ["今年", 0],
  ["本年", 0],
  ["明年", 1],
  ["后年", 2],
]);

/** 1 to 31 in figures or in Chinese; 元 is the first. */
export function smallNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  return text === "元" ? 1 : (readNumberAt(text, 0)?.low ?? 0);
}

/** The year named in the groups of YEAR: undefined when there is none. 24年 is 2024, 98年 is 1998. */
export function yearNamed({ year, relativeYear }: Groups, today: string): number | undefined {
  const now = partsOf(today).year;
  if (relativeYear !== undefined) return now + (RELATIVE_YEARS.get(relativeYear) ?? 0);
  if (year === undefined) return undefined;
  const figures = [...year].map((sign) => Math.max("〇一二三四五六七八九".indexOf(sign), 0)).join("");
  const value = Number(/^\d+$/.test(year) ? year : figures);
  return value >= 100 ? value : fullYear(value, now);
}

/** Two figures of a year: the century that puts it no later than next year; before 1950 it was none, as in 还差23年. */
export function fullYear(value: number, now: number): number {
  const century = Math.floor(now / 100) * 100;
  const full = century + value > now + 1 ? century - 100 + value : century + value;
  return full < 1950 ? value : full;
}
