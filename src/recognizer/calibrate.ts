import { sigmoid } from "./logistic.js";
import type { Ranked } from "./rank-entries.js";

export const CALIBRATION_INPUTS = ["share", "card"] as const;
type CalibrationInput = (typeof CALIBRATION_INPUTS)[number];

/** Fitted on held-out variants by test/bench/recognition/fit.ts. */
const CALIBRATION: Readonly<Record<CalibrationInput | "bias", number>> = { bias: -1.09, share: 0.79, card: 1.67 };

/** Only what was said word for word is surer. */
const CHANCE_MAX = 0.98;

/** The chance that a ranked card is the right one: its share among rivals alone says nothing about texts that no card fits. */
export function chanceOf(ranked: Ranked): number {
  const inputs = calibrationInputs(ranked);
  return Math.min(
    CHANCE_MAX,
    sigmoid(CALIBRATION_INPUTS.reduce((sum, name, at) => sum + CALIBRATION[name] * (inputs[at] as number), CALIBRATION.bias)),
  );
}

/** In the order of CALIBRATION_INPUTS. */
export function calibrationInputs({ share, signals }: Ranked): number[] {
  const bounded = Math.min(0.999, Math.max(0.001, share));
  return [Math.log(bounded / (1 - bounded)), signals.card];
}
