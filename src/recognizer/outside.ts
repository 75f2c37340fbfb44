import type { Analysis } from "./analyze.js";
import { createBayesIndex } from "./bayes.js";
import { top } from "./signals.js";
import { addUp, weightOf } from "./terms.js";

/** A field of life outside of labour law, with its share among all of them. */
export interface OutsideField {
  readonly id: string;
  readonly share: number;
}

/** More than for cards, because a field's phrases have less in common. */
const FIELD_SMOOTHING = 0.05;

/** The field a text seems to belong to; undefined when no word of it is known. */
export type OutsideFinder = (analysis: Analysis) => OutsideField | undefined;

/** `fields` are the phrases of each field, taken apart, by its id. */
export function createOutsideFinder(fields: ReadonlyMap<string, readonly Analysis[]>): OutsideFinder {
  const ids = [...fields.keys()];
  const classes = [...fields.values()].map((phrases) => addUp(phrases.map(({ terms }) => [terms, 1])));
  const known = new Set(classes.flatMap((terms) => [...terms.ids]));
  const index = createBayesIndex(classes, FIELD_SMOOTHING);
  return ({ terms }) => {
    if (!terms.ids.some((term) => known.has(term))) return undefined;
    const likelihoods = index.score(terms);
    const [best = -1] = top(likelihoods, 1);
    const id = ids[best];
    // Words and pairs of characters tell the same thing several times over.
    const scale = Math.sqrt(1 + weightOf(terms));
    const total = likelihoods.reduce((sum, each) => sum + Math.exp((each - (likelihoods[best] as number)) / scale), 0);
    return id === undefined ? undefined : { id, share: 1 / total };
  };
}
