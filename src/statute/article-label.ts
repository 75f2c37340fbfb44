import { readNumberAt } from "../reading/chinese-number.js";

export interface ArticleStart {
  /** 第四十七条; an item 四、 of a notice is its 第四条. */
  readonly label: string;
  /** 276 and 1 for 第二百七十六条之一: what its place in the text is known by. */
  readonly order: readonly [article: number, insertion: number];
  readonly rest: string;
  /** Whether white space stands between the label and the words, as in print; without it the line may merely mention an article. */
  readonly apart: boolean;
}

const NUMERAL = "[一二三四五六七八九十百千零〇]{1,9}";
const ARTICLE = new RegExp(`^(?:\\*\\*)?第(${NUMERAL})条(?:之([一二三四五六七八九十]{1,3}))?(?:\\*\\*)?(\\s*)(.*)$`, "su");
const ITEM = new RegExp(`^(${NUMERAL})、(\\s*)(.*)$`, "su");

export function readArticleStart(line: string): ArticleStart | undefined {
  const match = ARTICLE.exec(line);
  if (match === null) return undefined;
  const [, numeral = "", insertion, space = "", rest = ""] = match;
  return start(numeral, { insertion, rest, apart: space !== "" || rest === "" });
}

/** The articles of notices that number them 一、 二、. */
export function readItemStart(line: string): ArticleStart | undefined {
  const [, numeral = "", , rest = ""] = ITEM.exec(line) ?? [];
  return numeral === "" ? undefined : start(numeral, { insertion: undefined, rest, apart: true });
}

function start(numeral: string, more: { insertion: string | undefined; rest: string; apart: boolean }): ArticleStart | undefined {
  const article = numberOf(numeral);
  const insertion = more.insertion === undefined ? 0 : numberOf(more.insertion);
  if (article === undefined || insertion === undefined) return undefined;
  const label = `第${numeral.replaceAll("〇", "零")}条${more.insertion === undefined ? "" : `之${more.insertion}`}`;
  return { label, order: [article, insertion], rest: more.rest.trim(), apart: more.apart };
}

function numberOf(numeral: string): number | undefined {
  const read = readNumberAt(numeral.replaceAll("〇", "零"), 0);
  return read !== undefined && read.end === numeral.length && read.low === read.high && read.low >= 1 ? read.low : undefined;
}
