import type { Analysis } from "./analyze.js";
import { sigmoid, trainLogistic, type Example, type SparseRow } from "./logistic.js";

/** Probability that a text is about work. */
export type ScopeJudge = (analysis: Analysis) => number;

/** What the judge learns from, taken apart. */
export interface ScopeLessons {
  /** Every answer's variants and every matter's phrases. */
  readonly variants: readonly Analysis[];
  /** Work in other registers. */
  readonly inside: readonly Analysis[];
  readonly outside: readonly Analysis[];
}

const WIDTH = 1 << 17;
const OPTIONS = { width: WIDTH, epochs: 12, rate: 0.3, decay: 1e-5 } as const;
/** The variants are many and alike in tone; the other registers count more. */
const SHARE_OF_VARIANTS = 0.4;
/** Below one: in doubt a text is not about work. */
const MASS_INSIDE = 0.7;
/** Added to a feature's mass on both sides before the two are compared. */
const SMOOTHING = 0.3;

/**
 * Learns what is about work from the answers' variants and `inside`, against `outside`: a logistic regression whose
 * features are first stretched by how differently both sides use them.
 */
export function createScopeJudge({ variants, inside, outside }: ScopeLessons): ScopeJudge {
  if (outside.length === 0 || variants.length + inside.length === 0) return () => 1;
  const shareOfVariants = inside.length === 0 ? 1 : SHARE_OF_VARIANTS;
  const mass = MASS_INSIDE * outside.length;
  const examples = [
    ...weigh(variants.map(rowOf), true, shareOfVariants * mass),
    ...weigh(inside.map(rowOf), true, (1 - shareOfVariants) * mass),
    ...weigh(outside.map(rowOf), false, outside.length),
  ];
  const contrast = contrastOf(examples);
  for (const { row } of examples) stretch(row, contrast);
  const model = trainLogistic(examples, OPTIONS);
  return (analysis) => sigmoid(model.decide(stretch(rowOf(analysis), contrast)));
}

function weigh(rows: readonly SparseRow[], positive: boolean, mass: number): Example[] {
  return rows.map((row) => ({ row, positive, weight: mass / rows.length }));
}

/** How far apart the two sides' use of each feature is: the size of the log of the ratio. */
function contrastOf(examples: readonly Example[]): Float32Array {
  const used = [new Float32Array(WIDTH).fill(SMOOTHING), new Float32Array(WIDTH).fill(SMOOTHING)] as const;
  const mass = [0, 0];
  for (const { row, positive, weight } of examples) {
    const side = positive ? 1 : 0;
    const each = weight / Math.sqrt(row.features.length || 1);
    for (const feature of row.features) used[side][feature] = (used[side][feature] as number) + each;
    mass[side] = (mass[side] as number) + each * row.features.length;
  }
  const balance = Math.log((mass[0] as number) / (mass[1] as number));
  return used[1].map((inside, feature) => Math.abs(Math.log(inside / (used[0][feature] as number)) + balance));
}

function stretch(row: SparseRow, contrast: Float32Array): SparseRow {
  for (let at = 0; at < row.features.length; at++) {
    row.values[at] = (row.values[at] as number) * (contrast[row.features[at] as number] as number);
  }
  return row;
}

/** Words, characters and pairs of characters, each counted by its square root and scaled to length one, so that a letter weighs as much as a line. */
function rowOf({ text, words, law }: Analysis): SparseRow {
  const counts = new Map<number, number>();
  const add = (gram: string): void => {
    const feature = hash(gram);
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  for (const word of words) if (word.length > 1) add(`w${word}`);
  for (const word of law) add(`w${word}`);
  for (const run of text.match(/[\p{Script=Han}a-z]+/gu) ?? []) {
    for (let at = 0; at < run.length; at++) {
      add(run.charAt(at));
      if (at + 1 < run.length) add(run.slice(at, at + 2));
    }
  }
  const values = Float32Array.from(counts.values(), (count) => Math.sqrt(count));
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square) || 1;
  return { features: Int32Array.from(counts.keys()), values: values.map((value) => value / length) };
}

function hash(gram: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) state = Math.imul(state ^ gram.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) & (WIDTH - 1);
}
