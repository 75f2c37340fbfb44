import type { ChineseNumber } from "./chinese-number.js";
import { readNumberRangeAt } from "./number-range.js";
import { sticky } from "./spoken-text.js";

export type DurationUnit = "year" | "month" | "day";

/** One piece of a duration, 两年 or 三个半月, in its own unit. */
export interface DurationPart {
  readonly unit: DurationUnit;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly sure: number;
  readonly end: number;
  /** It was said with 个, or by a name that is never a date's: not the 3月 of 3月5号. */
  readonly counted: boolean;
}

/** Of each name: the unit it counts in, and how many. A season of business, 季度, is three months. */
const UNITS = new Map<string, readonly [DurationUnit, number]>([
  ["周年", ["year", 1]],
  ["整年", ["year", 1]],
  ["年", ["year", 1]],
  ["月", ["month", 1]],
  ["季度", ["month", 3]],
  ["星期", ["day", 7]],
  ["礼拜", ["day", 7]],
  ["周", ["day", 7]],
  ["工作日", ["day", 1]],
  ["天", ["day", 1]],
]);
const AFTER_NUMBER =
  /(个)?(整)?(多|来|把)?(半)?(多)?(周年|整年|年|月|季度|星期|礼拜|周(?!岁|一至|末)|工作日|天)(半(?!个|载|年|月|天))?(多|有余|出头)?/y;
const HALF = /(大|小|多)?半(?:个|拉)?(多)?(年|月|星期|礼拜|天)(多)?/y;
const IDIOMS: readonly [RegExp, Omit<DurationPart, "end" | "counted">][] = [
  [/个把月/y, { unit: "month", value: 1, low: 1, high: 2, sure: 0.7 }],
  [/年把/y, { unit: "year", value: 1, low: 1, high: 2, sure: 0.7 }],
  [/一年半载/y, { unit: "month", value: 6, low: 6, high: 12, sure: 0.7 }],
  [/十天半个?月/y, { unit: "day", value: 10, low: 10, high: 15, sure: 0.7 }],
  [/个把星期|个把礼拜/y, { unit: "day", value: 7, low: 7, high: 14, sure: 0.7 }],
];
/** How much of the whole: the least, the figure to go by, the most. */
const HALVES = new Map([
  ["大", [0.5, 0.7, 0.95]],
  ["多", [0.5, 0.7, 0.95]],
  ["小", [0.3, 0.4, 0.5]],
  ["", [0.5, 0.5, 0.5]],
]);

/** The piece of a duration that begins at `at`. */
export function readDurationPartAt(text: string, at: number): DurationPart | undefined {
  for (const [pattern, value] of IDIOMS)
    if (sticky(pattern, text, at) !== undefined) return { ...value, end: pattern.lastIndex, counted: true };
  const half = sticky(HALF, text, at);
  if (half !== undefined) return halfPart(half, HALF.lastIndex);
  const number = readNumberRangeAt(text, at);
  if (number === undefined || number.bare || number.low === 0) return undefined;
  const match = sticky(AFTER_NUMBER, text, number.end);
  return match === undefined ? undefined : countedPart(text, number, match);
}

function halfPart(match: RegExpExecArray, end: number): DurationPart | undefined {
  const [unit, each] = UNITS.get(match[3] ?? "") ?? [];
  const [least = 0.5, usual = 0.5, most = 0.5] = HALVES.get(match[1] ?? "") ?? [];
  if (unit === undefined || each === undefined) return undefined;
  const more = match[2] !== undefined || match[4] !== undefined;
  // Half a month is counted in days, half a year in months, as people do.
  const [smaller, size]: readonly [DurationUnit, number] = unit === "year" ? ["month", 12] : unit === "month" ? ["day", 30] : ["day", each];
  const scaled = (share: number): number => (smaller === "month" ? Math.round(share * size) : share * size);
  return {
    unit: smaller,
    value: scaled(usual),
    low: scaled(least),
    high: scaled(more ? 0.75 : most),
    sure: more || least !== most ? 0.75 : 1,
    end,
    counted: true,
  };
}

function countedPart(text: string, number: ChineseNumber, match: RegExpExecArray): DurationPart | undefined {
  const [whole, measure, , more1, half1, more2, name = "", half2, more3] = match;
  const [unit, each] = UNITS.get(name) ?? [];
  const paired = /[俩仨]/.test(text[number.end - 1] ?? "");
  if (
    unit === undefined ||
    each === undefined ||
    ((name === "月" || name === "季度") && measure === undefined && !paired) ||
    (name === "年" && measure !== undefined)
  )
    return undefined;
  if (half1 !== undefined && measure === undefined && !paired) return undefined;
  const half = half1 !== undefined || half2 !== undefined ? 0.5 : 0;
  const more = more1 ?? more2 ?? more3;
  const low = (number.low + half) * each;
  const high = (number.high + half + (more === undefined ? 0 : half === 0 ? 1 : 0.5)) * each;
  return {
    unit,
    value: low,
    low,
    high,
    sure: number.sure * (more === undefined ? 1 : 0.85),
    end: number.end + whole.length,
    counted: name !== "年" || half2 !== undefined || more !== undefined,
  };
}
