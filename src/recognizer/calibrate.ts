import { sigmoid } from "./logistic.js";
import type { Ranked } from "./rank-entries.js";

/** Fitted on held-out variants by test/bench/recognition/fit.ts. */
const CALIBRATION = { bias: -0.03, helpful: 0.93 } as const;

/** Only what was said word for word is surer. */
const CHANCE_MAX = 0.98;

/** The chance that a ranked card helps someone who asks about work. */
export function chanceOf(ranked: Ranked): number {
  return Math.min(CHANCE_MAX, sigmoid(CALIBRATION.bias + CALIBRATION.helpful * calibrationInput(ranked)));
}

/** The log of the odds that this card's share and its siblings' give. */
export function calibrationInput({ helpful }: Ranked): number {
  const bounded = Math.min(0.999, Math.max(0.001, helpful));
  return Math.log(bounded / (1 - bounded));
}
