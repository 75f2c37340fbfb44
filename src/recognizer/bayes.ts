import { indexImpacts, type InvertedIndex } from "./inverted-index.js";
import { weightOf, type Terms } from "./terms.js";

/** As found by measuring: larger values drown what a class's few examples say. */
const SMOOTHING = 0.01;

/** Multinomial naive Bayes kept as an inverted index: a document is a class, its score the log likelihood of the question's known words. */
export function createBayesIndex(classes: readonly Terms[], smoothing = SMOOTHING): InvertedIndex {
  const width = countTerms(classes);
  return indexImpacts(classes, (document) => ({
    base: -Math.log(smoothing * width + weightOf(classes[document] as Terms)),
    impact: (count) => Math.log((count + smoothing) / smoothing),
  }));
}

function countTerms(classes: readonly Terms[]): number {
  const met = new Set<number>();
  for (const { ids } of classes) for (const id of ids) met.add(id);
  return met.size;
}
