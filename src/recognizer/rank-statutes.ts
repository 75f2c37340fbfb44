import type { Clues } from "./clues.js";
import { rankEntries } from "./rank-entries.js";
import type { StatuteHit } from "./recognizer.js";
import type { Shelf } from "./shelf.js";
import { top, type Signals } from "./signals.js";

const HITS_MAX = 10;
const GISTS_MAX = 20;
/** People ask about bundles, so articles are gathered over more cards than an answer would be chosen from. */
const SOFTNESS = 5;
/** How much less each next citation of a card counts. */
const FADE = 0.5;
/** How much a cited article gains when its gist says what was asked. */
const GAIN_BY_GIST = 3;
/** How much of its weight an article hands to those its gist names, before it is divided among them. */
const SHARE_OF_NAMED = 0.8;
/** What the article with the nearest gist may add by itself, against one for all cards together. */
const GIST_ALONE = 0.15;

/** How much of it all the likely cards say; the matters say the rest. */
const BY_CARDS = 0.3;
/** How much less each next article of a matter counts, and how much one gains when its gist says what was asked. */
const MATTER_FADE = 0.4;
const MATTER_GAIN = 1;

/** Articles the question is about: what a lawyer opens for its matter, those of likely cards, those they rest on, and those whose gist says the same words. */
export function rankStatutes(candidates: readonly Signals[], { likeness, matters }: Clues, shelf: Shelf): StatuteHit[] {
  const { refs, byAnswer, byMatter, named } = shelf.cited;
  const cited = new Float32Array(refs.length);
  for (const { answer, share } of rankEntries(candidates, { helps: shelf.helps, softness: SOFTNESS })) {
    byAnswer[answer]?.forEach((article, position) => {
      const said = likeness.relative[article] ?? 0;
      cited[article] = (cited[article] as number) + (BY_CARDS * share * (1 + GAIN_BY_GIST * said)) / (1 + FADE * position);
    });
  }
  const scores = cited.slice();
  cited.forEach((weight, article) => {
    const others = weight > 0 ? (named[article] ?? []) : [];
    for (const other of others) scores[other] = (scores[other] as number) + (SHARE_OF_NAMED * weight) / Math.sqrt(others.length);
  });
  byMatter.forEach((opened, matter) => {
    opened.forEach((article, position) => {
      const said = 1 + MATTER_GAIN * (likeness.relative[article] ?? 0);
      scores[article] = (scores[article] as number) + ((matters[matter] as number) * said) / (1 + MATTER_FADE * position);
    });
  });
  for (const article of top(likeness.relative, GISTS_MAX)) {
    scores[article] = (scores[article] as number) + GIST_ALONE * likeness.trust * (likeness.relative[article] as number) ** 3;
  }
  return toHits(scores, shelf);
}

function toHits(scores: Float32Array, { cited }: Shelf): StatuteHit[] {
  const total = scores.reduce((sum, score) => sum + score, 0) || 1;
  return top(scores, HITS_MAX).flatMap((article) => {
    const ref = cited.refs[article];
    const score = (scores[article] as number) / total;
    return ref === undefined || score <= 0 ? [] : [{ ...ref, score }];
  });
}
