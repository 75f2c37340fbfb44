import { addDays, addMonths } from "../reading/calendar-day.js";
import type { ToldFacts } from "./told.js";

const DAYS_A_MONTH = 30;
/** 三年两个月 leaves half a month on either side. */
const ROOM_DAYS = 15;

/** 干了三年两个月 tells when it began, counted back from the last day or today; read back before it counts. */
export function withStart(told: ToldFacts, today: string): ToldFacts {
  const { workedMonths, startedOn, endedOn } = told;
  if (workedMonths === undefined || startedOn !== undefined || typeof workedMonths.value !== "number") return told;
  const { value, bounds, from } = workedMonths;
  const last = typeof endedOn?.value === "string" ? endedOn.value : today;
  const back = (months: number): string => addDays(addMonths(last, -Math.floor(months)), 1 - Math.round((months % 1) * DAYS_A_MONTH));
  const [low, high] = [back(Number(bounds?.high ?? value)), back(Number(bounds?.low ?? value))];
  const room = { low: addDays(low, -ROOM_DAYS), high: high > addDays(last, -ROOM_DAYS) ? last : addDays(high, ROOM_DAYS) };
  return { ...told, startedOn: { value: back(value), from, bounds: room, doubtful: true } };
}
