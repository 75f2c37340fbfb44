import { readAmount } from "../../../src/reading/read-amount.js";
import { readDate } from "../../../src/reading/read-date.js";
import { readDuration } from "../../../src/reading/read-duration.js";
import { TODAY } from "../../reading/cases/date-cases.js";
import { dayNumber, type Answer } from "./judge.js";

export function ourAmount(words: string): Answer {
  const reading = readAmount(words);
  const [first] = reading.kind === "read" ? reading.value : [];
  if (first === undefined) return undefined;
  const { fen, low = fen, high = low } = first;
  return { low: low / 100, high: high / 100 };
}

export function ourDuration(words: string): Answer {
  const reading = readDuration(words);
  return reading.kind === "unread" ? undefined : { low: reading.value.low, high: reading.value.high ?? reading.value.low };
}

export function ourDate(words: string): Answer {
  const reading = readDate(words, TODAY);
  return reading.kind === "unread" ? undefined : { low: dayNumber(reading.value.from), high: dayNumber(reading.value.until) + 1 };
}
