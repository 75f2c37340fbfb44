import { chanceOf } from "./calibrate.js";
import type { SaidIntent } from "./intent.js";
import type { Ranked } from "./rank-entries.js";
import type { Candidate, Recognition } from "./recognizer.js";
import type { Shelf } from "./shelf.js";

export const THRESHOLDS = {
  answer: 0.75,
  /** The chance that the right card is among those offered. */
  clarify: 0.12,
  scope: 0.6,
  /** Enough when a card fits. */
  scopeWithCard: 0.4,
  cardFits: 0.3,
  /** Likeness to a phrase that settles it. */
  intent: 0.75,
} as const;

const WORD_FOR_WORD = 0.99;
const CLARIFY_MAX = 3;
/** Longer texts are letters: they tell several matters, and the writer must say which is meant. */
const LETTER_CHARS = 150;
const CANDIDATES_MAX = 10;

/** `said` is the answer one of whose texts was said word for word. */
export function toCandidates(ranked: readonly Ranked[], { answers }: Shelf, said: number | undefined): Candidate[] {
  const candidates = ranked.slice(0, CANDIDATES_MAX).map((each) => {
    const { answer: _, ...why } = each.signals;
    const chance = chanceOf(each);
    const score = said === undefined ? chance : each.answer === said ? WORD_FOR_WORD : Math.min(chance, 1 - WORD_FOR_WORD);
    return { entry: answers[each.answer]?.id ?? "", score, why: { ...why, share: each.share } };
  });
  return candidates.sort((a, b) => b.score - a.score);
}

export interface Evidence {
  readonly candidates: readonly Candidate[];
  readonly scope: number;
  readonly intent: SaidIntent | undefined;
  /** The text's length in characters. */
  readonly chars: number;
}

/** A wrong confident answer is the worst outcome, so it takes the most. */
export function decide({ candidates, scope, intent, chars }: Evidence): Recognition["verdict"] {
  if (intent !== undefined && intent.score >= THRESHOLDS.intent) return "intent";
  const best = candidates[0]?.score ?? 0;
  if (best >= WORD_FOR_WORD) return "answer";
  if (scope < (best >= THRESHOLDS.cardFits ? THRESHOLDS.scopeWithCard : THRESHOLDS.scope)) return "out-of-scope";
  if (best >= THRESHOLDS.answer && chars <= LETTER_CHARS) return "answer";
  const offered = candidates.slice(0, CLARIFY_MAX).reduce((sum, { score }) => sum + score, 0);
  return offered >= THRESHOLDS.clarify ? "clarify" : "not-understood";
}
