import { resolve } from "node:path";
import { readLibrary } from "../../../src/content/load.js";
import { createRecognizer } from "../../../src/recognizer/create-recognizer.js";
import type { Recognition } from "../../../src/recognizer/recognizer.js";
import { areaUnderCurve, f1, measureStatutes, mostFrequentList, quantile, type StatuteFigures } from "./metrics.js";
import { comparePeers } from "./compare-peers.js";
import { findQuestions, readQuestions, type ScopeRow, type StatuteRow } from "./rows.js";
import { printCurve } from "./curve.js";

const folder = findQuestions(process.argv.find((argument, index) => index > 1 && !argument.startsWith("--")));
if (folder === undefined) {
  console.log("No questions to measure with: give their folder as an argument or in QUESTIONS_DIR.");
  process.exit(0);
}
const only = new Set(process.argv.filter((argument) => argument.startsWith("--")));
const questions = readQuestions(folder);
const begun = performance.now();
const { library } = readLibrary(resolve("."));
const read = performance.now();
const recognizer = createRecognizer(library);
const ready = performance.now();

console.log(
  `${library.answers.size} answers, ${[...library.statutes.values()].reduce((sum, { articles }) => sum + articles.size, 0)} gists, ` +
    `${library.outside.size} fields outside; content read in ${ms(read - begun)}, recognizer ready in ${ms(ready - read)}, ` +
    `resident ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
);
reportStatutes(questions.statutes);
printVerdicts(
  "consultations",
  questions.consultations.map(({ query }) => recognizer.recognize(query)),
);
reportScope("scope.jsonl", questions.scope);
reportScope("scope-complaints.jsonl", questions.complaints);
reportLatency([...questions.statutes, ...questions.scope, ...questions.complaints].map(({ query }) => query));
if (!only.has("--quick")) {
  await comparePeers(library, questions.statutes);
  printCurve(
    library,
    questions.statutes.map(({ query }) => query),
  );
}

function reportStatutes(rows: readonly StatuteRow[]): void {
  const results = rows.map(({ query }) => recognizer.recognize(query));
  const ranked = rows.map(({ query }) => recognizer.findStatutes(query));
  const halves: [string, (index: number) => boolean][] = [
    ["ours, all rows", () => true],
    ["ours, even rows (looked at)", (index) => index % 2 === 0],
    ["ours, odd rows (held out)", (index) => index % 2 === 1],
  ];
  for (const [name, keep] of halves) {
    const kept = rows.map((_, index) => index).filter(keep);
    printFigures(
      name,
      measureStatutes(
        kept.map((i) => rows[i] as StatuteRow),
        kept.map((i) => ranked[i] ?? []),
      ),
    );
  }
  const constant = mostFrequentList(rows);
  printFigures(
    "constant list of the most frequent",
    measureStatutes(
      rows,
      rows.map(() => constant),
    ),
  );
  printVerdicts("statute questions", results);
  reportConfident(rows, results);
}

/** How often the articles of a confidently answered card hold a right one. Gold names one article where several may do, so this is a floor. */
function reportConfident(rows: readonly StatuteRow[], results: readonly Recognition[]): void {
  const answered = rows.flatMap((row, index) => (results[index]?.verdict === "answer" ? [{ row, result: results[index] }] : []));
  const hit = answered.filter(({ row, result }) => {
    const cited = library.answers.get(result.candidates[0]?.entry ?? "")?.citations ?? [];
    return row.gold.some((gold) => cited.some(({ law, article }) => law === gold.law && article === gold.article));
  });
  console.log(`  answered: ${answered.length}; the card cites a gold article in ${share(hit.length / (answered.length || 1))}`);
}

function reportScope(name: string, rows: readonly ScopeRow[]): void {
  const results = rows.map(({ query }) => recognizer.recognize(query));
  const actual = rows.map((row) => row.in_scope);
  const scores = results.map(({ scope }) => scope);
  for (const [half, keep] of [
    ["all", () => true],
    ["even", (i: number) => i % 2 === 0],
    ["odd", (i: number) => i % 2 === 1],
  ] as const) {
    const kept = rows.map((_, index) => index).filter(keep);
    const pick = <T>(values: readonly T[]): T[] => kept.map((index) => values[index] as T);
    const inside = pick(results).map(({ verdict }) => verdict !== "out-of-scope");
    console.log(
      `${name} (${half}): AUC ${areaUnderCurve(pick(scores), pick(actual)).toFixed(3)}, F1 ${f1(inside, pick(actual)).toFixed(3)}`,
    );
  }
  printVerdicts(
    `${name}, in scope`,
    results.filter((_, index) => actual[index] === true),
  );
  printVerdicts(
    `${name}, out of scope`,
    results.filter((_, index) => actual[index] !== true),
  );
}

function printVerdicts(name: string, results: readonly Recognition[]): void {
  const counts = new Map<string, number>();
  for (const { verdict } of results) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const parts = [...counts].sort().map(([verdict, count]) => `${verdict} ${share(count / results.length)}`);
  console.log(`  ${name}: ${parts.join(", ")}`);
}

function reportLatency(texts: readonly string[]): void {
  const times = texts.map((text) => {
    const start = performance.now();
    recognizer.recognize(text);
    return performance.now() - start;
  });
  console.log(
    `latency over ${texts.length} texts: p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, resident ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
}

function printFigures(name: string, { recall1, recall3, recall5, mrr10, macro5 }: StatuteFigures): void {
  const cells = [recall1, recall3, recall5, mrr10, macro5].map((value) => value.toFixed(3));
  console.log(`${name.padEnd(40)} r@1 ${cells[0]}  r@3 ${cells[1]}  r@5 ${cells[2]}  MRR ${cells[3]}  r@5 by article ${cells[4]}`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
