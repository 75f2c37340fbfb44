import { daysInMonth, makeDay, partsOf, shiftMonth } from "./calendar-day.js";
import type { DateRule } from "./date-rule.js";
import { DAY_NUMBER, fullYear, MONTH_NUMBER, smallNumber, YEAR, yearNamed, type Groups } from "./date-words.js";
import { between, chooseMonth, chooseYear, oneDay, wholeMonth, wholeYear, type Bearing, type DaySpan } from "./day-span.js";

const RELATIVE_MONTHS = new Map([
  ["上上", -2],
  ["上", -1],
  ["这", 0],
  ["本", 0],
  ["当", 0],
  ["下", 1],
]);
/** First and last day; 31 stands for the month's end. */
const MONTH_PARTS = new Map<string, readonly [number, number]>([
  ["初", [1, 7]],
  ["头", [1, 7]],
  ["中", [11, 20]],
  ["底", [25, 31]],
  ["末", [25, 31]],
  ["尾", [25, 31]],
  ["上旬", [1, 10]],
  ["中旬", [11, 20]],
  ["下旬", [21, 31]],
  ["上半月", [1, 15]],
  ["下半月", [16, 31]],
]);
/** First and last month, counted from January; 13 and 14 are in the next year. */
const YEAR_PARTS = new Map<string, readonly [number, number]>([
  ["初", [1, 2]],
  ["中", [6, 7]],
  ["底", [12, 12]],
  ["末", [12, 12]],
  ["尾", [12, 12]],
  ["上半年", [1, 6]],
  ["下半年", [7, 12]],
  ["春", [3, 5]],
  ["夏", [6, 8]],
  ["秋", [9, 11]],
  ["冬", [12, 14]],
]);
const MONTH_PART = "(?<monthPart>上旬|中旬|下旬|上半月|下半月|初|头|中(?![午介])|底|末|尾)";
const YEAR_PART =
  "(?<yearPart>上半年|下半年|年?[初底末尾]|年中(?!秋)|春(?:天|季)|夏(?:天|季)|秋(?:天|季)|冬(?:天|季)|(?<quarter>第?[一二三四1-4])(?:个)?季度)";
const DAY = `(?<day>${DAY_NUMBER})(?:号|日(?!薪|结|工资))`;
/** 12月28, without 号: not when the figures go on or count something. */
const BARE_DAY = "(?<bareDay>3[01]|[12]\\d|0?[1-9])(?![\\d.个天元块万千百人%年月多kKwW]|\\s?[-到至]\\s?\\d{1,2}(?:号|日))";
const RELATIVE_MONTH = "(?<relativeMonth>上上|上|这|本|当|下)(?:一?个)?月";
const MONTH = `(?:(?<![\\d.第个十一二三四五六七八九几两])(?<month>${MONTH_NUMBER})月(?:份|的)?|${RELATIVE_MONTH}(?:份|的)?)`;

/** 干了14年 is a length of time. */
const NOT_COUNTED = "(?<![\\d.了过共满有近快约第差缴交买历合干做]|工作|已经|长达|一共|不到|超过)";

export const CALENDAR_RULES: readonly DateRule[] = [
  { pattern: new RegExp(`${YEAR}?\\s?${MONTH}\\s?(?:${DAY}|${BARE_DAY}|${MONTH_PART})?`, "g"), resolve: monthDate },
  { pattern: new RegExp(`${NOT_COUNTED}${YEAR}(?!的?(?:工龄|教龄|经验|社保|养老)|以上|多)\\s?${YEAR_PART}?`, "g"), resolve: yearDate },
  {
    pattern: new RegExp(`(?<![\\d一二三四五六七八九十半几多去今前明后新每]|基本)(?:${YEAR_PART.replaceAll("年?[初", "年[初")})`, "g"),
    resolve: yearDate,
  },
  {
    pattern: new RegExp(`(?<![\\d.月每]|提前|超过)(?![一二三四五六七八九]日)${DAY}(?!内|之内|以内|通知|线|楼|店|院|公交|文|令|公告)`, "g"),
    resolve: ({ day }, bearing) => chooseMonth(bearing, (year, month) => dayOrPart({ day }, year, month)),
  },
  {
    pattern: /(?<![\d一二三四五六七八九十个本上这下当腊正冬元])月(?<monthPart>初|底|末|中(?!旬))/g,
    resolve: (groups, bearing) => chooseMonth(bearing, (year, month) => dayOrPart(groups, year, month)),
  },
  {
    pattern: /(?<![\d.-])(?<y>(?:19|20)\d{2})(?<sep>[-/.])(?<m>1[0-2]|0?[1-9])(?:\k<sep>(?<d>3[01]|[12]\d|0?[1-9]))?(?![\d.-])/g,
    resolve: figuresDate,
  },
  { pattern: /(?<![\d.-])(?<y>\d{2})(?<sep>[-/.])(?<m>1[0-2]|0?[1-9])\k<sep>(?<d>3[01]|[12]\d|0?[1-9])(?![\d.-])/g, resolve: figuresDate },
  { pattern: /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])(?!\d)/g, resolve: figuresDate },
];

function monthDate(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const { month, relativeMonth } = groups;
  if (relativeMonth !== undefined) {
    const now = partsOf(bearing.today);
    const at = shiftMonth(now.year, now.month, RELATIVE_MONTHS.get(relativeMonth) ?? 0);
    return dayOrPart(groups, at.year, at.month);
  }
  const number = smallNumber(month);
  const year = yearNamed(groups, bearing.today);
  return year === undefined ? chooseYear(bearing, (each) => dayOrPart(groups, each, number)) : dayOrPart(groups, year, number);
}

function dayOrPart({ day, bareDay, monthPart }: Groups, year: number, month: number): DaySpan | undefined {
  const date = day ?? bareDay;
  if (date !== undefined) return oneDay(makeDay(year, month, smallNumber(date)));
  const [first, last] = MONTH_PARTS.get(monthPart ?? "") ?? [];
  if (first === undefined || last === undefined) return wholeMonth(year, month);
  return between(makeDay(year, month, first), makeDay(year, month, Math.min(last, daysInMonth(year, month))), "part", 0.7);
}

function yearDate(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const year = yearNamed(groups, bearing.today);
  return year === undefined ? chooseYear(bearing, (each) => partOfYear(groups, each)) : partOfYear(groups, year);
}

function partOfYear({ yearPart, quarter }: Groups, year: number): DaySpan | undefined {
  if (yearPart === undefined) return wholeYear(year);
  const number = smallNumber(quarter?.replace("第", ""));
  const name = yearPart.endsWith("半年") ? yearPart : yearPart.replace(/[年天季]/g, "");
  const [first, last] = number > 0 ? [number * 3 - 2, number * 3] : (YEAR_PARTS.get(name) ?? []);
  if (first === undefined || last === undefined) return undefined;
  const end = shiftMonth(year, 1, last - 1);
  const exact = number > 0 || yearPart.endsWith("半年");
  return between(makeDay(year, first, 1), makeDay(end.year, end.month, daysInMonth(end.year, end.month)), "part", exact ? 1 : 0.6);
}

/** 2024-03-05, 2024/3, 24.3.5, 20240305. */
function figuresDate({ y, m, d }: Groups, bearing: Bearing): DaySpan | undefined {
  const value = Number(y);
  const year = value >= 100 ? value : fullYear(value, partsOf(bearing.today).year);
  return d === undefined ? wholeMonth(year, Number(m)) : oneDay(makeDay(year, Number(m), Number(d)));
}
