import type { Library } from "../content/library.js";
import { indexImpacts } from "./inverted-index.js";
import { top } from "./signals.js";
import { createVocabulary, toTerms, type Terms, type Vocabulary } from "./terms.js";

export interface SaidIntent {
  readonly id: string;
  /** How alike the text and the nearest phrase are, 0..1. */
  readonly score: number;
}

/** Longer texts tell a story; greetings in them do not count. */
const CHARS_MAX = 40;

export type IntentFinder = (text: string) => SaidIntent | undefined;

/** Finds the greeting, thanks or wish a normalized text is nearest to, by the characters and pairs of them that both share. */
export function createIntentFinder(library: Library, normalize: (text: string) => string): IntentFinder {
  const vocabulary = createVocabulary();
  const phrases = [...library.intents.values()].flatMap(({ id, phrases: said }) =>
    said.map((phrase) => gramsOf(normalize(phrase))).map((grams) => ({ id, size: grams.size, terms: numbered(grams, vocabulary) })),
  );
  vocabulary.close();
  const index = indexImpacts(
    phrases.map(({ terms }) => terms),
    () => ({ base: 0, impact: () => 1 }),
  );
  return (text) => {
    if (text.length > CHARS_MAX) return undefined;
    const grams = gramsOf(text);
    const alike = index.score(numbered(grams, vocabulary)).map((shared, at) => (2 * shared) / (grams.size + (phrases[at]?.size ?? 0) || 1));
    const [nearest = -1] = top(alike, 1);
    const phrase = phrases[nearest];
    const score = alike[nearest] ?? 0;
    return phrase === undefined || score === 0 ? undefined : { id: phrase.id, score };
  };
}

/** Punctuation counts only where there is nothing else. */
function gramsOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/[^\p{L}\p{N}]+/gu, "");
  const characters = [...(bare === "" ? text : bare)];
  return new Set(characters.flatMap((character, at) => [character, character + (characters[at + 1] ?? "")]));
}

function numbered(grams: ReadonlySet<string>, vocabulary: Vocabulary): Terms {
  const numbers = [...grams].flatMap((gram) => vocabulary.numberOf(gram) ?? []);
  return toTerms(new Map(numbers.map((number) => [number, 1])));
}
