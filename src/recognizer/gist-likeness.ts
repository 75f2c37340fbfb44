import type { Shelf } from "./shelf.js";
import type { Terms } from "./terms.js";

/** What a document would score that says every word of the question once, in BM25's units. */
const FULL = 2.2;

export interface Likeness {
  /** Against the nearest gist, 0..1; articles are numbered as in `cited.refs`. */
  readonly relative: Float32Array;
  /** How much of the question the nearest gist says, 0..1. */
  readonly trust: number;
}

/** How near the gist of each article comes to the question. */
export function gistLikeness(terms: Terms, { gists }: Shelf): Likeness {
  const scores = gists.score(terms);
  const highest = scores.reduce((best, score) => Math.max(best, score), 0);
  if (highest === 0) return { relative: scores, trust: 0 };
  return { relative: scores.map((score) => score / highest), trust: Math.min(1, (2 * highest) / (FULL * gists.rarityOf(terms))) };
}
