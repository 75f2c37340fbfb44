import type { Analysis } from "./analyze.js";
import { createBayesIndex } from "./bayes.js";
import { top } from "./signals.js";
import { addUp } from "./terms.js";

/** The field of life a text outside of labour law seems to belong to. */
export type OutsideFinder = (analysis: Analysis) => string | undefined;

/** `fields` are the phrases of each field, taken apart, by its id. */
export function createOutsideFinder(fields: ReadonlyMap<string, readonly Analysis[]>): OutsideFinder {
  const ids = [...fields.keys()];
  const index = createBayesIndex([...fields.values()].map((phrases) => addUp(phrases.map(({ terms }) => [terms, 1]))));
  return ({ terms }) => {
    const [best = -1] = top(index.score(terms), 1);
    return ids[best];
  };
}
