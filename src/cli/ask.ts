import type { TurnOutcome } from "../conversation/outcomes.js";
import type { Candidate } from "../recognizer/recognizer.js";
import { Play, type Stage } from "./play.js";

export interface Asked {
  readonly id?: string;
  readonly outcome: TurnOutcome;
  /** Probability of the best candidate; 0 without one. */
  readonly score: number;
  readonly entry: string | null;
  readonly citations: readonly Cited[];
  readonly candidates: readonly (Pick<Candidate, "entry" | "score" | "why"> & { readonly citations: readonly Cited[] })[];
  readonly statutes: readonly { readonly law: string; readonly article: string; readonly score: number }[];
  /** Probability that the question is about work. */
  readonly scope: number;
  readonly reply: string;
}

interface Cited {
  readonly law: string;
  readonly article: string;
}

const NOON = "T12:00:00+08:00";

/** One question, as if it were the first thing a person said, on the Beijing day `at` (`YYYY-MM-DD`). */
export function ask(stage: Stage, text: string, at: string): Asked {
  const play = new Play(stage, Date.parse(at + NOON));
  const result = play.say(text);
  const { candidates, scope } = stage.recognizer.recognize(text);
  const cite = (entry: string): Cited[] =>
    (stage.library.answers.get(entry)?.citations ?? []).map(({ law, article }) => ({ law, article }));
  const entry = result.outcome === "answered" ? (result.conversation.topic ?? null) : null;
  return {
    outcome: result.outcome,
    score: candidates[0]?.score ?? 0,
    entry,
    // Those of the law it was answered by, which may not be today's.
    citations: entry === null ? [] : result.replies.flatMap(({ sources }) => sources.map(({ law, article }) => ({ law, article }))),
    candidates: candidates.map((one) => ({ entry: one.entry, score: one.score, citations: cite(one.entry), why: one.why })),
    statutes: stage.recognizer.findStatutes(text),
    scope,
    reply: result.replies.map((reply) => reply.text).join("\n\n"),
  };
}
