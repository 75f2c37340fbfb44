import type { Library } from "../content/library.js";
import type { Calculator as CalculatorName } from "../content/schema/related.js";
import { bareWords, countChars, tidy } from "../reading/plain-text.js";
import { reply, type Suggestion } from "./activity.js";
import { dialogIdOf } from "./calculator-dialog.js";
import { CALCULATOR_WORDS } from "./calculator-words.js";
import { beginDialog } from "./dialog-commands.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import type { TurnContext } from "./turn.js";

const ASKED =
  /(?:帮|给|替|为|跟)(?:我|俺|咱|忙)?们?(?:来|再)?(?:估|计)?算(?!了|不|账|命)|(?<![打预结清核决上盘划])算(?:一算|一下|下|算)|计算器|计算一下|我想算/u;
const HOW_MUCH =
  /^(?:那|那么|大概|一共|到底)?我?(?:一共|总共|到底|大概|究竟)?(?:能|可以|该|应该)(?:拿|要|得|赔)(?:到|回)?多少(?:钱)?(?:呢|啊)?$/u;
const SURE = 0.6;
const NEAR_MAX = 3;
const MENU_CHARS_MAX = 6;

/** 算一算, 帮我算加班费, 我能拿多少: the calculator it names or the answer just given leads to, else the list of them. */
export function openSum(context: TurnContext, { text, choice }: Heard): Ending | undefined {
  if (choice?.begins !== undefined || choice?.opens !== undefined || !asksForSum(text)) return undefined;
  const named = namedSums(text);
  const [only] = named;
  if (only !== undefined && named.length === 1) return beginDialog(context, dialogIdOf(only));
  const about = ofTopic(context) ?? recognized(context, text);
  if (about !== undefined && (named.length === 0 || named.includes(about))) return beginDialog(context, dialogIdOf(about));
  return offer(named);
}

/** In the middle of a dialog only plain words leave it: 帮我算加班费. */
export function sumNamed(text: string): CalculatorName | undefined {
  const named = asksForSum(text) && countChars(text) <= 15 ? namedSums(text) : [];
  return named.length === 1 ? named[0] : undefined;
}

export function sumButton(calculator: CalculatorName): Suggestion {
  const label = CALCULATOR_WORDS[calculator].button ?? SUM_PHRASES.offerSum;
  return { label, say: label, begins: dialogIdOf(calculator) };
}

function asksForSum(text: string): boolean {
  const plain = tidy(text);
  return ASKED.test(plain) || HOW_MUCH.test(bareWords(plain));
}

function namedSums(text: string): readonly CalculatorName[] {
  const plain = tidy(text);
  return (Object.keys(CALCULATOR_WORDS) as CalculatorName[]).filter((name) => CALCULATOR_WORDS[name].named.test(plain));
}

function ofTopic({ conversation, library }: TurnContext): CalculatorName | undefined {
  return conversation.topic === undefined ? undefined : library.answers.get(conversation.topic)?.calculator;
}

/** What was told before and now is about, when it tells anything. */
function recognized({ conversation, recognizer, library }: TurnContext, text: string): CalculatorName | undefined {
  const { story } = conversation;
  if (story === undefined && countChars(bareWords(text)) <= MENU_CHARS_MAX) return undefined;
  const { candidates, scope } = recognizer.recognize(story === undefined ? text : `${story}。${text}`);
  return scope < SURE
    ? undefined
    : sharedSum(
        library,
        candidates.slice(0, NEAR_MAX).map(({ entry }) => entry),
      );
}

/** The one calculator that all these answers lead to. */
export function sharedSum({ answers }: Library, entries: readonly string[]): CalculatorName | undefined {
  const [first, ...others] = entries.map((entry) => answers.get(entry)?.calculator);
  return others.every((one) => one === first) ? first : undefined;
}

function offer(named: readonly CalculatorName[]): Ending {
  const names = named.length > 0 ? named : (Object.keys(CALCULATOR_WORDS) as CalculatorName[]);
  const buttons = names.map((name): Suggestion => {
    const { short } = CALCULATOR_WORDS[name];
    return { label: short, say: short, begins: dialogIdOf(name) };
  });
  return { outcome: "clarified", replies: [reply(SUM_PHRASES.which, buttons)] };
}
