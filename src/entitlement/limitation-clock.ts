import { addDays, addMonths, daysBetween } from "../reading/calendar-day.js";
import { openDayUpTo } from "./holidays.js";

export interface Period {
  /** The day the period runs from. */
  readonly anchor: string;
  readonly months: number;
  /** Claims, complaints and admissions, any order. */
  readonly interruptions: readonly string[];
  /** Whether they can be proved; only then does the cautious reading count them. */
  readonly proven: boolean;
  /** Days on which nothing could be done. The cautious reading does not count on them. */
  readonly suspended?: { readonly from: string; readonly until: string } | undefined;
}

export interface Clock {
  /** The last day on which an office is surely open, by the strictest reading. */
  readonly safe: string;
  /** The last day by the strictest reading, open or not. */
  readonly strict: string;
  /** The last day that may be argued for with every interruption and suspension. */
  readonly arguable: string;
}

/**
 * 保守算法: the period ends the day before its anniversary; only proven interruptions count; a suspension does not; and
 * that the end may move past a weekend or holiday is not relied upon. Never later than any reasonable reading.
 */
export function limitationClock(period: Period): Clock {
  const dates = [...period.interruptions].sort();
  const cautious = period.proven ? restart(period, dates, -1) : period.anchor;
  const strict = addDays(addMonths(cautious, period.months), -1);
  const hopeful = restart(period, dates, 0);
  return { strict, safe: openDayUpTo(strict), arguable: later(strict, suspend(period, hopeful)) };
}

/** The last interruption of the chain: each counts only while the period from the one before still runs. */
function restart({ anchor, months }: Period, dates: readonly string[], slack: number): string {
  return dates.reduce((from, day) => (day > from && day <= addDays(addMonths(from, months), slack) ? day : from), anchor);
}

function suspend({ months, suspended }: Period, from: string): string {
  const end = addMonths(from, months);
  if (suspended === undefined || suspended.from > end || suspended.until < from) return end;
  const begun = later(from, suspended.from);
  return addDays(end, daysBetween(begun, suspended.until) + 1);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
