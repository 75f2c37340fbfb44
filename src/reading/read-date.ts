import { CALENDAR_RULES } from "./calendar-rules.js";
import type { DateRule } from "./date-rule.js";
import type { Groups } from "./date-words.js";
import type { Bearing, DaySpan, Grain } from "./day-span.js";
import { FESTIVAL_RULES } from "./festival-rules.js";
import { read, UNREAD, type Reading } from "./reading.js";
import { RELATIVE_RULES } from "./relative-rules.js";
import { readBackDates } from "./say-date.js";
import { SPAN_RULES } from "./span-rules.js";
import { spokenText, sticky } from "./spoken-text.js";

/** When something was, as far as the words say: both days included, `YYYY-MM-DD` in Beijing. */
export interface DateReading {
  readonly from: string;
  readonly until: string;
  readonly grain: Grain;
  /** 0 to 1. */
  readonly sure: number;
  readonly said: string;
  readonly readBack: string;
}

/** A stretch of text that one rule matched. */
interface Mention {
  readonly rule: DateRule;
  readonly groups: Groups;
  readonly at: number;
  readonly end: number;
}

interface Found extends DaySpan {
  readonly at: number;
  readonly end: number;
}

const RULES: readonly DateRule[] = [...SPAN_RULES, ...CALENDAR_RULES, ...FESTIVAL_RULES, ...RELATIVE_RULES];
const JOINED = /\s?(?:开始|起)?\s?(?:一直)?(?:到|至|~|-{1,2}|—{1,2})\s?/y;
const UNTIL_NOW = /\s?(?:开始|起)?\s?(?:一直)?(?:至今|以来|到(?:现在|今天|如今|目前|这个月|今(?![年天日早晚])))/y;

/** The first date or period in a text, for something that has happened: without its year it is the latest one begun by `today`. */
export function readDate(words: string, today: string): Reading<DateReading> {
  const text = spokenText(words);
  const mentions = mentionsIn(text);
  const back: Bearing = { today, bound: today, look: "back" };
  for (const [index, mention] of mentions.entries()) {
    const found = joined(text, mention, mentions[index + 1], back);
    if (found === undefined) continue;
    const more = mentions.some(({ at }) => at >= found.end);
    return read(toReading(text, found, { today, sure: found.sure * (more ? 0.8 : 1) }));
  }
  return UNREAD;
}

/** Every mention, the longest where several begin together, none overlapping. */
function mentionsIn(text: string): readonly Mention[] {
  const all = RULES.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].map((match): Mention => ({
      rule,
      groups: match.groups ?? {},
      at: match.index,
      end: match.index + match[0].trimEnd().length,
    })),
  );
  all.sort((a, b) => a.at - b.at || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of all) if (mention.at >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

/** A mention with what it runs to: 去年八月到今年二月, 三月到六月, 去年国庆至今. */
function joined(text: string, mention: Mention, next: Mention | undefined, back: Bearing): Found | undefined {
  const { at, end } = mention;
  const alone = mention.rule.resolve(mention.groups, back);
  if (alone !== undefined && sticky(UNTIL_NOW, text, end) !== undefined && alone.from <= back.today) {
    return { ...alone, until: back.today, grain: "span", at, end: UNTIL_NOW.lastIndex };
  }
  const joins = next !== undefined && sticky(JOINED, text, end) !== undefined && JOINED.lastIndex === next.at;
  const span = joins && alone !== undefined ? spanOf(mention, next, back) : undefined;
  if (span !== undefined && joins) return { ...span, at, end: next.end };
  return alone === undefined ? undefined : { ...alone, at, end };
}

/** The end is found first and the start before it, unless only the start has its year. */
function spanOf(first: Mention, last: Mention, back: Bearing): DaySpan | undefined {
  const start = first.rule.resolve(first.groups, back);
  const ahead: Bearing = start !== undefined && hasYear(first) ? { ...back, bound: start.from, look: "ahead" } : back;
  const end = last.rule.resolve(last.groups, ahead);
  const begun = end === undefined || hasYear(first) ? start : first.rule.resolve(first.groups, { ...back, bound: end.until });
  if (begun === undefined || end === undefined || end.until < begun.from) return undefined;
  return { from: begun.from, until: end.until, grain: "span", sure: Math.min(begun.sure, end.sure) };
}

function hasYear({ groups }: Mention): boolean {
  return groups["year"] !== undefined || groups["relativeYear"] !== undefined || groups["y"] !== undefined;
}

/** What has begun ends by today at the latest; what lies ahead was said to, and is less likely meant. */
function toReading(text: string, found: Found, { today, sure }: { readonly today: string; readonly sure: number }): DateReading {
  const until = found.from <= today && found.until > today ? today : found.until;
  const doubt = found.from > today ? 0.7 : 1;
  return {
    from: found.from,
    until,
    grain: found.grain,
    sure: Math.round(sure * doubt * 100) / 100,
    said: text.slice(found.at, found.end),
    readBack: readBackDates({ from: found.from, until, grain: found.grain }),
  };
}
