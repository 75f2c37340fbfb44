import type { Answer, Library } from "../../../src/content/library.js";
import { createRecognizer } from "../../../src/recognizer/create-recognizer.js";
import { shuffled } from "../../../src/recognizer/logistic.js";
import { quantile } from "./metrics.js";

/** How cost grows with the number of cards: copies of ours with their characters' runs shuffled. */
export function printCurve(library: Library, texts: readonly string[]): void {
  for (const times of [1, 10, 100]) {
    const grown = grow(library, times);
    const begun = performance.now();
    const recognizer = createRecognizer(grown);
    const ready = performance.now() - begun;
    const costs = texts.map((text) => {
      const start = performance.now();
      recognizer.recognize(text);
      return performance.now() - start;
    });
    console.log(
      `${String(grown.answers.size).padStart(6)} cards (${times}×): ready in ${ready.toFixed(0)} ms, p50 ${quantile(costs, 0.5).toFixed(2)} ms, ` +
        `p99 ${quantile(costs, 0.99).toFixed(2)} ms, resident ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
  }
}

function grow(library: Library, times: number): Library {
  const answers = new Map<string, Answer>();
  for (let copy = 0; copy < times; copy++) {
    for (const answer of library.answers.values()) {
      const id = copy === 0 ? answer.id : `${answer.id}-${copy}`;
      answers.set(id, copy === 0 ? answer : { ...answer, id, variants: answer.variants.map((text) => shuffleRuns(text, copy)) });
    }
  }
  return { ...library, answers };
}

function shuffleRuns(text: string, seed: number): string {
  const runs = text.match(/.{1,3}/gu) ?? [];
  const order = shuffled(runs.length);
  return [...order].map((at) => runs[(at + seed) % runs.length] ?? "").join("");
}
