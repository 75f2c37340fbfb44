/** Weighted terms of a text: numbers of a vocabulary, each once, with their weights. */
export interface Terms {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** The weight of terms the vocabulary does not hold. */
  readonly unknown: number;
}

/** Words are themselves; pairs of characters have numbers. */
export type Term = string | number;

/** Numbers for terms. Open while the library is read; afterwards an unknown term has none. */
export interface Vocabulary {
  numberOf(term: Term): number | undefined;
  close(): void;
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<Term, number>();
  let open = true;
  return {
    numberOf(term) {
      const known = numbers.get(term);
      if (known !== undefined || !open) return known;
      numbers.set(term, numbers.size);
      return numbers.size - 1;
    },
    close: () => void (open = false),
  };
}

export function toTerms(weightById: ReadonlyMap<number, number>, unknown = 0): Terms {
  const ids = new Int32Array(weightById.size);
  const weights = new Float32Array(weightById.size);
  let at = 0;
  for (const [id, weight] of weightById) {
    ids[at] = id;
    weights[at++] = weight;
  }
  return { ids, weights, unknown };
}

/** The sum of several texts' terms, each times its factor. */
export function addUp(parts: readonly (readonly [Terms, number])[]): Terms {
  const total = new Map<number, number>();
  for (const [{ ids, weights }, factor] of parts) {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      total.set(id, (total.get(id) ?? 0) + factor * (weights[at] as number));
    }
  }
  return toTerms(total);
}

export function weightOf({ weights }: Terms): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}
