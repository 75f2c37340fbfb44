import { beijingDay, beijingMinute } from "../clock.js";

/** 2026-03-02 09:05, in Beijing. */
export function beijingTime(ms: number): string {
  const minute = beijingMinute(ms);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${beijingDay(ms)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
