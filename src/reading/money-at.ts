import type { ChineseNumber } from "./chinese-number.js";
import { payPeriod } from "./pay-period.js";
import { sticky } from "./spoken-text.js";

/** How a number is money: what one of it is worth, what coins follow, where the words end. */
export interface Money {
  readonly fenEach: number;
  readonly extraFen: number;
  readonly sure: number;
  readonly end: number;
}

const CURRENCY = /\s?(?:元整?|块钱|块(?![儿去走干做上来头])|圆整?|rmb|人民币|大洋)(?:钱|人民币)?/iy;
const SMALL_COINS =
  /([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:(毛|角)(?:钱)?(?:([\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分?)?|(分)|(?![\d个年月天人名位次号日十百千万多到]))/y;
const COINS_ALONE = /\s?(?:毛|角)钱?(?:([\d一二两三四五六七八九])分?)?/y;
/** What shows that a number counts something else than money. */
const COUNTED =
  /^\s?(?:[个人名户位年月天日号次岁级条家亩斤吨平米里点分秒周倍例期层栋台辆件本医%℃:x×*]|小时|公里|多个|多人|来人|星期|楼|工人|职工|、\d{1,2}[号日]|\/\d|-\d|\.\d)/;
const MONEY_WORD =
  /(?:欠|工资|薪|钱|付|给|发|拿|赔|扣|押|罚|收|借|款|交|补|费|奖|提成|报酬|金额|共|计|才|只有|挣|赚|结|要|讨|差)[^\d,。;、!?]{0,6}$/;
const SERVICE_NUMBERS = new Set([
  110, 114, 119, 120, 122, 996, 12308, 12315, 12328, 12329, 12333, 12338, 12345, 12348, 12351, 12355, 12366, 12371, 12378,
]);
const ANSWER_CHARS_MAX = 40;
const FILLERS = /大概|大约|差不多|左右|上下|就|我|是|有|的|吧|啊|呢|哦|嗯|多|来|钱|那|约|不到|至少|[\s\p{P}]/gu;
/** 一分钱没给 names no amount. */
const NOT_A_CENT = /^[块毛角分]钱?(?:都|也)?[没不未]/;
const SMALL_SIGNS = "0一二三四五六七八九";

/** Why the number is money: its unit, its size, a word of money before it, or nothing else being said. */
export function moneyAt(text: string, at: number, number: ChineseNumber): Money | undefined {
  const { end } = number;
  if (number.high === 1 && NOT_A_CENT.test(text.slice(end, end + 6))) return undefined;
  const coins = sticky(COINS_ALONE, text, end);
  if (coins !== undefined && number.high < 100)
    return { fenEach: 10, extraFen: smallSign(coins[1]), sure: 0.95, end: COINS_ALONE.lastIndex };
  if (sticky(CURRENCY, text, end) !== undefined) return withCoins(text, CURRENCY.lastIndex);
  const plain = { fenEach: 100, extraFen: 0, end };
  const after = text.slice(end, end + 5);
  if (/[¥$]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return { ...plain, sure: 0.98 };
  if ((number.bare && !isNearly(text, at)) || COUNTED.test(after) || /[第之\d.[(〔]/.test(text[at - 1] ?? "") || /^[a-z]/i.test(after))
    return undefined;
  if (number.unit >= 1_000) return { ...plain, sure: 0.9 };
  if (saysOnly(text, at, end)) return plausible(number, { ...plain, sure: 0.8 });
  const before = text.slice(Math.max(0, at - 16), at);
  const least = payPeriod(text, at, end).period !== undefined ? 5 : MONEY_WORD.test(before) ? 50 : Infinity;
  return number.low >= least ? plausible(number, { ...plain, sure: 0.75 }) : undefined;
}

/** 工资近百万: a bare unit is a sum of money when something is said to come near it. */
function isNearly(text: string, at: number): boolean {
  return /(?:近|接近|上|过|超过)$/.test(text.slice(Math.max(0, at - 2), at)) && MONEY_WORD.test(text.slice(Math.max(0, at - 16), at));
}

/** The whole of a short answer: 大概5000吧. */
function saysOnly(text: string, at: number, end: number): boolean {
  return text.length <= ANSWER_CHARS_MAX && (text.slice(0, at) + text.slice(end)).replace(FILLERS, "") === "";
}

/** Phone numbers and ID numbers are figures too. */
function plausible(number: ChineseNumber, money: Money): Money | undefined {
  return number.high < 1e8 && !SERVICE_NUMBERS.has(number.low) ? money : undefined;
}

/** The 五 of 三块五, the 五毛二 of 三块五毛二. */
function withCoins(text: string, at: number): Money {
  const coins = sticky(SMALL_COINS, text, at);
  if (coins === undefined) return { fenEach: 100, extraFen: 0, sure: 1, end: at };
  const extraFen = coins[4] === undefined ? smallSign(coins[1]) * 10 + smallSign(coins[3]) : smallSign(coins[1]);
  return { fenEach: 100, extraFen, sure: 0.95, end: at + coins[0].length };
}

function smallSign(sign: string | undefined): number {
  if (sign === undefined) return 0;
  const plain = "零壹贰叁肆伍陆柒捌玖".indexOf(sign);
  return /\d/.test(sign) ? Number(sign) : sign === "两" ? 2 : Math.max(plain, SMALL_SIGNS.indexOf(sign));
}
