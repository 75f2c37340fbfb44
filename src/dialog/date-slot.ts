import { addDays } from "../reading/calendar-day.js";
import { bareWords } from "../reading/plain-text.js";
import { readDate, type DateReading } from "../reading/read-date.js";
import { readDuration } from "../reading/read-duration.js";
import { taken, UNUSABLE, type SlotReading } from "./slot-reading.js";

/** Below this a reading of a date is said back before it counts. */
const PLAIN = 0.75;
const DAYS_A_MONTH = 30;
/** Of 有半年了 so many months either way may be meant, and less of a shorter time. */
const ROOM_MAX = 0.5;
/** Further back than any working life reaches. */
const EARLIEST = "1950-01-01";

/** A day that has come; of a longer stretch its first or last day, with the stretch kept beside it. */
export function readDateSlot(text: string, edge: "first" | "last", today: string): SlotReading {
  const reading = readDate(text, today);
  if (reading.kind === "read") return ofDate(reading.value, edge, today);
  return agoSlot(text, today);
}

export function ofDate({ from, until, sure, grain }: DateReading, edge: "first" | "last", today: string): SlotReading {
  if (from > today) return { kind: "unusable", because: "future" };
  if (from < EARLIEST) return { kind: "unusable", because: "absurd" };
  const bounds = from === until ? undefined : { low: from, high: until };
  return taken(edge === "first" ? from : until, bounds, sure < PLAIN || grain === "year" || grain === "part" || grain === "span");
}

/** 有半年了, 三个月没发: a day counted back from today. */
function agoSlot(text: string, today: string): SlotReading {
  const reading = readDuration(text);
  if (reading.kind === "unread") return UNUSABLE;
  if (/[后内]$/u.test(bareWords(text))) return { kind: "unusable", because: "future" };
  const { low, high = low } = reading.value;
  const room = Math.min(ROOM_MAX, low / 4);
  const day = (months: number): string => addDays(today, -Math.round(months * DAYS_A_MONTH));
  return taken(day(high), low === high ? { low: day(high + room), high: day(low - room) } : { low: day(high), high: day(low) }, true);
}

/** 去年十月找过，12月5号又找过: every part of the words must be a day; of a longer stretch its first. */
export function readDatesSlot(text: string, max: number, today: string): SlotReading {
  const parts = text
    .split(/[、，,；;。\n]+|(?:还有|又|和|跟)(?=\S*[\d一二三四五六七八九十去今前昨上])/u)
    .filter((part) => /\S/u.test(part));
  const days: string[] = [];
  for (const part of parts) {
    const reading = readDateSlot(part, "first", today);
    if (reading.kind === "unusable") return reading;
    days.push(String(reading.value));
  }
  const known = [...new Set(days)].sort();
  return known.length === 0 || known.length > max ? UNUSABLE : taken(known);
}

/** A length of time in months. */
export function readDurationSlot(text: string): SlotReading {
  const reading = readDuration(text);
  if (reading.kind === "unread") return UNUSABLE;
  const { low, high = low, sure, years = 0, months = 0, days = 0 } = reading.value;
  const value = Math.round((years * 12 + months + days / DAYS_A_MONTH) * 100) / 100;
  return taken(value, low === high ? undefined : { low, high }, sure < PLAIN);
}
