import type { Helps } from "./helps.js";
import { SIGNALS, type SignalName, type Signals } from "./signals.js";

/** Fitted on held-out variants by test/bench/recognition/fit.ts. */
export const RANK_WEIGHTS: Readonly<Record<SignalName, number>> = {
  card: 0,
  cardLead: 1.99,
  bayes: 0.97,
  law: 0.63,
  matter: 0.62,
};

/** How much of what the library's matters have they divide among their answers, whatever the words say of these. As found by measuring. */
export const BY_MATTER = { share: 0.35 };

/** How much being the very card counts against helping whoever needs one of the rivals. */
const OWN = 0.85;

export interface Ranked {
  readonly answer: number;
  readonly signals: Signals;
  /** Share among the rivals; they add up to one. */
  readonly share: number;
  /** The share of those rivals whose askers this card helps as well, its own included. */
  readonly helpful: number;
}

export interface RankOptions {
  readonly helps: Helps;
  /** Above one spreads the shares over more cards. */
  readonly softness?: number;
}

/**
 * Candidates with their shares, those most worth answering with first: the likeliest, and of nearly equal ones those that
 * help with more of the rivals' matters, as an overview does.
 */
export function rankEntries(candidates: readonly Signals[], { helps, softness = 1 }: RankOptions): Ranked[] {
  const shares = sharesOf(candidates, softness);
  return candidates
    .map((signals, index) => ({ answer: signals.answer, signals, share: shares[index] as number, helpful: 0 }))
    .map((each, _, all) => ({ ...each, helpful: shareHelpedBy(each.answer, all, helps) }))
    .sort((a, b) => worthOf(b) - worthOf(a) || a.answer - b.answer);
}

function sharesOf(candidates: readonly Signals[], softness: number): number[] {
  const logits = candidates.map((signals) => SIGNALS.reduce((sum, name) => sum + RANK_WEIGHTS[name] * signals[name], 0) / softness);
  const best = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - best));
  const total = odds.reduce((sum, each) => sum + each, 0);
  const led = BY_MATTER.share * candidates.reduce((sum, { lead }) => sum + lead, 0);
  return odds.map((each, index) => ((1 - led) * each) / total + BY_MATTER.share * (candidates[index]?.lead ?? 0));
}

function shareHelpedBy(answer: number, ranked: readonly Ranked[], helps: Helps): number {
  const helped = helps[answer];
  return Math.min(
    1,
    ranked.reduce((sum, rival) => sum + (helped?.has(rival.answer) === true ? rival.share : 0), 0),
  );
}

function worthOf({ share, helpful }: Ranked): number {
  return OWN * share + (1 - OWN) * helpful;
}
