import days from "chinese-days";

/** Working days with holidays and 调休. `undefined`: the year's list is not known, so nothing may be promised. */
export interface WorkCalendar {
  isWorkday(day: string): boolean | undefined;
}

/**
 * Years whose holidays and 调休 the chinese-days package holds: the State Council announces each year's list in the
 * autumn before. The package silently takes any other year for an ordinary one, so outside these nothing is known.
 */
export const CALENDAR_YEARS = { first: 2004, last: 2026 } as const;

export const workCalendar: WorkCalendar = {
  isWorkday(day) {
    const year = Number(day.slice(0, 4));
    return year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last ? days.isWorkday(day) : undefined;
  },
};

/** Days until the calendar ends, to warn the operator in time. */
export function calendarDaysLeft(today: string): number {
  const end = Date.UTC(CALENDAR_YEARS.last + 1, 0, 1);
  return Math.floor((end - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}
