import { makeDay, partsOf, shiftMonth } from "./calendar-day.js";
import type { DateRule } from "./date-rule.js";
import { DAY_NUMBER, fullYear, MONTH_NUMBER, smallNumber, YEAR, yearNamed, type Groups } from "./date-words.js";
import { between, chooseYear, wholeMonth, wholeYear, type Bearing, type DaySpan } from "./day-span.js";

const TO = "\\s?(?:到|至|~|-|—|、|和|跟)\\s?";

/** Two dates that share what is said once: 三到六月, 3月5到8号, 2018-2019年, 三四月份. */
export const SPAN_RULES: readonly DateRule[] = [
  {
    pattern: new RegExp(
      `${YEAR}?\\s?(?<![\\d.第十])(?<a>${MONTH_NUMBER})月?(?:份)?${TO}(?<b>${MONTH_NUMBER})月(?:份)?(?![\\d初底末中上下]|[一二三四五六七八九十廿]{1,3}[号日])`,
      "g",
    ),
    resolve: months,
  },
  {
    pattern: new RegExp(`${YEAR}?\\s?(?<![\\d一二三四五六七八九十])(?<a>[一二三四五六七八九])(?<b>[二三四五六七八九])月份?`, "g"),
    resolve: neighbours,
  },
  {
    pattern: new RegExp(
      `${YEAR}?\\s?(?<![\\d.第十])(?<month>${MONTH_NUMBER})月(?<a>${DAY_NUMBER})[号日]?${TO}(?<b>${DAY_NUMBER})[号日]`,
      "g",
    ),
    resolve: days,
  },
  { pattern: /(?<![\d.])(?<a>(?:19|20)?\d{2})年?\s?(?:到|至|~|-|—)\s?(?<b>(?:19|20)?\d{2})年(?!\d{1,2}月)/g, resolve: years },
];

function months(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const [a, b] = [smallNumber(groups["a"]), smallNumber(groups["b"])];
  const inYear = (year: number): DaySpan | undefined => {
    const first = a <= b ? { year, month: a } : shiftMonth(year, a, -12);
    return between(wholeMonth(first.year, first.month)?.from, wholeMonth(year, b)?.until, "span");
  };
  const year = yearNamed(groups, bearing.today);
  if (year !== undefined) return inYear(a <= b ? year : year + 1);
  // A span that is over by now is meant before one that has only begun.
  const begun = (each: number): DaySpan | undefined =>
    (makeDay(each, b, 1) ?? "") <= bearing.bound || bearing.look === "ahead" ? inYear(each) : undefined;
  return chooseYear(bearing, begun);
}

/** 三四月份, never 五三月. */
function neighbours(groups: Groups, bearing: Bearing): DaySpan | undefined {
  return smallNumber(groups["b"]) === smallNumber(groups["a"]) + 1 ? months(groups, bearing) : undefined;
}

function days(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const [month, a, b] = [smallNumber(groups["month"]), smallNumber(groups["a"]), smallNumber(groups["b"])];
  const inYear = (year: number): DaySpan | undefined => between(makeDay(year, month, a), makeDay(year, month, b), "span");
  const year = yearNamed(groups, bearing.today);
  return year === undefined ? chooseYear(bearing, inYear) : inYear(year);
}

function years({ a, b }: Groups, bearing: Bearing): DaySpan | undefined {
  const now = partsOf(bearing.today).year;
  const full = (text: string | undefined): number => (Number(text) >= 100 ? Number(text) : fullYear(Number(text), now));
  return between(wholeYear(full(a))?.from, wholeYear(full(b))?.until, "span");
}
