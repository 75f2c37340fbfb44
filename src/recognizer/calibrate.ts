import { sigmoid } from "./logistic.js";
import type { Ranked } from "./rank-entries.js";

/** Fitted on held-out phrases by test/bench/recognition/fit.ts. */
export const CALIBRATION: Readonly<Record<keyof CalibrationInputs, number>> = { bias: 0.37, helpful: 0.97, unsaid: -0.17 };

/** Only what was said word for word is surer. */
const CHANCE_MAX = 0.98;
/** More concepts than these tell no more. */
const UNSAID_MAX = 3;

interface CalibrationInputs {
  readonly bias: 1;
  /** The log of the odds that this card's share and its siblings' give. */
  readonly helpful: number;
  readonly unsaid: number;
}

/** The chance that a ranked card helps someone who asks about work. */
export function chanceOf(ranked: Ranked): number {
  const inputs = calibrationInputs(ranked);
  const odds = CALIBRATION.bias + CALIBRATION.helpful * inputs.helpful + CALIBRATION.unsaid * inputs.unsaid;
  return Math.min(CHANCE_MAX, sigmoid(odds));
}

export function calibrationInputs({ helpful, signals }: Ranked): CalibrationInputs {
  const bounded = Math.min(0.999, Math.max(0.001, helpful));
  return { bias: 1, helpful: Math.log(bounded / (1 - bounded)), unsaid: Math.min(UNSAID_MAX, signals.unsaid) };
}
