import type { Clues } from "./clues.js";
import type { Shelf } from "./shelf.js";
import { weightOf } from "./terms.js";

export const SIGNALS = ["card", "cardLead", "bayes", "law", "matter"] as const;
export type SignalName = (typeof SIGNALS)[number];

/**
 * What speaks for a card: `card` how much of the question it says, `cardLead` the same against the best card, both
 * 0..1 or a little more; `bayes` the log likelihood behind the best, 0 or less; `law` how near the gist of an article it
 * cites comes to the nearest gist, 0..1; `matter` the log of the share of the likeliest matter that leads to it.
 */
export interface Signals extends Readonly<Record<SignalName, number>> {
  /** Index into the shelf's answers. */
  readonly answer: number;
  /** What all matters that lead to it give it, 0..1: those named first the most. */
  readonly lead: number;
  /** How many of the question's concepts the card does not speak of. */
  readonly unsaid: number;
}

/** What a document would score that says every word of the question once, in BM25's units. */
const FULL = 2.2;
const BY_WORDS_MAX = 25;
const BY_BAYES_MAX = 5;
const BY_MATTER_MAX = 5;
/** Likelihoods this far behind the best are as good as none. */
const BAYES_FLOOR = -12;
/** The share of a matter for cards that none leads to. */
const MATTER_FLOOR = 0.1;

/** Cards that may fit, with what speaks for each; in no order. Empty when no word is known. */
export function signalsOf({ told: terms, likeness: { relative: law }, matters, concepts }: Clues, shelf: Shelf): Signals[] {
  const full = FULL * shelf.cards.rarityOf(terms) || 1;
  const cards = shelf.cards.score(terms);
  const bayes = shelf.bayes.score(terms);
  const scale = Math.sqrt(1 + weightOf(terms));
  const [bestCard = -1] = top(cards, 1);
  const [bestBayes = -1] = top(bayes, 1);
  const leads = leadsOf(matters, shelf);
  const chosen = new Set([...top(cards, BY_WORDS_MAX), ...top(bayes, BY_BAYES_MAX), ...top(leads, BY_MATTER_MAX)]);
  return [...chosen]
    .filter((answer) => (cards[answer] as number) > 0)
    .map((answer) => ({
      answer,
      card: (cards[answer] as number) / full,
      cardLead: (cards[answer] as number) / (cards[bestCard] as number),
      bayes: Math.max(BAYES_FLOOR, ((bayes[answer] as number) - (bayes[bestBayes] as number)) / scale),
      law: [...(shelf.cited.byAnswer[answer] ?? [])].reduce((best, article) => Math.max(best, law[article] ?? 0), 0),
      matter: Math.log(
        MATTER_FLOOR + (shelf.matters.ofAnswer[answer]?.reduce((best, matter) => Math.max(best, matters[matter] ?? 0), 0) ?? 0),
      ),
      lead: leads[answer] as number,
      unsaid: [...concepts].filter((concept) => shelf.concepts[answer]?.has(concept) !== true).length,
    }));
}

/** Each of the library's matters gives half of its share to its first answer, half of the rest to the next, and so on; the last takes all that is left. */
function leadsOf(matters: Float32Array, { answers, matters: links }: Shelf): Float32Array {
  const leads = new Float32Array(answers.length);
  for (let matter = 0; matter < links.named; matter++) {
    const own = links.answers[matter] as Int32Array;
    let share = matters[matter] as number;
    own.forEach((answer, place) => {
      if (place < own.length - 1) share /= 2;
      leads[answer] = (leads[answer] as number) + share;
    });
  }
  return leads;
}

/** Indices of the `count` largest values, largest first; earlier ones win ties. */
export function top(values: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (best.length === count && value <= (values[best[count - 1] as number] as number)) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] as number] as number) < value) place--;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
