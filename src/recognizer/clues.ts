import type { Analysis } from "./analyze.js";
import { gistLikeness, type Likeness } from "./gist-likeness.js";
import type { Shelf } from "./shelf.js";
import type { Terms } from "./terms.js";

/** What a text says before anything is ranked. */
export interface Clues {
  /** Its terms, each weighing by how much it tells. */
  readonly told: Terms;
  readonly concepts: ReadonlySet<string>;
  readonly likeness: Likeness;
  /** The share of each matter. */
  readonly matters: Float32Array;
}

export function cluesOf({ terms, concepts }: Analysis, shelf: Shelf): Clues {
  const told = shelf.tell(terms);
  return { told, concepts, likeness: gistLikeness(terms, shelf), matters: shelf.matterOf(told) };
}
