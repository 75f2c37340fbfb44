import type { SlotFile } from "../content/schema/slot.js";
import { partsOf } from "../reading/calendar-day.js";
import { bareWords, isQuestion } from "../reading/plain-text.js";
import { readNumberRangeAt } from "../reading/number-range.js";
import { readDate } from "../reading/read-date.js";
import { readDuration, type Duration } from "../reading/read-duration.js";
import { afterFigures, spokenText } from "../reading/spoken-text.js";
import { taken, UNUSABLE, type SlotReading } from "./slot-reading.js";

type NumberSlot = Extract<SlotFile, { readonly type: "number" }>;

/** A `min` from here on means which year, not how many. */
const CALENDAR_FROM = 1900;
const NOTHING =
  /^(?:一个|一天|一小时|都|也|还|从来|一直|根本)?(?:没有?|无|零|冇|木有|没得)(?:过|了|加班|加过|休|休过|上班|上过班|干过|领过)?$/u;
/** 每天两小时 is no total. */
const RATE = /每|天天|(?<![十百\d])一[天日周]\D?[\d一二两三四五六七八九十]/u;
const IN_ALL = /一(?:共|起|直|般)/gu;
const ASKS = /多少|几倍|几天假/u;
const DAYS_A_MONTH = 30;

/** How many hours, days, months or years in all: 三个半小时, 三年 as 36 months, 没有; or which year: 去年. */
export function readNumberSlot(text: string, slot: NumberSlot, today: string): SlotReading {
  if (isQuestion(text) || ASKS.test(text)) return UNUSABLE;
  if (slot.min >= CALENDAR_FROM) return readYear(text, slot, today);
  if (slot.min === 0 && NOTHING.test(bareWords(text))) return taken(0);
  if (RATE.test(text)) return { kind: "unusable", because: "other-period" };
  const duration = ["天", "个月", "年"].includes(slot.unit) ? readDuration(text) : undefined;
  if (duration?.kind === "read") return ofDuration(duration.value, slot);
  return readFigure(spokenText(text).replace(IN_ALL, ""), slot);
}

function readYear(text: string, { min, max }: NumberSlot, today: string): SlotReading {
  const digits = /^(?:20)?(\d{2})年?度?$/u.exec(bareWords(text))?.[1];
  const reading = digits === undefined ? readDate(text, today) : undefined;
  const year = digits === undefined ? (reading?.kind === "read" ? partsOf(reading.value.from).year : undefined) : 2000 + Number(digits);
  if (year === undefined) return UNUSABLE;
  if (year > partsOf(today).year) return { kind: "unusable", because: "future" };
  return year < min || year > max ? { kind: "unusable", because: "out-of-range" } : taken(year);
}

function ofDuration({ years = 0, months = 0, days = 0, low, high = low }: Duration, slot: NumberSlot): SlotReading {
  if (slot.unit === "天")
    return years + months > 0
      ? { kind: "unusable", because: "other-period" }
      : inBounds(slot, { value: days, low: inDays(low), high: inDays(high) });
  const each = slot.unit === "年" ? 12 : 1;
  return inBounds(slot, { value: (years * 12 + months + days / DAYS_A_MONTH) / each, low: low / each, high: high / each });
}

function inDays(months: number): number {
  return Math.round(months * DAYS_A_MONTH * 2) / 2;
}

/** The one number of a text; two different ones are none. A figure said for another unit is none either. */
function readFigure(text: string, slot: NumberSlot): SlotReading {
  const found: Found[] = [];
  for (let at = 0; at < text.length;) {
    const number = readNumberRangeAt(text, at);
    if (number === undefined || number.bare) {
      at = number?.end ?? afterFigures(text, at);
      continue;
    }
    const half = /^\s?个?半/u.test(text.slice(number.end)) ? 0.5 : 0;
    found.push({ value: number.low + half, low: number.low + half, high: number.high + half });
    at = number.end;
  }
  const half = found.length === 0 && /半(?:个)?(?:小时|钟头|天)/u.test(text);
  const [only = half ? { value: 0.5, low: 0.5, high: 0.5 } : undefined, ...others] = found;
  if (only === undefined) return UNUSABLE;
  if (others.some(({ value }) => value !== only.value)) return { kind: "unusable", because: "several" };
  if (slot.unit === "小时" && /天|日|周|月/u.test(text) && !/小时|钟头/u.test(text)) return { kind: "unusable", because: "other-period" };
  return inBounds(slot, only);
}

interface Found {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function inBounds({ min, max, decimals }: NumberSlot, { value, low, high }: Found): SlotReading {
  // Down, never up: 差一个月十年 is not ten years.
  const fit = (count: number): number => Math.floor(count * 10 ** decimals + 1e-6) / 10 ** decimals;
  if (decimals === 0 && !Number.isInteger(value)) return UNUSABLE;
  if (value < min || high > max) return { kind: "unusable", because: "out-of-range" };
  return taken(fit(value), fit(low) === fit(high) ? undefined : { low: fit(low), high: fit(high) });
}
