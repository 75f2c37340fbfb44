import { bareWords } from "./plain-text.js";
import { readNumberRangeAt } from "./number-range.js";
import { read, UNREAD, type Reading } from "./reading.js";
import { afterFigures, spokenText } from "./spoken-text.js";

/** How many people. `low` and `high` differ where the words leave room: 十几个, 三四十人. */
export interface PeopleCount {
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

interface Found extends PeopleCount {
  /** Whether a word for people stands with the number. */
  readonly counted: boolean;
}

const ALONE =
  /^(?:(?:就|只有|只|光|仅)(?:是|有)?(?:我|本人)?(?:一个|1个|自己|一个人|1个人|自个儿|本人|我)|(?:我|本人)?(?:一个人|1个人|自己|个人)|没有别人|没别人|就一个|就1个|没有其他人|没其他人|单独我一个|一人|1人)$/;
const PAIR = /(?:我们|俺们|咱们?|我|他|俺)?(?:俩|两口子|夫妻|两夫妻|夫妻俩|小两口|和我(?:媳妇|老婆|老公|爱人|丈夫|哥|弟|姐|妹))/;
const TRIO = /(?:我们|俺们|咱们?)仨|爷仨|哥仨/;
const PERSON =
  /^\s?(?:几|多|余|来)?\s?(?:个|名|位|口|号|多个|多名|来个)?\s?(?:农民工|民工|工人|工友|工|人|职工|员工|老乡|兄弟|伙计|师傅|个|名|位|来号|号)(?![月年天小星礼])/;
const NOT_PEOPLE = /^\s?(?:个(?:小时|多?月|半月|星期|礼拜|工日|钟|工地)|万|元|块|毛|年|月|天|日|号(?!人)|点|岁|%|#|工地|次|小时|米|平)/;

/** The people a text counts: 12个人, 十几个, 我们仨, 就我一个, 三四十名农民工. Two different counts are none. */
export function readCount(words: string): Reading<PeopleCount> {
  const bare = bareWords(words);
  if (ALONE.test(bare)) return read({ count: 1, low: 1, high: 1 });
  const found = countsIn(spokenText(words));
  const counted = found.filter((one) => one.counted);
  const [only, ...others] = counted.length > 0 ? counted : found;
  if (only !== undefined) return others.every(({ count }) => count === only.count) ? read(plain(only)) : UNREAD;
  if (TRIO.test(bare)) return read({ count: 3, low: 3, high: 3 });
  return PAIR.test(bare) && bare.length <= 12 ? read({ count: 2, low: 2, high: 2 }) : UNREAD;
}

function countsIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length;) {
    const number = readNumberRangeAt(text, at);
    if (number === undefined) {
      at = afterFigures(text, at);
      continue;
    }
    const after = text.slice(number.end, number.end + 8);
    const counted = PERSON.test(after) && !NOT_PEOPLE.test(after);
    const whole = Number.isInteger(number.low) && !number.bare && !/[第.\d负-]$/.test(text.slice(0, at));
    if (whole && (counted || saysOnly(text, at, number.end)))
      found.push({ count: number.low, low: number.low, high: Math.floor(number.high), counted });
    at = number.end;
  }
  return found;
}

/** A bare number is an answer to 多少人 when nothing else is said. */
function saysOnly(text: string, at: number, end: number): boolean {
  return (
    (text.slice(0, at) + text.slice(end)).replace(
      /大概|大约|差不多|左右|一共|总共|共|有|是|吧|就|得有|能有|多|几|来|呢|啊|[\s\p{P}]/gu,
      "",
    ) === ""
  );
}

function plain({ count, low, high }: Found): PeopleCount {
  return { count, low, high };
}
