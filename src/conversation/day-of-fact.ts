import { composeAnswer, type Composed } from "../answer/compose-answer.js";
import { versionOn } from "../answer/version-on.js";
import { beijingDay } from "../clock.js";
import type { Answer } from "../content/library.js";
import { bareWords } from "../reading/plain-text.js";
import { readDate, type DateReading } from "../reading/read-date.js";
import { PHRASES } from "./phrases.js";
import type { TurnContext } from "./turn.js";

/** Below this the words hardly name a time. */
const SURE_MIN = 0.5;
/** When somebody began, was born or is still there decides nothing about what was done to him. */
const BEGINNING = /入职|进厂|进的?公司|进场|上班|来的|开始|以来|至今|到现在|出生|年生|生的/u;
const PIECES = /[，。！？；、,.!?;\s]+|(?<=入职|进厂|上班|来的|出生)/u;
/** What may stand around a time that is all of an answer: 是2024年6月的事. */
const AROUND =
  /^(?:大概|大约|差不多|应该)?(?:是|在|就)?|(?:的|的事|左右|吧|那会儿?|的时候|被辞退的|辞退的|走的|离职的|受的伤)?(?:呢|啊|了)?$/gu;

/** When the matter happened, as far as the words tell; undefined when they tell nothing, or of the time to come. */
export function toldTime(text: string, today: string): DateReading | undefined {
  for (const piece of text.split(PIECES)) {
    const reading = BEGINNING.test(piece) ? undefined : readDate(piece, today);
    if (reading?.kind === "read" && reading.value.sure >= SURE_MIN && reading.value.from <= today) return reading.value;
  }
  return undefined;
}

/** The answer by the law of the time told in the words, or by today's, with the question for the day where it decides. */
export function composeForTime(context: TurnContext, entry: string, said: { readonly text?: string; readonly day?: string }): Composed {
  const { library, region, now } = context;
  const today = beijingDay(now);
  const answer = library.answers.get(entry);
  if (said.day !== undefined) return composeAnswer({ library, region, day: said.day }, entry);
  const time = said.text === undefined ? undefined : toldTime(said.text, today);
  const current = composeAnswer({ library, region, day: today, dayUnsaid: true }, entry);
  if (answer === undefined || time === undefined || !oneLaw(answer, time)) return current;
  const then = composeAnswer({ library, region, day: time.until }, entry);
  return then.outcome === "withheld-not-in-force" && current.outcome !== then.outcome ? withCaution(current, time) : then;
}

/** The time that a short reply to "when?" tells about the answer just given; undefined when it tells something else. */
export function timeReplied({ conversation, library, now }: TurnContext, text: string): { entry: string; day: string } | undefined {
  const entry = conversation.topic;
  const answer = entry === undefined ? undefined : library.answers.get(entry);
  if (entry === undefined || answer?.earlier === undefined) return undefined;
  const time = toldTime(text, beijingDay(now));
  if (time === undefined || bareWords(text).replace(AROUND, "") !== bareWords(time.said)) return undefined;
  return oneLaw(answer, time) ? { entry, day: time.until } : undefined;
}

/** Whether one law held all that time: of a year in which it changed the month is needed. */
function oneLaw(answer: Answer, { from, until }: DateReading): boolean {
  return versionOn(answer, from)?.past === versionOn(answer, until)?.past;
}

/** For a time whose law is not held here: today's, and said to be so. */
function withCaution(composed: Composed, time: DateReading): Composed {
  const [first, ...others] = composed.bubbles;
  if (first === undefined) return composed;
  return { ...composed, bubbles: [{ ...first, text: `${PHRASES.lawOfToday(time.said)}\n${first.text}` }, ...others] };
}
