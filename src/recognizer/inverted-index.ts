import { weightOf, type Terms } from "./terms.js";

export interface InvertedIndex {
  readonly size: number;
  /** Every document's score for the question; the array is overwritten by the next call. */
  score(query: Terms): Float32Array;
  /** The question's weight, each term's times how much it tells documents apart; most for a term that no document holds. */
  rarityOf(query: Terms): number;
}

export interface Bm25Options {
  /** How soon repeating a term stops counting. */
  readonly k1: number;
  /** How much longer documents are held back, 0..1. */
  readonly b: number;
}

/** BM25 over weighted terms. */
export function createIndex(documents: readonly Terms[], { k1, b }: Bm25Options): InvertedIndex {
  const lengths = documents.map(weightOf);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length) || 1;
  return indexImpacts(documents, (document, holders) => {
    const pull = k1 * (1 - b + (b * (lengths[document] ?? 0)) / mean);
    return { base: 0, impact: (count, id) => (rarity(holders[id] as number, documents.length) * count * (k1 + 1)) / (count + pull) };
  });
}

function rarity(holders: number, documents: number): number {
  return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
}

export interface Worth {
  /** Added for each unit of the question's weight on known terms. */
  readonly base: number;
  /** Added for each unit of the question's weight on a term the document holds. */
  readonly impact: (count: number, id: number) => number;
}

/** An index whose documents say themselves what a term of theirs is worth. `holders` counts the documents of each term. */
export function indexImpacts(documents: readonly Terms[], worthOf: (document: number, holders: Int32Array) => Worth): InvertedIndex {
  const holders = countHolders(documents);
  const starts = new Int32Array(holders.length + 1);
  for (let id = 0; id < holders.length; id++) starts[id + 1] = (starts[id] as number) + (holders[id] as number);
  const next = starts.slice();
  const owners = new Int32Array(starts[holders.length] as number);
  const impacts = new Float32Array(owners.length);
  const bases = new Float32Array(documents.length);
  documents.forEach(({ ids, weights }, document) => {
    const { base, impact } = worthOf(document, holders);
    bases[document] = base;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const place = next[id] as number;
      next[id] = place + 1;
      owners[place] = document;
      impacts[place] = impact(weights[at] as number, id);
    }
  });
  return { ...scorer({ starts, owners, impacts, bases }), rarityOf: (query) => rarityOf(query, holders, documents.length) };
}

function countHolders(documents: readonly Terms[]): Int32Array {
  let width = 0;
  for (const { ids } of documents) for (const id of ids) if (id >= width) width = id + 1;
  const holders = new Int32Array(width);
  for (const { ids } of documents) for (const id of ids) holders[id] = (holders[id] as number) + 1;
  return holders;
}

interface Postings {
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  readonly impacts: Float32Array;
  readonly bases: Float32Array;
}

function scorer({ starts, owners, impacts, bases }: Postings): Pick<InvertedIndex, "size" | "score"> {
  const scores = new Float32Array(bases.length);
  const score = ({ ids, weights }: Terms): Float32Array => {
    scores.fill(0);
    let known = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      const weight = weights[at] as number;
      const end = starts[id + 1] ?? 0;
      const start = starts[id] ?? end;
      if (end > start) known += weight;
      for (let place = start; place < end; place++) {
        const owner = owners[place] as number;
        scores[owner] = (scores[owner] as number) + weight * (impacts[place] as number);
      }
    }
    for (let document = 0; document < scores.length; document++)
      scores[document] = (scores[document] as number) + known * (bases[document] as number);
    return scores;
  };
  return { size: bases.length, score };
}

function rarityOf({ ids, weights, unknown }: Terms, holders: Int32Array, documents: number): number {
  let total = unknown * rarity(0, documents);
  for (let at = 0; at < ids.length; at++) total += (weights[at] as number) * rarity(holders[ids[at] as number] ?? 0, documents);
  return total;
}
