import { beijingDay } from "../clock.js";
import type { QuizQuestion } from "../content/library.js";
import { answerStanding, beginRound, standingQuestion, stopRound, type QuizState } from "../quiz/round.js";
import { readLetter, readQuizWord } from "../quiz/read-pick.js";
import { QUIZ_PHRASES, sayQuestion, sayScore, sayVerdict } from "../quiz/say-quiz.js";
import { bareWords } from "../reading/plain-text.js";
import { reply, type Reply, type Suggestion } from "./activity.js";
import type { Changes, Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { putAside } from "./put-aside.js";
import type { TurnContext } from "./turn.js";

const LOOK_UP_MAX = 3;

interface Standing {
  readonly state: QuizState;
  readonly question: QuizQuestion;
}

/** 普法答题: begun by its word alone, and answered while no form is open; any other words are left to the turns that follow. */
export function playQuiz(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  // A button that opens something means that, whatever its label says.
  if (context.botIsOff === true || choice?.opens !== undefined || choice?.begins !== undefined) return undefined;
  const bare = bareWords(text);
  const word = readQuizWord(bare);
  const standing = standingOf(context);
  if (word === "begin") return standing === undefined ? begin(context) : askAgain(context, standing);
  if (standing === undefined || context.conversation.dialog !== undefined) return undefined;
  if (word === "stop") return ended(context, stopRound(standing.state), []);
  if (word === "go-on") return context.conversation.paused === undefined ? askAgain(context, standing) : undefined;
  const named = standing.question.options.findIndex((option) => bareWords(option) === bare) + 1;
  if (named > 0) return judge(context, standing, named);
  // A lone letter, and 不知道, are answers only to the question just asked.
  if (!justAsked(context, standing)) return undefined;
  return word === "pass" ? judge(context, standing, undefined) : judgeLetter(context, standing, bare);
}

function judgeLetter(context: TurnContext, standing: Standing, bare: string): Ending | undefined {
  const picked = readLetter(bare, standing.question);
  return picked === undefined ? undefined : judge(context, standing, picked);
}

function standingOf(context: TurnContext): Standing | undefined {
  const state = context.conversation.quiz;
  const question = standingQuestion(placeOf(context), state);
  return state === undefined || question === undefined ? undefined : { state, question };
}

function placeOf({ library, now }: TurnContext) {
  return { library, day: beijingDay(now) };
}

function justAsked({ conversation }: TurnContext, { question, state }: Standing): boolean {
  return conversation.lastReplies.at(-1)?.text.endsWith(sayQuestion(question, state)) === true;
}

function begin(context: TurnContext): Ending {
  const { conversation } = context;
  const state = beginRound(placeOf(context), conversation.id, conversation.quiz);
  const question = standingQuestion(placeOf(context), state);
  if (state === undefined || question === undefined) return { outcome: "quiz", replies: [reply(QUIZ_PHRASES.nothing, ["菜单"])] };
  const opening = reply(QUIZ_PHRASES.opening(state.questions.length));
  return { outcome: "quiz", replies: [opening, ask({ state, question })], changes: { ...aside(context), quiz: state } };
}

function askAgain(context: TurnContext, standing: Standing): Ending {
  const asked = ask(standing);
  return { outcome: "quiz", replies: [{ ...asked, text: `${QUIZ_PHRASES.goingOn}\n${asked.text}` }], changes: aside(context) };
}

/** A form on the way waits for 继续. */
function aside({ conversation }: TurnContext): Changes {
  return conversation.dialog === undefined ? {} : { ...putAside(conversation, conversation.dialog), dialog: null };
}

function ask({ question, state }: Standing): Reply {
  return reply(sayQuestion(question, state), [...question.options, QUIZ_PHRASES.stop]);
}

function judge(context: TurnContext, { state, question }: Standing, picked: number | undefined): Ending {
  const { text, sources } = sayVerdict(placeOf(context), question, picked);
  const right = picked === question.right;
  const next = answerStanding(state, right);
  const verdict = reply(text, [], sources);
  const following = standingQuestion(placeOf(context), next);
  const ending: Ending =
    following === undefined
      ? ended(context, next, [verdict])
      : { outcome: "quiz", replies: [verdict, ask({ state: next, question: following })], changes: { quiz: next } };
  return { ...ending, effects: [{ kind: "quiz-result", question: question.id, topic: question.topic, right }] };
}

function ended(context: TurnContext, state: QuizState, before: readonly Reply[]): Ending {
  const score = reply(sayScore(state), [...toLookUp(context, state), QUIZ_PHRASES.more, "菜单"]);
  return { outcome: "quiz", replies: [...before, score], changes: { quiz: stopRound(state) } };
}

/** The answers behind what was not known. */
function toLookUp({ library }: TurnContext, { questions, right }: QuizState): readonly Suggestion[] {
  const wrong = new Set(questions.filter((_, index) => right[index] === false));
  const cards = [...library.quiz.values()].flatMap((file) => file.questions.filter(({ id }) => wrong.has(id)).map(({ card }) => card));
  return [...new Set(cards)].slice(0, LOOK_UP_MAX).flatMap((answer) => {
    const title = library.answers.get(answer)?.title;
    return title === undefined ? [] : [{ label: title, say: title, opens: { answer } }];
  });
}
