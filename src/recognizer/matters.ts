import type { Answer, Matter } from "../content/library.js";
import { createBayesIndex } from "./bayes.js";
import { addUp, weightOf, type Terms } from "./terms.js";

/** The share of each matter in what was asked; they add up to one. */
export type MatterFinder = (told: Terms) => Float32Array;

export interface MatterLessons {
  /** The phrases of each of the library's matters in turn, their telling terms. */
  readonly phrases: readonly (readonly Terms[])[];
  /** The variants of the answers that each matter leads to, likewise; the rests too. */
  readonly variants: readonly (readonly Terms[])[];
}

const SMOOTHING = 0.02;
/** An answer's variants are many and say more than the matter. */
const VARIANT_WEIGHT = 0.3;
/** Below one: sharper than words and pairs of characters, which tell the same twice over, would allow. As found by measuring. */
const TEMPER = 0.5;

/** Learns matters from their own phrases and from the variants of the answers they lead to. */
export function createMatterFinder({ phrases, variants }: MatterLessons): MatterFinder {
  const classes = variants.map((led, matter) =>
    addUp([...(phrases[matter] ?? []).map((terms) => [terms, 1] as const), ...led.map((terms) => [terms, VARIANT_WEIGHT] as const)]),
  );
  const index = createBayesIndex(classes, SMOOTHING);
  return (told) => {
    const likelihoods = index.score(told);
    const best = likelihoods.reduce((most, each) => Math.max(most, each), -Infinity);
    const scale = TEMPER * Math.sqrt(1 + weightOf(told));
    const odds = likelihoods.map((each) => Math.exp((each - best) / scale));
    const total = odds.reduce((sum, each) => sum + each, 0);
    return odds.map((each) => each / total);
  };
}

/** What matters lead to, as numbers. After those of the library come the rests: of each topic the answers that no matter leads to. */
export interface MatterLinks {
  /** How many are the library's. */
  readonly named: number;
  /** For each matter its answers; those of the library's likeliest first. Numbers index the shelf's answers. */
  readonly answers: readonly Int32Array[];
  /** For each answer the matters that lead to it. */
  readonly ofAnswer: readonly Int32Array[];
}

export function linkMatters(matters: readonly Matter[], answers: readonly Answer[]): MatterLinks {
  const numbers = new Map(answers.map(({ id }, index) => [id, index]));
  const named = matters.map(({ answers: ids }) => ids.flatMap((id) => numbers.get(id) ?? []));
  const links = [...named, ...restsOf(answers, new Set(named.flat()))];
  const ofAnswer = answers.map((): number[] => []);
  links.forEach((own, matter) => own.forEach((answer) => ofAnswer[answer]?.push(matter)));
  return { named: named.length, answers: links.map((own) => Int32Array.from(own)), ofAnswer: ofAnswer.map((own) => Int32Array.from(own)) };
}

function restsOf(answers: readonly Answer[], led: ReadonlySet<number>): number[][] {
  const rests = new Map<string, number[]>();
  answers.forEach(({ topic }, index) => {
    if (!led.has(index)) rests.set(topic, [...(rests.get(topic) ?? []), index]);
  });
  return [...rests.values()];
}
