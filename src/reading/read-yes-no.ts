import { bareWords } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

const YES = new Set([
  ..."是 是的 是啊 是呀 是哩 是嘞 对 对的 对着呢 对头 要 要的 想 好 好的 好着呢 行 行呢 可以 可 嗯 嗯嗯 恩 昂 有 有的 有呢 愿意 同意 没错 没问题 当然 必须的 中 得行 要得 成 ok yes y 1 第一个 确认 确定 需要 想要 肯定 有一点 有点 一点点 有一些 有过 就是 就是的 正是 算是 还在 在 在的 还在呢 签了 交了 买了 说了 报了".split(
    " ",
  ),
]);
const NO = new Set([
  ..."否 不 不是 不是的 不对 不要 不想 不用 不用了 不行 不可以 不好 没 没有 没有的 没得 冇 木有 无 莫得 没呢 没有呢 不愿意 不同意 拒绝 不需要 别 不必 no n 2 第二个 从来没有 从没有 没有过 没有啊 一直没有 都没有 啥也没有 不在 不在了 没签 没交 没买 没说 没报 未签 还没 还没有 不曾".split(
    " ",
  ),
]);

// A question back, or an honest "it depends": neither is an answer.
const NEITHER = /不知道|不清楚|不晓得|不确定|不好说|看情况|说不准|怎么|怎样|咋|啥|什么|多少|哪|几|吗|呢$|(\p{L})[不没]\1|能不能/u;
const CHARS_MAX = 8;
const OWN_WORDS_CHARS_MAX = 40;

export interface OwnWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Yes or no in its many forms; 不知道 and mixed answers stay unread. */
export function readYesNo(text: string): Reading<boolean> {
  const bare = bareWords(text);
  if (YES.has(bare)) return read(true);
  if (NO.has(bare)) return read(false);
  if (bare.length > CHARS_MAX || NEITHER.test(bare)) return UNREAD;
  if (/^(不|没|无|别|冇|木有|未|从没|从来没|一直没)/.test(bare)) return read(false);
  if (/^(是|对|要|好|可以|有|愿意|同意|嗯|行)/.test(bare)) return read(true);
  return UNREAD;
}

/** The same, with the words that answer this one question wherever they stand; words of both sides together are no answer. */
export function readYesNoIn(text: string, words: OwnWords): Reading<boolean> {
  const own = text.length > OWN_WORDS_CHARS_MAX ? UNREAD : spotYesNo(text, words);
  return own.kind === "read" ? own : readYesNo(text);
}

/** By the question's own words alone, as they may stand in a story. The longest word counts: 没签 before 签. */
export function spotYesNo(text: string, { yes, no }: OwnWords): Reading<boolean> {
  const bare = bareWords(text);
  const longest = (words: readonly string[]): number =>
    Math.max(0, ...words.map(bareWords).map((word) => (bare.includes(word) ? word.length : 0)));
  const forYes = longest(yes);
  const forNo = longest(no);
  return forYes === forNo || /[吗么]$|不知道/.test(bare) ? UNREAD : read(forYes > forNo);
}
