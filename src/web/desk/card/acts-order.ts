import type { CaseAct } from "../../../case/life.js";
import type { OpenAct } from "../ask/shapes.js";

/** The way forward first, the way back last. */
const ORDER: readonly CaseAct[] = [
  ...(["claim", "begin", "resume", "answered", "close", "unsolved", "finish", "settle", "reopen"] as const),
  ...(["ask-worker", "ask-employer", "refer", "transfer", "release", "decline", "withdraw"] as const),
];

export function inOrder(acts: readonly OpenAct[]): readonly OpenAct[] {
  return [...acts].sort((a, b) => ORDER.indexOf(a.act) - ORDER.indexOf(b.act));
}
