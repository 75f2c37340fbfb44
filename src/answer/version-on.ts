import type { Answer } from "../content/library.js";
import { holdsOn } from "../content/schema/common.js";
import { addDays } from "../reading/calendar-day.js";

type Earlier = NonNullable<Answer["earlier"]>[number];

/** What a card says under the law of one time. */
export interface AnswerVersion extends Pick<Answer, "conclusion" | "branches" | "steps" | "citations" | "notCovered"> {
  /** Set when that is earlier law. */
  readonly past?: Earlier;
}

const FIRST = "0000-01-01";

/** What the card says for a fact of that day; undefined when it has nothing to say for that time. */
export function versionOn(answer: Answer, day: string): AnswerVersion | undefined {
  const past = answer.earlier?.find(({ from = FIRST, until }) => holdsOn({ from, until }, day));
  if (past !== undefined) {
    const { conclusion, citations, branches = answer.branches, steps = answer.steps, notCovered = answer.notCovered } = past;
    return { conclusion, citations, steps, notCovered, past, ...(branches === undefined ? {} : { branches }) };
  }
  const { from = FIRST, until } = answer;
  return holdsOn({ from, ...(until === undefined ? {} : { until }) }, day) ? answer : undefined;
}

/** 2025年9月1日以前 */
export function sayBefore({ until }: Pick<Earlier, "until">): string {
  return `${sayDay(addDays(until, 1))}以前`;
}

export function sayDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
