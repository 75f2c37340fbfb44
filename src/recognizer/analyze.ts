import type { Words } from "../content/library.js";
import { createBridge } from "./bridge.js";
import { createNormalizer } from "./normalize.js";
import { createSegmenter, type Segment } from "./segment.js";
import { createVocabulary, toTerms, type Term, type Terms } from "./terms.js";

/** A text taken apart. */
export interface Analysis {
  readonly text: string;
  readonly words: readonly string[];
  /** The law's words for colloquial ones. */
  readonly law: readonly string[];
  /** What the text is about, as far as words of the dictionary say: those, and the law's for colloquial ones. */
  readonly concepts: ReadonlySet<string>;
  /** Words, pairs of characters and the law's words for colloquial ones, weighted. */
  readonly terms: Terms;
}

export type Analyze = (text: string) => Analysis;

export interface Analyzer {
  readonly analyze: Analyze;
  /** From here on terms not met before are only weighed. */
  close(): void;
}

/** Words that carry no matter; they stay among `words` and leave `terms`. */
const EMPTY_WORDS = new Set(
  (
    "的 了 吗 呢 吧 啊 呀 嘛 我 你 他 她 它 我们 你们 他们 这 那 这个 那个 这样 那样 是 有 在 和 与 就 都 也 还 又 很 把 被 给 跟 对 从 到 " +
    "要 能 会 想 请问 你好 您好 一下 什么 怎么 怎样 如何 知道 一个 一 个 上 下 里 中 地 得 着 过 去 来 说 做 如果 要是 因为 所以 但是 然后 " +
    "现在 已经 律师 谢谢 问题 情况"
  ).split(" "),
);

const WEIGHTS = { word: 1, character: 0.4, bigram: 0.5, bridged: 0.6 } as const;

type Add = (term: Term, weight: number) => void;

export function createAnalyzer(words: Words): Analyzer {
  const normalize = createNormalizer(words.typos);
  const bridge = createBridge(words.colloquial, normalize);
  const segment = createSegmenter([...words.terms, ...words.colloquial.flatMap(({ say, law }) => [...say, ...law])]);
  const lawWords = segmentedOnce(words, segment);
  const vocabulary = createVocabulary();
  const dictionary = new Set(words.terms);
  const analyze = (raw: string): Analysis => {
    const text = normalize(raw);
    const found = segment(text);
    const weights = new Map<number, number>();
    let unknown = 0;
    const add: Add = (term, weight) => {
      const id = vocabulary.numberOf(term);
      if (id === undefined) unknown += weight;
      else weights.set(id, (weights.get(id) ?? 0) + weight);
    };
    addWords(found, 1, add);
    addBigrams(text, add);
    const law = [...bridge(text)];
    for (const word of law) addWords(lawWords.get(word) ?? [], WEIGHTS.bridged, add);
    const concepts = new Set([...law, ...found.filter((word) => dictionary.has(word))]);
    return { text, words: found, law, concepts, terms: toTerms(weights, unknown) };
  };
  return { analyze, close: () => vocabulary.close() };
}

function segmentedOnce({ colloquial }: Words, segment: Segment): ReadonlyMap<string, readonly string[]> {
  return new Map(colloquial.flatMap(({ law }) => law).map((word) => [word, segment(word)]));
}

function addWords(words: readonly string[], factor: number, add: Add): void {
  for (const word of words) {
    if (!EMPTY_WORDS.has(word)) add(spellNumber(word), factor * (word.length === 1 ? WEIGHTS.character : WEIGHTS.word));
  }
}

const HAN_FIRST = 0x3400;
const HAN_COUNT = 0xa000 - HAN_FIRST;

function addBigrams(text: string, add: Add): void {
  let before = -1;
  for (let at = 0; at < text.length; at++) {
    const place = text.charCodeAt(at) - HAN_FIRST;
    const here = place >= 0 && place < HAN_COUNT ? place : -1;
    if (before >= 0 && here >= 0) add(before * HAN_COUNT + here, WEIGHTS.bigram);
    before = here;
  }
}

/** 10 and 十 are one word; sums and years say nothing about the matter. */
function spellNumber(word: string): string {
  if (!/^\d+(\.\d+)?$/.test(word)) return word;
  return /^\d{1,2}$/.test(word) ? spellSmall(Number(word)) : "#数";
}

const DIGITS = "零一二三四五六七八九";

function spellSmall(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}
