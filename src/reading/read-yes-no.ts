import { bareWords } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

const YES = new Set([
  ..."是 是的 对 对的 要 要的 想 好 好的 行 可以 可 嗯 嗯嗯 有 有的 愿意 同意 没错 没问题 当然 必须的 中 得行 要得 成 ok yes y 1 第一个 确认 确定 需要 想要 肯定 有一点 有点 一点点".split(
    " ",
  ),
]);
const NO = new Set([
  ..."否 不 不是 不是的 不对 不要 不想 不用 不用了 不行 不可以 不好 没 没有 没有的 没得 冇 木有 无 不愿意 不同意 拒绝 不需要 别 不必 no n 2 第二个 从来没有 没有过 没有啊".split(
    " ",
  ),
]);

// A question back, or an honest "it depends": neither is an answer.
const NEITHER = /不知道|不清楚|不好说|看情况|说不准|怎么|怎样|咋|啥|什么|多少|哪|几|吗|呢$|(\p{L})[不没]\1|能不能/u;

/** Yes or no in its many forms; 不知道 and mixed answers stay unread. */
export function readYesNo(text: string): Reading<boolean> {
  const bare = bareWords(text);
  if (YES.has(bare)) return read(true);
  if (NO.has(bare)) return read(false);
  if (bare.length > 8 || NEITHER.test(bare)) return UNREAD;
  if (/^(不|没|无|别|冇|木有)/.test(bare)) return read(false);
  if (/^(是|对|要|好|可以|有|愿意|同意|嗯|行)/.test(bare)) return read(true);
  return UNREAD;
}
