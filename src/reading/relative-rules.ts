import { addDays, addMonths, partsOf, weekday } from "./calendar-day.js";
import type { DateRule } from "./date-rule.js";
import type { Groups } from "./date-words.js";
import { between, oneDay, wholeMonth, wholeYear, type Bearing, type DaySpan } from "./day-span.js";
import { readDuration } from "./read-duration.js";

/** Days from today, first and last, and how sure. */
const DAY_WORDS = new Map<string, readonly [first: number, last: number, sure: number]>([
  ["今天", [0, 0, 1]],
  ["今日", [0, 0, 1]],
  ["今早", [0, 0, 1]],
  ["今晚", [0, 0, 1]],
  ["今儿", [0, 0, 1]],
  ["昨天", [-1, -1, 1]],
  ["昨日", [-1, -1, 1]],
  ["昨晚", [-1, -1, 1]],
  ["昨儿", [-1, -1, 1]],
  ["前天", [-2, -2, 1]],
  ["前日", [-2, -2, 1]],
  ["前晚", [-2, -2, 1]],
  ["大前天", [-3, -3, 1]],
  ["明天", [1, 1, 1]],
  ["明日", [1, 1, 1]],
  ["后天", [2, 2, 1]],
  ["大后天", [3, 3, 1]],
  ["前两天", [-3, -1, 0.6]],
  ["前几天", [-7, -2, 0.5]],
  ["这两天", [-2, 0, 0.6]],
  ["这几天", [-5, 0, 0.5]],
  ["前阵子", [-60, -7, 0.3]],
  ["前段时间", [-60, -7, 0.3]],
  ["前一段时间", [-60, -7, 0.3]],
  ["前些日子", [-30, -3, 0.3]],
]);
const WEEKS = new Map([
  ["上上", -1],
  ["上", -1],
  ["这", 0],
  ["本", 0],
  ["下", 1],
]);
const WEEKDAYS = "一二三四五六日天末";
const WEEK = "(?:周|星期|礼拜)";
const LENGTH =
  "(?<![\\d.一二两三四五六七八九十百几])(?<length>[\\d.一二两俩三仨四五六七八九十百几半大好]{1,6}(?:个?多?来?半?(?:年|月|星期|礼拜|周|天)|个多月|个半月)(?:半|多|零[一二两三四五六七八九\\d]{1,2}个月)?)";

export const RELATIVE_RULES: readonly DateRule[] = [
  { pattern: new RegExp(`(?<word>${[...DAY_WORDS.keys()].sort((a, b) => b.length - a.length).join("|")})`, "g"), resolve: dayWord },
  {
    pattern: new RegExp(`(?<which>上上|上|这|本|下)(?:一?个)?${WEEK}(?<day>[一二三四五六日天末](?![天次个])|(?!\\d))?`, "g"),
    resolve: ofWeek,
  },
  {
    pattern: new RegExp(
      `(?<![一二两三四五六七八九十几\\d每个上这本下至到-])(?!周天)${WEEK}(?<day>[一二三四五六日天])(?![天次个倍年家]|至|到|-)`,
      "g",
    ),
    resolve: lastWeekday,
  },
  { pattern: new RegExp(`${LENGTH}(?:之前|以前|前(?!后|面))`, "g"), resolve: ago },
  { pattern: new RegExp(`(?:最近|近|过去|这|之前的?)(?:这)?${LENGTH}(?!前)`, "g"), resolve: recent },
];

function dayWord({ word }: Groups, { today }: Bearing): DaySpan | undefined {
  const [first, last, sure] = DAY_WORDS.get(word ?? "") ?? [];
  if (first === undefined || last === undefined) return undefined;
  return first === last ? oneDay(addDays(today, first), sure) : between(addDays(today, first), addDays(today, last), "part", sure);
}

/** Weeks begin on Monday. */
function ofWeek({ which = "", day }: Groups, { today }: Bearing): DaySpan | undefined {
  const weeks = which === "上上" ? -2 : (WEEKS.get(which) ?? 0);
  const monday = addDays(today, 1 - weekday(today) + weeks * 7);
  if (day === undefined || day === "") return between(monday, addDays(monday, 6), "week");
  if (day === "末") return between(addDays(monday, 5), addDays(monday, 6), "part");
  return oneDay(addDays(monday, Math.min(WEEKDAYS.indexOf(day), 6)));
}

function lastWeekday({ day = "" }: Groups, { today }: Bearing): DaySpan | undefined {
  const back = (weekday(today) - 1 - Math.min(WEEKDAYS.indexOf(day), 6) + 7) % 7;
  return oneDay(addDays(today, -back), 0.8);
}

/** 三天前 is a day, 两个月前 that month, 三年前 that year. */
function ago({ length = "" }: Groups, { today }: Bearing): DaySpan | undefined {
  const found = readDuration(length);
  if (found.kind === "unread") return undefined;
  const { years = 0, months = 0, days = 0, low, high = low, sure } = found.value;
  if (low !== high) return between(back(today, high), back(today, low), "part", Math.min(sure, 0.5));
  const middle = addDays(addMonths(today, -(years * 12 + Math.floor(months))), -days - Math.round((months % 1) * 30));
  if (years === 0 && months === 0) return days < 7 ? oneDay(middle) : between(addDays(middle, -2), addDays(middle, 2), "part", 0.7);
  const at = partsOf(middle);
  const about = years > 0 && months === 0 ? wholeYear(at.year) : wholeMonth(at.year, at.month);
  return about === undefined ? undefined : { ...about, sure: 0.5 };
}

function recent({ length = "" }: Groups, { today }: Bearing): DaySpan | undefined {
  const found = readDuration(length);
  if (found.kind === "unread") return undefined;
  return between(back(today, found.value.low), today, "span", Math.min(found.value.sure, 0.8));
}

function back(today: string, months: number): string {
  return addDays(addMonths(today, -Math.floor(months)), -Math.round((months % 1) * 30));
}
