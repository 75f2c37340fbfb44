import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

/** Text in, its words in order; punctuation and spaces left out. */
export type Segment = (text: string) => string[];

/** High enough that a term of ours is never cut into the general dictionary's pieces. */
const TERM_FREQUENCY = 20_000_000;
/** Rarer words of the general dictionary are mostly names; without them it loads in half the time. */
const GENERAL_FREQUENCY_MIN = 20;

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** A segmenter of Chinese that keeps `terms` whole. Without guessing at unknown words, so the same text always gives the same words. */
export function createSegmenter(terms: Iterable<string>): Segment {
  const jieba = Jieba.withDict(commonWords(dict));
  const lines = [...new Set(terms)]
    .filter(isTerm)
    .sort()
    .map((term) => `${term} ${TERM_FREQUENCY}`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join("\n")));
  return (text) => jieba.cut(text, false).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function isTerm(term: string): boolean {
  return /^[\p{L}\p{N}]{2,20}$/u.test(term);
}

/** The lines `word frequency tag` whose frequency is high enough; single characters stay, being three bytes long. */
function commonWords(lines: Uint8Array): Uint8Array {
  const kept = new Uint8Array(lines.length);
  let length = 0;
  for (let start = 0; start < lines.length;) {
    const newline = lines.indexOf(NEWLINE, start);
    const end = newline < 0 ? lines.length : newline + 1;
    const space = lines.indexOf(SPACE, start);
    if (space - start <= 3 || numberAt(lines, space + 1) >= GENERAL_FREQUENCY_MIN) {
      kept.set(lines.subarray(start, end), length);
      length += end - start;
    }
    start = end;
  }
  return kept.subarray(0, length);
}

function numberAt(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let at = start; at < bytes.length; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}
