import type { Answer } from "../content/library.js";

/** How many of a card's citations decide its matter; the rest is about procedure. */
const DECIDING = 3;

/** For each answer the indices of those whose askers it helps, its own among them. */
export type Helps = readonly ReadonlySet<number>[];

export function helpsOf(answers: readonly Answer[]): Helps {
  const bases = answers.map(basisOf);
  return bases.map((other, own) => new Set(bases.flatMap((basis, index) => (index === own || helpsOn(other, basis) ? [index] : []))));
}

/** Whether someone who needs `answer` is helped by `other`: it rests on the same first article, or on most of the deciding ones within the topic. */
export function helpsAsWell(other: Answer, answer: Answer): boolean {
  return other.id === answer.id || helpsOn(basisOf(other), basisOf(answer));
}

/** What an answer rests on. */
interface Basis {
  readonly topic: Answer["topic"];
  readonly first: string | undefined;
  readonly deciding: readonly string[];
  readonly cited: ReadonlySet<string>;
}

function basisOf({ topic, citations }: Answer): Basis {
  const cited = citations.map(({ law, article }) => `${law} ${article}`);
  return { topic, first: cited[0], deciding: cited.slice(0, DECIDING), cited: new Set(cited) };
}

function helpsOn(other: Basis, { topic, first, deciding }: Basis): boolean {
  if (first === undefined) return false;
  if (first === other.first) return true;
  return other.topic === topic && deciding.filter((key) => other.cited.has(key)).length >= deciding.length / 2;
}
