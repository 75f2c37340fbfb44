import type { Library, QuizQuestion } from "../content/library.js";
import { askable, drawRound } from "./draw.js";

/** Questions of one round. */
export const ROUND = 5;

/** Where somebody stands in the quiz; plain JSON, kept with the conversation. */
export interface QuizState {
  /** Asked in this and all rounds before. */
  readonly drawn: number;
  /** The ids of this round's questions. */
  readonly questions: readonly string[];
  /** Of each question answered, whether it was right. The round is on while some are not answered. */
  readonly right: readonly boolean[];
}

interface Place {
  readonly library: Library;
  /** The Beijing day. */
  readonly day: string;
}

/** A new round, going on where the last one ended; undefined where there is nothing to ask. */
export function beginRound({ library, day }: Place, seed: string, before: QuizState | undefined): QuizState | undefined {
  const drawn = before?.drawn ?? 0;
  const questions = drawRound(askable(library, day), { seed, drawn, size: ROUND }).map(({ id }) => id);
  return questions.length === 0 ? undefined : { drawn: drawn + questions.length, questions, right: [] };
}

/** The question that waits for an answer; undefined when the round is over, or content no longer has it. */
export function standingQuestion({ library, day }: Place, state: QuizState | undefined): QuizQuestion | undefined {
  const id = state?.questions[state.right.length];
  return id === undefined ? undefined : askable(library, day).find((one) => one.id === id);
}

export function answerStanding(state: QuizState, right: boolean): QuizState {
  return { ...state, right: [...state.right, right] };
}

/** The round given up: what was answered stays counted, the rest comes in the next one. */
export function stopRound(state: QuizState): QuizState {
  const left = state.questions.length - state.right.length;
  return { ...state, drawn: state.drawn - left, questions: state.questions.slice(0, state.right.length) };
}

export function rightOnes({ right }: QuizState): number {
  return right.filter((one) => one).length;
}
