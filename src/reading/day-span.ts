import { addDays, daysInMonth, makeDay, partsOf, shiftMonth } from "./calendar-day.js";

/** How fine the words were. `part` is a piece of a month or year (月底, 上半年); `span` has two ends that were said. */
export type Grain = "day" | "week" | "part" | "month" | "year" | "span";

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
  readonly grain: Grain;
  readonly sure: number;
}

/**
 * Where a date without its year or month is looked for: the latest that has begun by `bound`, or the earliest
 * that has not ended before it.
 */
export interface Bearing {
  readonly today: string;
  readonly bound: string;
  readonly look: "back" | "ahead";
}

const STEPS_MAX = 10;

/** The nearest year in which `inYear` gives days that suit. */
export function chooseYear(bearing: Bearing, inYear: (year: number) => DaySpan | undefined): DaySpan | undefined {
  const { year } = partsOf(bearing.bound);
  return choose(bearing, (step) => inYear(bearing.look === "back" ? year - step : year - 1 + step));
}

/** The nearest month in which `inMonth` gives days that suit. */
export function chooseMonth(bearing: Bearing, inMonth: (year: number, month: number) => DaySpan | undefined): DaySpan | undefined {
  const { year, month } = partsOf(bearing.bound);
  return choose(bearing, (step) => {
    const at = shiftMonth(year, month, bearing.look === "back" ? -step : step);
    return inMonth(at.year, at.month);
  });
}

function choose({ bound, look }: Bearing, at: (step: number) => DaySpan | undefined): DaySpan | undefined {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const found = at(step);
    if (found !== undefined && (look === "back" ? found.from <= bound : found.until >= bound)) return found;
  }
  return undefined;
}

export function oneDay(day: string | undefined, sure = 1): DaySpan | undefined {
  return day === undefined ? undefined : { from: day, until: day, grain: "day", sure };
}

export function wholeMonth(year: number, month: number): DaySpan | undefined {
  return between(makeDay(year, month, 1), makeDay(year, month, daysInMonth(year, month)), "month");
}

export function wholeYear(year: number): DaySpan | undefined {
  return between(makeDay(year, 1, 1), makeDay(year, 12, 31), "year");
}

/** Undefined when an end is no day or comes too early. */
export function between(from: string | undefined, until: string | undefined, grain: Grain, sure = 1): DaySpan | undefined {
  return from === undefined || until === undefined || until < from ? undefined : { from, until, grain, sure };
}

/** So many days right before or right after. */
export function beside({ from, until }: DaySpan, side: "before" | "after", count: number): DaySpan {
  return side === "before"
    ? { from: addDays(from, -count), until: addDays(from, -1), grain: "part", sure: 0.5 }
    : { from: addDays(until, 1), until: addDays(until, count), grain: "part", sure: 0.5 };
}
