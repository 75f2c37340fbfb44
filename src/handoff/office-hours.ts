import type { Region } from "../content/library.js";

export interface OfficeTime {
  /** Beijing day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Minutes since midnight in Beijing. */
  readonly minute: number;
  /** `undefined`: the year's list of holidays is not known. */
  readonly isWorkday: boolean | undefined;
}

/** Whether somebody is there now. `unknown`: the hours or the year's holidays are unconfirmed, so nothing is promised. */
export type OfficeState = "open" | "closed" | "unknown";

export function officeState(hours: Region["hours"], time: OfficeTime): OfficeState {
  if (hours.verify || time.isWorkday === undefined) return "unknown";
  if (!time.isWorkday) return "closed";
  const within = hours.workdays.some(({ from, to }) => minutes(from) <= time.minute && time.minute < minutes(to));
  return within ? "open" : "closed";
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
