import type { Terms } from "./terms.js";

/** How often two texts that share a term are about the same, for terms too rare to say; and how many pairs that belief is worth. */
const BELIEF = 0.15;
const BELIEF_PAIRS = 3;
/** Below one: even a term that tells little still counts. As found by measuring. */
const POWER = 0.6;

/** The same terms, each weighing by how much it tells. */
export type Tell = (terms: Terms) => Terms;

/**
 * Learns which terms tell the matter: those shared by texts about the same. `texts` are the texts of each class. A word of one
 * single story tells little, and neither does a word of all stories.
 */
export function learnTelling(texts: readonly (readonly Terms[])[]): Tell {
  const together = new Map<number, number>();
  const alone = new Map<number, number>();
  for (const own of texts) {
    const counts = new Map<number, number>();
    for (const { ids } of own) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) {
      together.set(id, (together.get(id) ?? 0) + count * (count - 1));
      alone.set(id, (alone.get(id) ?? 0) + count);
    }
  }
  const worth = new Map<number, number>();
  for (const [id, count] of alone) {
    const pairs = Math.sqrt(count * (count - 1));
    const share = (Math.sqrt(together.get(id) ?? 0) + BELIEF * BELIEF_PAIRS) / (pairs + BELIEF_PAIRS);
    worth.set(id, share ** POWER);
  }
  const unmet = BELIEF ** POWER;
  return ({ ids, weights, unknown }) => ({
    ids,
    weights: weights.map((weight, at) => weight * (worth.get(ids[at] as number) ?? unmet)),
    unknown: unknown * unmet,
  });
}
