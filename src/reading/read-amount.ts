import { approximationAround, widen } from "./approximate-words.js";
import type { ChineseNumber } from "./chinese-number.js";
import { moneyAt } from "./money-at.js";
import { readNumberRangeAt } from "./number-range.js";
import { payPeriod } from "./pay-period.js";
import { read, UNREAD, type Reading } from "./reading.js";
import { readBackAmount, type Period } from "./say-money.js";
import { afterFigures, spokenText } from "./spoken-text.js";

/** Money a person named, in integer fen. */
export interface Amount {
  /** The figure named; the lower one of a range. */
  readonly fen: number;
  /** Bounds, when the words leave room: 五六千, 一万多, 三千左右. No `high`: at least `low`. */
  readonly low?: number;
  readonly high?: number;
  readonly period?: Period;
  /** 0 to 1. */
  readonly sure: number;
  /** The words it was read from. */
  readonly said: string;
  /** A sentence to put back to the person. */
  readonly readBack: string;
}

interface Found {
  readonly amount: Amount;
  readonly end: number;
}

const AMOUNTS_MAX = 50;
/** Every amount of money in a text, in the order said: 两万三, 3.5万, 三千五百块, 4千5, 2w3, 五六千, 一个月6000, 三块五. */
export function readAmount(words: string): Reading<readonly Amount[]> {
  const text = spokenText(words);
  const amounts: Amount[] = [];
  let at = 0;
  while (at < text.length && amounts.length < AMOUNTS_MAX) {
    const number = readNumberRangeAt(text, at);
    const found = number === undefined || isNegative(text, at) ? undefined : amountAt(text, at, number);
    if (found !== undefined) amounts.push(found.amount);
    at = found?.end ?? number?.end ?? afterFigures(text, at);
  }
  return amounts.length === 0 ? UNREAD : read(amounts);
}

function isNegative(text: string, at: number): boolean {
  return /(?:^|[^\d万千百元块])[-负]\s?[¥$]?$/.test(text.slice(Math.max(0, at - 4), at));
}

function amountAt(text: string, at: number, number: ChineseNumber): Found | undefined {
  const money = moneyAt(text, at, number);
  if (money === undefined) return undefined;
  const about = approximationAround(text, at, money.end);
  const { period, end } = payPeriod(text, at, about.end);
  const fen = Math.round(number.low * money.fenEach) + money.extraFen;
  const wide = widen(about.kind, fen, Math.round(number.high * money.fenEach) + money.extraFen);
  if (fen === 0) return undefined;
  const bounds =
    wide.high === fen && wide.low === fen
      ? {}
      : { low: Math.round(wide.low), ...(wide.high === undefined ? {} : { high: Math.round(wide.high) }) };
  const value = { fen, ...bounds, ...(period === undefined ? {} : { period }) };
  const sure = Math.round(number.sure * money.sure * (about.kind === undefined ? 1 : 0.85) * 100) / 100;
  return { amount: { ...value, sure, said: text.slice(at, end), readBack: readBackAmount(value, about.kind) }, end };
}
