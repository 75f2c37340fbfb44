import { resolve } from "node:path";
import { readLibrary } from "../../../src/content/load.js";
import { CALIBRATION, calibrationInputs } from "../../../src/recognizer/calibrate.js";
import { THRESHOLDS } from "../../../src/recognizer/decide.js";
import { sigmoid } from "../../../src/recognizer/logistic.js";
import { rankEntries, RANK_WEIGHTS, type Ranked } from "../../../src/recognizer/rank-entries.js";
import { SIGNALS } from "../../../src/recognizer/signals.js";
import { holdOut, OF_MATTER, OUTSIDE, type Held } from "./held-out.js";

/**
 * Fits what src/recognizer keeps as constants: RANK_WEIGHTS and CALIBRATION. Nothing but our own
 * variants and outside phrases is learned from.
 */
const { held, helps } = holdOut(readLibrary(resolve(".")).library);

function main(): void {
  const fitted = fitChoice(held);
  printWeights(SIGNALS, fitted);
  // The calibration must be that of the new weights.
  Object.assign(RANK_WEIGHTS, Object.fromEntries(SIGNALS.map((name, at) => [name, fitted[at]])));
  printAccuracy(held);
  printCalibration(held);
}

function printAccuracy(examples: readonly Held[]): void {
  const inside = examples.filter(({ right }) => right >= 0);
  const ranked = inside.map(({ candidates }) => rankEntries(candidates, { helps }).map(({ answer }) => answer));
  const share = (holds: (list: readonly number[], index: number) => boolean): string =>
    ((100 * ranked.filter(holds).length) / inside.length).toFixed(1);
  console.log(
    `${inside.length} held out: exact first ${share((list, i) => list[0] === inside[i]?.right)} %, ` +
      `helpful first ${share((list, i) => inside[i]?.helpful.has(list[0] ?? -1) === true)} %, ` +
      `exact in three ${share((list, i) => list.slice(0, 3).includes(inside[i]?.right ?? -1))} %, ` +
      `helpful in three ${share((list, i) => list.slice(0, 3).some((answer) => inside[i]?.helpful.has(answer) === true))} %`,
  );
}

/** How much of the credit goes to the variant's own card; the rest is divided among the helpful by how likely they look. */
const EXACT = 0.7;

/** Conditional logistic regression: the right card and the helpful ones against their rivals. */
function fitChoice(examples: readonly Held[]): number[] {
  const weights = SIGNALS.map((name) => RANK_WEIGHTS[name]);
  const seen = SIGNALS.map(() => 1e-6);
  const usable = examples.filter(({ right, candidates }) => candidates.some(({ answer }) => answer === right));
  for (let epoch = 0; epoch < 25; epoch++) {
    for (const { right, helpful, candidates } of usable) {
      const logits = candidates.map((signals) => SIGNALS.reduce((sum, name, at) => sum + (weights[at] ?? 0) * signals[name], 0));
      const best = Math.max(...logits);
      const odds = logits.map((logit) => Math.exp(logit - best));
      const total = odds.reduce((sum, each) => sum + each, 0);
      const helpfulTotal = candidates.reduce((sum, { answer }, index) => sum + (helpful.has(answer) ? (odds[index] ?? 0) : 0), 0);
      const surplus = candidates.map(({ answer }, index) => {
        const likely = odds[index] ?? 0;
        const wanted = (answer === right ? EXACT : 0) + (helpful.has(answer) ? ((1 - EXACT) * likely) / helpfulTotal : 0);
        return wanted - likely / total;
      });
      SIGNALS.forEach((name, at) => {
        step(
          { weights, seen, at },
          candidates.reduce((sum, signals, index) => sum + (surplus[index] ?? 0) * signals[name], 0),
        );
      });
    }
  }
  return weights;
}

function step({ weights, seen, at }: { weights: number[]; seen: number[]; at: number }, slope: number): void {
  seen[at] = (seen[at] ?? 0) + slope * slope;
  weights[at] = (weights[at] ?? 0) + (0.3 * slope) / Math.sqrt(seen[at] ?? 1);
}

/** Logistic regression of "this candidate helps" over the first three candidates. */
function printCalibration(examples: readonly Held[]): void {
  const names = Object.keys(CALIBRATION) as (keyof typeof CALIBRATION)[];
  const rows = examples.flatMap(({ right, helpful, candidates }) => {
    if (right === OUTSIDE) return [];
    const ranked = rankEntries(candidates, { helps });
    return ranked.slice(0, 3).map((each) => ({ inputs: inputsOf(each), helps: helpful.has(each.answer) }));
  });
  const weights = names.map(() => 0);
  const seen = names.map(() => 1e-6);
  for (let epoch = 0; epoch < 40; epoch++) {
    for (const { inputs, helps } of rows) {
      const error = (helps ? 1 : 0) - sigmoid(dot(inputs, weights));
      inputs.forEach((input, at) => step({ weights, seen, at }, error * input));
    }
  }
  printWeights(names, weights);
  for (const [name, isOne] of [
    ["variants", (right: number) => right >= 0],
    ["matters' phrases", (right: number) => right === OF_MATTER],
  ] as const) {
    console.log(`${name}:`);
    printReliability(
      examples.filter(({ right }) => isOne(right) || right === OUTSIDE),
      weights,
    );
  }

  function inputsOf(ranked: Ranked): number[] {
    const inputs = calibrationInputs(ranked);
    return names.map((name) => inputs[name]);
  }

  /** For each bar: how many of the held-out texts pass it, and how often the first candidate then helps, or is the very card. */
  function printReliability(kept: readonly Held[], fitted: readonly number[]): void {
    const firsts = kept.flatMap(({ right, helpful, candidates }) => {
      const [first] = rankEntries(candidates, { helps });
      if (first === undefined) return [];
      const chance = sigmoid(dot(inputsOf(first), fitted));
      return [{ chance, share: first.share, exact: first.answer === right, helps: helpful.has(first.answer), inside: right !== OUTSIDE }];
    });
    const all = firsts.filter(({ inside }) => inside).length;
    for (const bar of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.97]) {
      const over = firsts.filter(({ chance, share: own, inside }) => inside && chance >= bar && own >= THRESHOLDS.answerShare);
      const share = (count: number): string => ((100 * count) / (over.length || 1)).toFixed(1);
      console.log(
        `bar ${bar}: ${((100 * over.length) / all).toFixed(1)} % pass, ${share(over.filter(({ helps }) => helps).length)} % helpful, ` +
          `${share(over.filter(({ exact }) => exact).length)} % exact; ${firsts.filter(({ chance, inside }) => !inside && chance >= bar).length} of other things pass`,
      );
    }
  }
}

function dot(inputs: readonly number[], weights: readonly number[]): number {
  return inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0);
}

function printWeights(names: readonly string[], weights: readonly number[]): void {
  console.log(names.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(2)},`).join("\n"));
}

main();
