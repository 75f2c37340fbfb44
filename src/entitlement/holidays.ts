import { addDays, daysBetween, weekday } from "../reading/calendar-day.js";
import { FESTIVALS } from "../reading/festival-days.js";
import { lunarDay } from "../reading/lunar-calendar.js";

/** From this year 除夕 is a statutory holiday and 劳动节 has two days (全国年节及纪念日放假办法 第二条, 2024年修订). */
export const THIRTEEN_DAYS_FROM = 2025;

/** The statutory holidays of a year, or undefined for a year whose lunar calendar is not held here (before 2015, after 2035). */
export function statutoryHolidays(year: number): readonly string[] | undefined {
  const newYear = lunarDay(year, 1, 1);
  const clear = FESTIVALS.get("清明")?.(year)?.from;
  const [boat, moon] = [lunarDay(year, 5, 5), lunarDay(year, 8, 15)];
  if (newYear === undefined || clear === undefined || boat === undefined || moon === undefined) return undefined;
  const spring = year >= THIRTEEN_DAYS_FROM ? run(addDays(newYear, -1), 4) : run(newYear, 3);
  const labour = run(`${year}-05-01`, year >= THIRTEEN_DAYS_FROM ? 2 : 1);
  return [`${year}-01-01`, ...spring, clear, ...labour, boat, moon, ...run(`${year}-10-01`, 3)].sort();
}

/** The statutory holidays from one day to another, or undefined when a year among them is not known. */
export function holidaysBetween(first: string, last: string): readonly string[] | undefined {
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, index) => Number(first.slice(0, 4)) + index,
  );
  const lists = years.map(statutoryHolidays);
  return lists.includes(undefined) ? undefined : lists.flatMap((days) => days ?? []).filter((day) => first <= day && day <= last);
}

/**
 * The last day up to this one on which an office is surely open: no weekend, none of the days that the yearly notices have
 * ever joined to a holiday. Earlier than needed now and then, never later.
 */
export function openDayUpTo(day: string): string {
  let open = day;
  while (mayBeClosed(open)) open = addDays(open, -1);
  return open;
}

function mayBeClosed(day: string): boolean {
  if (weekday(day) > 5) return true;
  const year = Number(day.slice(0, 4));
  const newYear = lunarDay(year, 1, 1);
  const inSpring = newYear !== undefined && within(daysBetween(newYear, day), -3, 9);
  const inLabour = within(daysBetween(`${year}-05-01`, day), -3, 5);
  const inOctober = within(daysBetween(`${year}-10-01`, day), -3, 8);
  return inSpring || inLabour || inOctober || [year, year + 1].some((one) => nearSingle(day, one));
}

/** 元旦, 清明, 端午 and 中秋 make a break of up to three days. */
function nearSingle(day: string, year: number): boolean {
  const days = [`${year}-01-01`, FESTIVALS.get("清明")?.(year)?.from, lunarDay(year, 5, 5), lunarDay(year, 8, 15)];
  return days.some((one) => one !== undefined && within(daysBetween(one, day), -2, 2));
}

function within(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}

function run(first: string, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => addDays(first, index));
}
