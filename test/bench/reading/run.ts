import { EXACT_AMOUNTS, RATED_AMOUNTS } from "../../reading/cases/amount-cases.js";
import { NO_AMOUNTS, VAGUE_AMOUNTS } from "../../reading/cases/vague-amount-cases.js";
import { CALENDAR_DATES, PARTS_OF_DATES, RELATIVE_DATES } from "../../reading/cases/date-cases.js";
import { FESTIVAL_DATES, NO_DATES, SPANS_OF_DATES } from "../../reading/cases/period-cases.js";
import { DURATIONS, NO_DURATIONS, VAGUE_DURATIONS } from "../../reading/cases/duration-cases.js";
import type { Row } from "../../reading/cases/table.js";
import { expectedBounds, isRight, type Answer, type Kind } from "./judge.js";
import { ourAmount, ourDate, ourDuration } from "./ours.js";
import { openRecognizersText, type Peer } from "./recognizers-text.js";

type Read = (words: string) => Answer;

const GROUPS: readonly (readonly [name: string, kind: Kind, rows: readonly Row[]])[] = [
  ["amounts, exact", "amount", EXACT_AMOUNTS],
  ["amounts, a period or several", "amount", RATED_AMOUNTS],
  ["amounts, vague", "amount", VAGUE_AMOUNTS],
  ["no amount", "money", NO_AMOUNTS],
  ["durations, exact", "duration", DURATIONS],
  ["durations, vague", "duration", VAGUE_DURATIONS],
  ["no duration", "duration", NO_DURATIONS],
  ["dates by the calendar", "date", CALENDAR_DATES],
  ["dates from today", "date", RELATIVE_DATES],
  ["parts of months and years", "date", PARTS_OF_DATES],
  ["festivals and lunar dates", "date", FESTIVAL_DATES],
  ["from one date to another", "date", SPANS_OF_DATES],
  ["no date", "date", NO_DATES],
];

const ours: Peer = { amount: ourAmount, money: ourAmount, duration: ourDuration, date: ourDate };
const peer = await openRecognizersText().catch((error: unknown) => {
  console.log(`peer left out (npm install in test/bench): ${error instanceof Error ? error.message.split("\n")[0] : "unknown"}`);
});
const peers: readonly (readonly [string, Peer])[] =
  peer === undefined
    ? [["ours", ours]]
    : [
        ["ours", ours],
        ["Recognizers-Text", peer],
      ];

for (const [name, reader] of peers) report(name, reader);

function report(name: string, reader: Peer): void {
  const misses: string[] = [];
  let right = 0;
  let total = 0;
  const begun = performance.now();
  for (const [group, kind, rows] of GROUPS) {
    const wrong = rows.filter((row) => !isRight(kind, reader[kind](row.words), expectedBounds(kind, row)));
    right += rows.length - wrong.length;
    total += rows.length;
    console.log(`${name.padEnd(18)} ${group.padEnd(30)} ${rows.length - wrong.length}/${rows.length}`);
    misses.push(...wrong.map((row) => `  ${group}: ${row.words} (${row.expected}) ${shown(reader[kind], row.words)}`));
  }
  const each = (performance.now() - begun) / total;
  console.log(
    `${name.padEnd(18)} ${"all".padEnd(30)} ${right}/${total} = ${((100 * right) / total).toFixed(1)} %, ${each.toFixed(2)} ms a case`,
  );
  console.log(misses.length === 0 ? "  no misses" : misses.join("\n"));
}

function shown(read: Read, words: string): string {
  const answer = read(words);
  if (answer === undefined) return "→ nothing";
  return "failed" in answer ? `→ ${answer.failed}` : `→ ${answer.low}..${answer.high}`;
}
