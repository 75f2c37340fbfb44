import type { WorkCalendar } from "../calendar.js";
import { beijingDay } from "../clock.js";
import type { Region } from "../content/library.js";
import type { Pause } from "./case.js";

/** How many working days each step may take. From the region's file; `promised`: confirmed, so that people may be told. */
export interface Clocks {
  /** Until somebody has taken it. */
  readonly take: number;
  /** From taking to the follow-up. */
  readonly finish: number;
  /** From finishing to the follow-up call. */
  readonly followUp: number;
  readonly promised: boolean;
}

/** The region's clocks; nothing when it has set none. */
export function clocksOf({ clocks }: Pick<Region, "clocks">): { readonly clocks?: Clocks } {
  if (clocks === undefined) return {};
  const { verify, ...days } = clocks;
  return { clocks: { ...days, promised: !verify } };
}

const DAY_MS = 86_400_000;
/** 15 working days are never further off than this; a calendar that knows no working day must end somewhere. */
const LOOK_AHEAD_DAYS = 400;

/**
 * The Beijing day on which so many working days have passed after the day of `from`, not counting days that lie wholly
 * within a pause. The days on which a pause begins and ends count, so that a pause never lengthens a clock by more than
 * it lasted. `undefined` while a pause lasts, and where the calendar does not know a day on the way: then nothing is promised.
 */
export function dueDay(
  from: number,
  workdays: number,
  clock: { readonly calendar: WorkCalendar; readonly pauses: readonly Pause[] },
): string | undefined {
  const { calendar, pauses } = clock;
  if (pauses.some(({ until }) => until === undefined)) return undefined;
  const stood = pauses.map(({ from: began, until = began }) => ({ after: beijingDay(began), before: beijingDay(until) }));
  let left = workdays;
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const day = beijingDay(from + ahead * DAY_MS);
    const works = calendar.isWorkday(day);
    if (works === undefined) return undefined;
    if (!works || stood.some(({ after, before }) => after < day && day < before)) continue;
    left -= 1;
    if (left <= 0) return day;
  }
  return undefined;
}

/** The last millisecond of a Beijing day. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}

/** As `dueDay`, as the instant at which the day ends. */
export function dueAt(
  from: number,
  workdays: number,
  clock: { readonly calendar: WorkCalendar; readonly pauses: readonly Pause[] },
): number | undefined {
  const day = dueDay(from, workdays, clock);
  return day === undefined ? undefined : endOfDay(day);
}

export type DueBadge = "overdue" | "today" | "soon" | "later" | "none";

/** How near the due time is. `soon`: within the next two days of the calendar. */
export function dueBadge(due: number | undefined, now: number): DueBadge {
  if (due === undefined) return "none";
  if (due < now) return "overdue";
  if (beijingDay(due) === beijingDay(now)) return "today";
  return due - now <= DUE_SOON_MS ? "soon" : "later";
}

/** What is due within this is shown under 快超时. */
export const DUE_SOON_MS = 2 * DAY_MS;
