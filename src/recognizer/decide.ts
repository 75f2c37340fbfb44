import type { Analysis } from "./analyze.js";
import { chanceOf } from "./calibrate.js";
import type { SaidIntent } from "./intent.js";
import type { OutsideField } from "./outside.js";
import type { Ranked } from "./rank-entries.js";
import type { Candidate, Recognition } from "./recognizer.js";
import { bareText, type Shelf } from "./shelf.js";

/** Chosen from what fit.ts and thresholds.ts in test/bench/recognition print about our own held-out phrases. */
export const THRESHOLDS = {
  /** The chance that the card helps, and the scope it takes. */
  answer: 0.8,
  answerScope: 0.65,
  /** The card's own share: when a sibling is nearly as likely, the user chooses. */
  answerShare: 0.4,
  /** Concepts of the question that the card does not speak of: more than these are another matter. */
  answerUnsaid: 1,
  /** A lower chance is enough when the matter that leads to the card is likely too, and all is said. The log is that of signals.ts. */
  answerByMatter: { chance: 0.72, scope: 0.9, share: 0.6, matter: Math.log(0.85), unsaid: 0 },
  /** Less likely cards are not offered. */
  offered: 0.05,
  /** The chance that the right card is among those offered. */
  clarify: 0.12,
  scope: 0.65,
  /** Enough when a card fits. */
  scopeWithCard: 0.5,
  cardFits: 0.7,
  /** Enough when a card surely fits: rare matters sound like other things, and a worker sent away is worse than a wrong offer. */
  scopeWithSureCard: 0.25,
  cardSurelyFits: 0.9,
  /** Few words tell little: only below this is a short text surely not about work. */
  scopeShort: 0.12,
  /** The share from which a field outside is likely the one meant. */
  field: 0.5,
  /** Likeness to a phrase that settles it; that settles it for a brief text no card answers; that is better than nothing. */
  intent: 0.75,
  intentBrief: 0.6,
  intentFaint: 0.5,
} as const;

const WORD_FOR_WORD = 0.99;
const CLARIFY_MAX = 3;
/** Longer texts tell several matters, and the writer must say which is meant. */
const LETTER_CHARS = 60;
const BRIEF_CHARS = 20;
/** Without digits: a long number alone says nothing. */
const SHORT_CHARS = 12;
const CANDIDATES_MAX = 10;

/** `said` is the answer one of whose texts was said word for word. */
export function toCandidates(ranked: readonly Ranked[], { answers }: Shelf, said: number | undefined): Candidate[] {
  const candidates = ranked.slice(0, CANDIDATES_MAX).map((each) => {
    const { answer: _, ...why } = each.signals;
    const chance = chanceOf(each);
    const score = said === undefined ? chance : each.answer === said ? WORD_FOR_WORD : Math.min(chance, 1 - WORD_FOR_WORD);
    return { entry: answers[each.answer]?.id ?? "", score, why: { ...why, share: each.share } };
  });
  return candidates
    .filter(({ score }) => score >= THRESHOLDS.offered)
    .sort((a, b) => Number(b.score === WORD_FOR_WORD) - Number(a.score === WORD_FOR_WORD));
}

export interface Evidence {
  readonly analysis: Pick<Analysis, "text" | "law">;
  readonly candidates: readonly Candidate[];
  readonly scope: number;
  readonly intent: SaidIntent | undefined;
  readonly field: OutsideField | undefined;
}

/** A wrong confident answer is the worst outcome, so it takes the most: little that the question speaks of may be missing from the card. */
export function decide(evidence: Evidence): Recognition["verdict"] {
  const { intent, analysis } = evidence;
  const likeness = intent?.score ?? 0;
  if (likeness >= THRESHOLDS.intent) return "intent";
  if (isSure(evidence)) return "answer";
  const elsewhere = evidence.scope < THRESHOLDS.scopeShort && isLikely(evidence.field);
  const brief = bareText(analysis.text).length <= BRIEF_CHARS && !elsewhere;
  if (brief && likeness >= THRESHOLDS.intentBrief) return "intent";
  const verdict = unsure(evidence);
  return verdict !== "clarify" && brief && likeness >= THRESHOLDS.intentFaint ? "intent" : verdict;
}

function isSure({ candidates: [best], scope, analysis }: Evidence): boolean {
  if (best === undefined) return false;
  if (best.score >= WORD_FOR_WORD) return true;
  if (analysis.text.length > LETTER_CHARS) return false;
  const { share = 0, matter = -Infinity, unsaid = 0 } = best.why;
  const { answer, answerScope, answerShare, answerUnsaid, answerByMatter: bar } = THRESHOLDS;
  if (best.score >= answer && scope >= answerScope && share >= answerShare && unsaid <= answerUnsaid) return true;
  if (best.score < bar.chance || scope < bar.scope || share < bar.share) return false;
  return matter >= bar.matter && unsaid <= bar.unsaid;
}

function unsure({ candidates, scope, field, analysis }: Evidence): "clarify" | "out-of-scope" | "not-understood" {
  const best = candidates[0]?.score ?? 0;
  if (scope < scopeFor(best)) {
    const short = lettersOf(analysis.text).length <= SHORT_CHARS;
    if (!short || scope < THRESHOLDS.scopeShort || isLikely(field)) return "out-of-scope";
    // Neither about work nor about anything else, unless it names a matter: 骨折了怎么办.
    if (analysis.law.length === 0) return "not-understood";
  }
  const offered = candidates.slice(0, CLARIFY_MAX).reduce((sum, { score }) => sum + score, 0);
  return offered >= THRESHOLDS.clarify ? "clarify" : "not-understood";
}

function scopeFor(bestScore: number): number {
  if (bestScore >= THRESHOLDS.cardSurelyFits) return THRESHOLDS.scopeWithSureCard;
  return bestScore >= THRESHOLDS.cardFits ? THRESHOLDS.scopeWithCard : THRESHOLDS.scope;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]+/gu, "");
}

export function isLikely(field: OutsideField | undefined): field is OutsideField {
  return field !== undefined && field.share >= THRESHOLDS.field;
}
