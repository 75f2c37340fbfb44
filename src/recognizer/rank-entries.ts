import { SIGNALS, type SignalName, type Signals } from "./signals.js";

/** Fitted on held-out variants by test/bench/recognition/fit.ts. */
export const RANK_WEIGHTS: Readonly<Record<SignalName, number>> = {
  card: 2.6,
  cardLead: 3.6,
  bayes: 0.38,
  law: 0.85,
};

export interface Ranked {
  readonly answer: number;
  readonly signals: Signals;
  /** Share among the rivals; they add up to one. */
  readonly share: number;
}

/** Candidates with their shares, best first. `softness` above one spreads the shares over more cards. */
export function rankEntries(candidates: readonly Signals[], softness = 1): Ranked[] {
  const logits = candidates.map((signals) => SIGNALS.reduce((sum, name) => sum + RANK_WEIGHTS[name] * signals[name], 0) / softness);
  const best = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - best));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return candidates
    .map((signals, index) => ({ answer: signals.answer, signals, share: (odds[index] ?? 0) / total }))
    .sort((a, b) => b.share - a.share || a.answer - b.answer);
}
