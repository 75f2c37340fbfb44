import { add, close, EMPTY, shorthand, type SoFar } from "./number-so-far.js";
import { nextNumberToken, type NumberToken } from "./number-token.js";

/** A number as people say it. `low` is the figure named; `high` is above it for 五六千, 一万多, 几百. */
export interface ChineseNumber {
  readonly low: number;
  readonly high: number;
  /** How sure the reading is, 0 to 1. */
  readonly sure: number;
  /** The largest unit named: 10 000 for 两万三, 1 for plain figures. */
  readonly unit: number;
  /** A unit with no figure before it (万元, 百把块): a number only next to something that is counted. */
  readonly bare: boolean;
  readonly end: number;
}

const TOKENS_MAX = 24;
/** Beyond this a number in a person's words is a slip or a prank; its fen would not be an exact integer. */
const VALUE_MAX = 1e13;
/** What counts something of its own: the 三 of 两万三个月 belongs to the months. */
const MEASURE = /^(?:个|年|月|天|人|名|位|次|号|日|级|倍|小时|周|星期|户|家|多个)/;

/** The longest number that begins at `at`. */
export function readNumberAt(text: string, at: number): ChineseNumber | undefined {
  let state = EMPTY;
  let end = at;
  let before: NumberToken | undefined;
  for (let count = 0; count < TOKENS_MAX; count += 1) {
    const token = nextNumberToken(text, end, before);
    const next = token === undefined ? undefined : add(state, token, end);
    if (token === undefined || next === undefined) break;
    state = next;
    end = token.end;
    before = token;
  }
  return before === undefined ? undefined : finish(state, text, end);
}

function finish(state: SoFar, text: string, end: number): ChineseNumber | undefined {
  const short = shorthand(state);
  if (short !== 1 && !state.open && MEASURE.test(text.slice(end, end + 3))) {
    return finish({ ...state, pending: undefined }, text, state.pendingAt);
  }
  const { section, spread } = close(state);
  const low = tidySum(state.upper + section);
  const high = tidySum(low + spread);
  if (high >= VALUE_MAX) return undefined;
  const doubt =
    (high > low && !state.open ? 0.8 : 1) * (high > low * 2.5 ? 0.5 : 1) * (short !== 1 && state.pending?.digits === 2 ? 0.6 : 1);
  return { low, high, unit: state.largest, bare: state.bare, end, sure: state.sure * doubt };
}

function tidySum(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
