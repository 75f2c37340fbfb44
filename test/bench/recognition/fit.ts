import { resolve } from "node:path";
import type { Answer, Library } from "../../../src/content/library.js";
import { readLibrary } from "../../../src/content/load.js";
import { createAnalyzer, type Analyze } from "../../../src/recognizer/analyze.js";
import { CALIBRATION_INPUTS, calibrationInputs } from "../../../src/recognizer/calibrate.js";
import { gistLikeness } from "../../../src/recognizer/gist-likeness.js";
import { rankEntries } from "../../../src/recognizer/rank-entries.js";
import { createShelf, type Shelf } from "../../../src/recognizer/shelf.js";
import { SIGNALS, signalsOf, type Signals } from "../../../src/recognizer/signals.js";

/**
 * Fits what src/recognizer keeps as constants: RANK_WEIGHTS and CALIBRATION. Every variant is judged by a shelf that
 * was built without it; nothing but our own variants and outside phrases is learned from.
 */
const FOLDS = 5;

interface Held {
  /** Index of the right answer; -1 for a phrase that has none. */
  readonly right: number;
  readonly candidates: readonly Signals[];
}

const { library } = readLibrary(resolve("."));
const held = holdOut(library);
const mode = process.argv[2] ?? "rank";
if (mode === "rank") printWeights(SIGNALS, fitChoice(held));
else printCalibration(held);

function holdOut(content: Library): Held[] {
  const { analyze } = createAnalyzer(content.words);
  const found: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const shelf = shelfWithout(content, { fold, analyze });
    [...content.answers.values()].forEach((answer, right) => {
      answer.variants.forEach((variant, index) => {
        if (index % FOLDS === fold) found.push({ right, candidates: judged(variant, { shelf, analyze }) });
      });
    });
    [...content.outside.values()].forEach(({ phrases }) => {
      phrases.forEach((phrase, index) => {
        if (index % FOLDS === fold) found.push({ right: -1, candidates: judged(phrase, { shelf, analyze }) });
      });
    });
  }
  return found;
}

function judged(text: string, { shelf, analyze }: { shelf: Shelf; analyze: Analyze }): Signals[] {
  const analysis = analyze(text);
  return signalsOf(analysis, shelf, gistLikeness(analysis.terms, shelf));
}

function shelfWithout(content: Library, { fold, analyze }: { fold: number; analyze: Analyze }): Shelf {
  const answers = new Map<string, Answer>();
  for (const [id, answer] of content.answers)
    answers.set(id, { ...answer, variants: answer.variants.filter((_, index) => index % FOLDS !== fold) });
  const variants = [...answers.values()].map((answer) => answer.variants.map(analyze));
  return createShelf({ ...content, answers }, analyze, variants);
}

/** Conditional logistic regression: the right card against its rivals. */
function fitChoice(examples: readonly Held[]): number[] {
  const weights = SIGNALS.map(() => 0);
  const seen = SIGNALS.map(() => 1e-6);
  const usable = examples.filter(({ right, candidates }) => candidates.some(({ answer }) => answer === right));
  for (let epoch = 0; epoch < 40; epoch++) {
    for (const { right, candidates } of usable) {
      const logits = candidates.map((signals) => SIGNALS.reduce((sum, name, at) => sum + (weights[at] ?? 0) * signals[name], 0));
      const best = Math.max(...logits);
      const odds = logits.map((logit) => Math.exp(logit - best));
      const total = odds.reduce((sum, each) => sum + each, 0);
      SIGNALS.forEach((name, at) => {
        const slope = candidates.reduce(
          (sum, signals, index) => sum + ((signals.answer === right ? 1 : 0) - (odds[index] ?? 0) / total) * signals[name],
          0,
        );
        step(weights, seen, at, slope);
      });
    }
  }
  return weights;
}

function step(weights: number[], seen: number[], at: number, slope: number): void {
  seen[at] = (seen[at] ?? 0) + slope * slope;
  weights[at] = (weights[at] ?? 0) + (0.3 * slope) / Math.sqrt(seen[at] ?? 1);
}

/** Logistic regression of "this candidate is the right one" over the first three candidates. */
function printCalibration(examples: readonly Held[]): void {
  const names = ["bias", ...CALIBRATION_INPUTS];
  const rows = examples.flatMap(({ right, candidates }) =>
    rankEntries(candidates)
      .slice(0, 3)
      .map((ranked) => ({ inputs: [1, ...calibrationInputs(ranked)], right: ranked.answer === right, first: false })),
  );
  const weights = names.map(() => 0);
  const seen = names.map(() => 1e-6);
  for (let epoch = 0; epoch < 40; epoch++) {
    for (const { inputs, right } of rows) {
      const logit = inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0);
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-logit));
      inputs.forEach((input, at) => step(weights, seen, at, error * input));
    }
  }
  printWeights(names, weights);
  printReliability(examples, weights);
}

/** For each bar: how many of the held-out texts pass it, and how often the first candidate is then right. */
function printReliability(examples: readonly Held[], weights: readonly number[]): void {
  const firsts = examples.flatMap(({ right, candidates }) => {
    const [first] = rankEntries(candidates);
    if (first === undefined) return [];
    const logit = [1, ...calibrationInputs(first)].reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0);
    return [{ chance: 1 / (1 + Math.exp(-logit)), right: first.answer === right, inside: right >= 0 }];
  });
  for (const bar of [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
    const over = firsts.filter(({ chance }) => chance >= bar);
    const right = over.filter((first) => first.right).length;
    const inside = over.filter((first) => first.inside).length;
    console.log(
      `bar ${bar}: ${over.length} of ${firsts.length} pass (${inside} about work), ${((100 * right) / (over.length || 1)).toFixed(1)} % right`,
    );
  }
}

function printWeights(names: readonly string[], weights: readonly number[]): void {
  console.log(names.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(2)},`).join("\n"));
}
