import { TODAY } from "../../reading/cases/date-cases.js";
import { dayNumber, type Answer } from "./judge.js";

interface Found {
  readonly typeName: string;
  readonly resolution?: { readonly value?: string; readonly unit?: string; readonly values?: readonly Readonly<Record<string, string>>[] };
}

interface Suite {
  readonly Culture: { readonly Chinese: string };
  recognizeNumber(text: string, culture: string): readonly Found[];
  recognizeCurrency(text: string, culture: string): readonly Found[];
  recognizeDateTime(text: string, culture: string, options: number, reference: Date): readonly Found[];
}

export interface Peer {
  readonly amount: (words: string) => Answer;
  /** For texts that name no money: the most careful way the reader can be asked. */
  readonly money: (words: string) => Answer;
  readonly duration: (words: string) => Answer;
  readonly date: (words: string) => Answer;
}

const SECONDS_A_DAY = 86_400;

/**
 * Microsoft's Recognizers-Text for Chinese, given the benefit of the doubt: for an amount the first currency it finds or
 * else its largest number, but the currency alone where there is no amount; of several resolutions of a date the latest
 * that has begun, as ours does; and a duration in years or months taken back from its 365 and 30 days.
 */
export async function openRecognizersText(): Promise<Peer> {
  const name = "@microsoft/recognizers-text-suite";
  const loaded = (await import(name)) as { readonly default?: Suite } & Suite;
  const suite = loaded.default ?? loaded;
  const { Chinese } = suite.Culture;
  const noon = new Date(`${TODAY}T12:00:00`);
  const guarded =
    (find: (words: string) => Answer) =>
    (words: string): Answer => {
      try {
        return find(words);
      } catch (error) {
        return { failed: `throws ${error instanceof Error ? error.message : "something"}` };
      }
    };
  const times = (words: string): readonly Found[] => suite.recognizeDateTime(words, Chinese, 0, noon);
  return {
    amount: guarded((words) => amountOf(suite.recognizeCurrency(words, Chinese)[0] ?? largest(suite.recognizeNumber(words, Chinese)))),
    money: guarded((words) => amountOf(suite.recognizeCurrency(words, Chinese)[0])),
    duration: guarded((words) => durationOf(times(words).find(({ typeName }) => typeName.endsWith(".duration")))),
    date: guarded((words) => dateOf(times(words).find(({ typeName }) => /\.date(range)?$/.test(typeName)))),
  };
}

function largest(found: readonly Found[]): Found | undefined {
  return [...found].sort((a, b) => Number(b.resolution?.value) - Number(a.resolution?.value))[0];
}

function amountOf(found: Found | undefined): Answer {
  const scale = /jiao/i.test(found?.resolution?.unit ?? "") ? 0.1 : 1;
  const value = Number(found?.resolution?.value) * scale;
  return found === undefined || !Number.isFinite(value) ? undefined : { low: value, high: value };
}

function durationOf(found: Found | undefined): Answer {
  const [first] = found?.resolution?.values ?? [];
  if (first?.["value"] === undefined) return undefined;
  const days = Number(first["value"]) / SECONDS_A_DAY;
  const inYears = (first["timex"] ?? "").endsWith("Y");
  const months = inYears ? (days / 365) * 12 : days / 30;
  return { low: months, high: months };
}

function dateOf(found: Found | undefined): Answer {
  const spans = (found?.resolution?.values ?? []).flatMap(({ value, start, end }): { low: number; high: number }[] => {
    if (value !== undefined && /^\d{4}/.test(value)) return [{ low: dayNumber(value), high: dayNumber(value) + 1 }];
    return start !== undefined && end !== undefined ? [{ low: dayNumber(start), high: dayNumber(end) }] : [];
  });
  const begun = spans.filter(({ low }) => low <= dayNumber(TODAY));
  const best = begun.sort((a, b) => b.low - a.low)[0] ?? spans[0];
  return best === undefined ? undefined : { low: best.low, high: begun.length > 0 ? Math.min(best.high, dayNumber(TODAY) + 1) : best.high };
}
