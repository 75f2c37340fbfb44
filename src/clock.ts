/** Milliseconds since 1970. The only place that asks the machine for the time of day. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

const BEIJING_MS = 8 * 3_600_000;

/** The Beijing day, `YYYY-MM-DD`. China has kept UTC+8 without summer time since 1992. */
export function beijingDay(ms: number): string {
  return new Date(ms + BEIJING_MS).toISOString().slice(0, 10);
}

/** Minutes since midnight in Beijing. */
export function beijingMinute(ms: number): number {
  return Math.floor((ms + BEIJING_MS) / 60_000) % 1440;
}
