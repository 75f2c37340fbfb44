import { citationLine, resolveSources, type Source } from "../answer/source.js";
import type { Library, QuizQuestion } from "../content/library.js";
import { TOPICS } from "../content/schema/topic.js";
import { rightOnes, type QuizState } from "./round.js";

export const QUIZ_PHRASES = {
  opening: (count: number) =>
    `普法答题，一轮 ${count} 题，点一下或者回复数字。中间想问别的直接问，再回复“答题”接着答；不想答了回复“不答了”。只记题目的对错，不记是谁答的。`,
  nothing: "现在还没有能出的题。想问什么直接说。",
  goingOn: "接着答：",
  stop: "不答了",
  more: "再来一轮",
} as const;

/** A question, its place in the round and its topic. Its options are the buttons under it. */
export function sayQuestion({ question, topic }: QuizQuestion, { questions, right }: QuizState): string {
  return `第 ${right.length + 1} 题，共 ${questions.length} 题（${TOPICS[topic]}）\n${question}`;
}

/** Right or not, why, and the article behind it. `picked` counts from 1; undefined for 不知道. */
export function sayVerdict(
  { library, day }: { readonly library: Library; readonly day: string },
  { options, right, why, citation }: QuizQuestion,
  picked: number | undefined,
): { readonly text: string; readonly sources: readonly Source[] } {
  const sources = resolveSources(library, [citation], day) ?? [];
  const said = picked === right ? "答对了。" : `${picked === undefined ? "" : "不对，"}答案是：${options[right - 1] ?? ""}。`;
  return { text: `${said}\n${why}\n依据：${citationLine(sources)}`, sources };
}

export function sayScore(state: QuizState): string {
  const [count, right] = [state.right.length, rightOnes(state)];
  if (count === 0) return "好，不答了。什么时候想答，回复“答题”。";
  const score = `答了 ${count} 题，对了 ${right} 题。`;
  if (right === count) return `${score}都对，这些权利您心里有数了。`;
  return `${score}没答对的，点下面可以看看法律怎么定的。`;
}
