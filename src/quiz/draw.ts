import { resolveSources } from "../answer/source.js";
import type { Library, QuizQuestion } from "../content/library.js";
import { holdsOn } from "../content/schema/common.js";

/** What may be asked on that day: the card has had its second reading and holds, and so does the article. A draft's question waits. */
export function askable(library: Library, day: string): readonly QuizQuestion[] {
  return [...library.quiz.values()].flatMap(({ id: topic, questions }) =>
    questions.filter((one) => holds(library, one, day)).map((one): QuizQuestion => ({ ...one, topic })),
  );
}

function holds(library: Library, { card, citation }: Omit<QuizQuestion, "topic">, day: string): boolean {
  const answer = library.answers.get(card);
  if (answer === undefined) return false;
  const life = { from: answer.from ?? "0000-01-01", ...(answer.until === undefined ? {} : { until: answer.until }) };
  return holdsOn(life, day) && resolveSources(library, [citation], day) !== undefined;
}

/**
 * The next questions of one conversation. Each conversation has an order of its own, which a question more or less
 * hardly changes; `drawn` were asked before, so that none comes again until all have been.
 */
export function drawRound(
  questions: readonly QuizQuestion[],
  { seed, drawn, size }: { readonly seed: string; readonly drawn: number; readonly size: number },
): readonly QuizQuestion[] {
  const placed = questions.map((question) => ({ question, place: scatter(`${seed}/${question.id}`) }));
  const order = placed.sort((one, other) => one.place - other.place).map(({ question }) => question);
  const count = Math.min(size, order.length);
  return Array.from({ length: count }, (_, index) => order[(drawn + index) % order.length]).filter((one) => one !== undefined);
}

/** A number that looks like chance and is the same every time: FNV-1a, its bits mixed once more. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
