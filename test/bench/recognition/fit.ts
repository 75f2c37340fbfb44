import { resolve } from "node:path";
import { readLibrary } from "../../../src/content/load.js";
import { calibrationInput } from "../../../src/recognizer/calibrate.js";
import { THRESHOLDS } from "../../../src/recognizer/decide.js";
import { rankEntries, RANK_WEIGHTS } from "../../../src/recognizer/rank-entries.js";
import { SIGNALS } from "../../../src/recognizer/signals.js";
import { holdOut, type Held } from "./held-out.js";

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
  const names = ["bias", "helpful"];
  const rows = examples.flatMap(({ right, helpful, candidates }) => {
    if (right < 0) return [];
    const ranked = rankEntries(candidates, { helps });
    return ranked.slice(0, 3).map((each) => ({ inputs: [1, calibrationInput(each)], helps: helpful.has(each.answer) }));
  });
  const weights = names.map(() => 0);
  const seen = names.map(() => 1e-6);
  for (let epoch = 0; epoch < 40; epoch++) {
    for (const { inputs, helps } of rows) {
      const error = (helps ? 1 : 0) - 1 / (1 + Math.exp(-dot(inputs, weights)));
      inputs.forEach((input, at) => step({ weights, seen, at }, error * input));
    }
  }
  printWeights(names, weights);
  printReliability(examples, weights);
}

/** For each bar: how many of the held-out texts pass it, and how often the first candidate then helps, or is the very card. */
function printReliability(examples: readonly Held[], weights: readonly number[]): void {
  const firsts = examples.flatMap(({ right, helpful, candidates }) => {
    const ranked = rankEntries(candidates, { helps });
    const [first] = ranked;
    if (first === undefined) return [];
    const chance = 1 / (1 + Math.exp(-dot([1, calibrationInput(first)], weights)));
    return [{ chance, share: first.share, exact: first.answer === right, helps: helpful.has(first.answer), inside: right >= 0 }];
  });
  const all = firsts.filter(({ inside }) => inside).length;
  for (const bar of [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96]) {
    const over = firsts.filter(({ chance, share: own, inside }) => inside && chance >= bar && own >= THRESHOLDS.answerShare);
    const share = (count: number): string => ((100 * count) / (over.length || 1)).toFixed(1);
    console.log(
      `bar ${bar}: ${((100 * over.length) / all).toFixed(1)} % pass, ${share(over.filter(({ helps }) => helps).length)} % helpful, ` +
        `${share(over.filter(({ exact }) => exact).length)} % exact; ${firsts.filter(({ chance, inside }) => !inside && chance >= bar).length} of other things pass`,
    );
  }
}

function dot(inputs: readonly number[], weights: readonly number[]): number {
  return inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0);
}

function printWeights(names: readonly string[], weights: readonly number[]): void {
  console.log(names.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(2)},`).join("\n"));
}

main();
