import { readNumberAt, type ChineseNumber } from "./chinese-number.js";

const JOINER = /\s?(?:元|块钱?)?\s?(?:到|至|~|-{1,2}|—{1,2}|–|或者?|、)\s?/y;

/** One number, or two joined into a range: 三千到四千, 500-1000, 3到5万, 2、3千. */
export function readNumberRangeAt(text: string, at: number): ChineseNumber | undefined {
  const first = readNumberAt(text, at);
  if (first === undefined) return undefined;
  JOINER.lastIndex = first.end;
  const joiner = JOINER.exec(text)?.[0];
  const second = joiner === undefined ? undefined : readNumberAt(text, JOINER.lastIndex);
  if (joiner === undefined || second === undefined) return first;
  const scale = first.unit === 1 && second.unit > 1 && first.low * second.unit < second.high ? second.unit : 1;
  const low = first.low * scale;
  const neighbours = low < 10 * scale && second.low === low + scale;
  if (second.low <= low || first.high * scale > second.high || (joiner.includes("、") && !neighbours)) return first;
  return { ...second, low, high: second.high, sure: Math.min(first.sure, second.sure, 0.85), bare: first.bare };
}
