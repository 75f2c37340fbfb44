import { approximationAround, widen } from "./approximate-words.js";
import { readDurationPartAt, type DurationPart } from "./duration-part.js";
import { read, UNREAD, type Reading } from "./reading.js";
import { readBackDuration } from "./say-duration.js";
import { afterFigures, spokenText, sticky } from "./spoken-text.js";

/** A length of time, in the units it was said in. */
export interface Duration {
  readonly years?: number;
  /** May be a half: 三个半月 is 3.5. */
  readonly months?: number;
  readonly days?: number;
  /** Bounds in months, a month taken as 30 days; equal when the words leave no room. No `high`: at least `low`. */
  readonly low: number;
  readonly high?: number;
  /** 0 to 1. */
  readonly sure: number;
  readonly said: string;
  readonly readBack: string;
}

/** A duration with its place in the text. */
export interface FoundDuration {
  readonly duration: Duration;
  readonly at: number;
  readonly end: number;
}

const MONTHS_EACH = { year: 12, month: 1, day: 1 / 30 } as const;
const RANK = { year: 3, month: 2, day: 1 } as const;
const JOINED = /\s?(?:零|又|加上?|外加|、|,)?\s?/y;
const JOINED_TO = /\s?(?:到|至|~|-|—)\s?/y;
const PARTS_MAX = 3;
const DURATIONS_MAX = 50;
/** No work lasts longer. */
const MONTHS_MAX = 150 * 12;

/** The first length of time in a text: 三个半月, 两年零三个月, 半年多, 干了五六年, 十来天, 仨月, 大半年. Less sure when there are more. */
export function readDuration(words: string): Reading<Duration> {
  const [first, ...others] = findDurations(spokenText(words));
  if (first === undefined) return UNREAD;
  const { duration } = first;
  return read(others.length === 0 ? duration : { ...duration, sure: round(duration.sure * 0.7) });
}

/** Every length of time in a text already made plain by `spokenText`. */
export function findDurations(text: string): readonly FoundDuration[] {
  const found: FoundDuration[] = [];
  for (let at = 0; at < text.length && found.length < DURATIONS_MAX;) {
    const parts = partsAt(text, at);
    const [first] = parts;
    const end = parts.at(-1)?.end ?? at;
    if (first !== undefined && isDuration(text, at, parts)) found.push(toDuration(text, at, parts));
    at = Math.max(end, found.at(-1)?.end ?? 0, afterFigures(text, at));
  }
  return found;
}

/** 两年零三个月: pieces of ever smaller units. */
function partsAt(text: string, at: number): readonly DurationPart[] {
  const parts: DurationPart[] = [];
  for (let from = at; parts.length < PARTS_MAX;) {
    const part = readDurationPartAt(text, from);
    const last = parts.at(-1);
    if (part === undefined || (last !== undefined && RANK[part.unit] >= RANK[last.unit])) break;
    parts.push(part);
    sticky(JOINED, text, part.end);
    from = JOINED.lastIndex;
  }
  return parts;
}

/** 2014年 and 24年3月 are dates, 三年级 and 第三年 are ranks, 一个月6000 and 每三个月 are rates. */
function isDuration(text: string, at: number, parts: readonly DurationPart[]): boolean {
  const [first] = parts;
  const before = text.slice(Math.max(0, at - 4), at);
  const last = parts.at(-1);
  if (first === undefined || last === undefined || /[第每\d.]$/.test(before)) return false;
  if (parts.some(({ unit, high }) => high * MONTHS_EACH[unit] > MONTHS_MAX)) return false;
  const after = text.slice(last.end, last.end + 8);
  if (/^(?:级|代|度|份|底|初|末|中旬|四季|到头|到晚|两头)/.test(after)) return false;
  const alone = parts.length === 1 && first.value === 1 && first.high === 1;
  if (alone && /^(?:给|能?拿|挣|赚|工资|才|就|只有?|还)*\s?[\d几两二三四五六七八九]/.test(after)) return false;
  return first.unit !== "year" || !isCalendarYear(text.slice(at, first.end), before, text.slice(first.end, first.end + 8), first.counted);
}

function isCalendarYear(said: string, before: string, after: string, counted: boolean): boolean {
  if (counted) return false;
  if (/^(?:0\d|\d{3,}|[零〇一二三四五六七八九]{2,})年/.test(said) && !/^(?:一两|两三|三四|四五|五六|六七|七八|八九|三五)年/.test(said))
    return true;
  if (/^\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[月日号]/.test(after)) return true;
  return (
    /^\d\d年/.test(said) &&
    (/[在从自于]$|[到至-]$/.test(before) ||
      /^(?:入职|进[厂来公场]|开始|到|至|起|来[的到公厂]|上?下?半年|国庆|春节|[一二三四]季度)/.test(after))
  );
}

function toDuration(text: string, at: number, parts: readonly DurationPart[]): FoundDuration {
  const inMonths = (key: "low" | "high"): number => parts.reduce((sum, part) => sum + part[key] * MONTHS_EACH[part.unit], 0);
  const end = parts.at(-1)?.end ?? at;
  sticky(JOINED_TO, text, end);
  const upTo = JOINED_TO.lastIndex > end ? partsAt(text, JOINED_TO.lastIndex) : [];
  const most = upTo.reduce((sum, part) => sum + part.high * MONTHS_EACH[part.unit], 0);
  const ranged = most > inMonths("high");
  const about = approximationAround(text, at, ranged ? (upTo.at(-1)?.end ?? end) : end);
  const { low, high } = widen(about.kind, inMonths("low"), ranged ? most : inMonths("high"));
  const sure = Math.min(...parts.map((part) => part.sure)) * (about.kind === undefined ? 1 : 0.85) * (ranged ? 0.85 : 1);
  const bounds = { low: round(low), ...(high === undefined ? {} : { high: round(high) }) };
  const value = { ...amounts(parts), ...bounds };
  return {
    duration: { ...value, sure: round(sure), said: text.slice(at, about.end), readBack: readBackDuration(value, about.kind) },
    at,
    end: about.end,
  };
}

/** 一年半 and 1.5年 are a year and six months. */
function amounts(parts: readonly DurationPart[]): Pick<Duration, "years" | "months" | "days"> {
  const of = (unit: DurationPart["unit"]): number => parts.filter((part) => part.unit === unit).reduce((sum, part) => sum + part.value, 0);
  const years = Math.floor(of("year"));
  const months = round(of("month") + (of("year") - years) * 12);
  const days = round(of("day"));
  return { ...(years === 0 ? {} : { years }), ...(months === 0 ? {} : { months }), ...(days === 0 ? {} : { days }) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
