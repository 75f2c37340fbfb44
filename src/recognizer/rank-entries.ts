import type { Helps } from "./helps.js";
import { SIGNALS, type SignalName, type Signals } from "./signals.js";

/** Fitted on held-out variants by test/bench/recognition/fit.ts. */
export const RANK_WEIGHTS: Readonly<Record<SignalName, number>> = {
  card: -0.15,
  cardLead: 2.46,
  bayes: 1.1,
  law: 0.68,
};

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
 * Candidates with their shares, likeliest first, except that the one most worth answering with leads: of nearly equal
 * ones that which helps with more of the rivals' matters, as an overview does.
 */
export function rankEntries(candidates: readonly Signals[], { helps, softness = 1 }: RankOptions): Ranked[] {
  const shares = sharesOf(candidates, softness);
  const ranked = candidates
    .map((signals, index) => ({ answer: signals.answer, signals, share: shares[index] as number, helpful: 0 }))
    .map((each, _, all) => ({ ...each, helpful: shareHelpedBy(each.answer, all, helps) }))
    .sort((a, b) => b.share - a.share || a.answer - b.answer);
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  const leader = others.reduce((best, each) => (worthOf(each) > worthOf(best) ? each : best), first);
  return [leader, ...ranked.filter((each) => each !== leader)];
}

function sharesOf(candidates: readonly Signals[], softness: number): number[] {
  const logits = candidates.map((signals) => SIGNALS.reduce((sum, name) => sum + RANK_WEIGHTS[name] * signals[name], 0) / softness);
  const best = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - best));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return odds.map((each) => each / total);
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
