import { readArticleStart, readItemStart, type ArticleStart } from "./article-label.js";
import { readHeading, type Heading } from "./heading.js";
import type { Draft, Line, OfficialArticle, Split, TextFault } from "./official-text.js";

const TITLE_LINES_MAX = 4;
const TITLE_CHARS_MAX = 80;
const APPENDIX = /^(?:附件|附录|附表|附：|附:)/u;
const CONTENTS = /^目\s*录$/u;

interface Begun {
  readonly start: ArticleStart;
  readonly chapter: string;
  readonly line: number;
  readonly words: string[];
}

/**
 * Splits a text of law into its title, its history and its articles. Refused when it has no title, no article, an
 * article without words, or numbers that come twice or run backwards: then two texts stand in one file, or a line was lost.
 */
export function splitText(given: readonly Line[]): Split {
  const lines = given.map(({ number, text }) => ({ number, text: text.trim() })).filter(({ text }) => text !== "");
  const begins = lines.some(({ text }) => readArticleStart(text)?.apart === true) ? readArticleStart : readItemStart;
  const first = lines.findIndex(({ text }) => begins(text) !== undefined);
  if (first < 0) return refused([{ line: 0, what: "没有读到一条“第…条”" }]);
  const head = readHead(lines.slice(0, first));
  const { articles, faults } = readBody(lines, begins);
  const all = [...(head.title === "" ? [{ line: lines[0]?.number ?? 0, what: "第一条前面没有读到标题" }] : []), ...faults];
  if (all.length > 0) return refused(all);
  const draft: Draft = { ...head, stated: `${head.version}\n${articles.at(-1)?.text ?? ""}`, articles };
  return { kind: "read", draft };
}

function refused(faults: readonly TextFault[]): Split {
  return { kind: "refused", faults };
}

/** The title runs to the history in brackets, the contents or the first heading; it may be broken over lines. */
function readHead(lines: readonly Line[]): { title: string; version: string } {
  const bare = lines.map(({ text }) => text.replace(/^#+\s*/u, "")).filter((text) => !text.startsWith("<!--"));
  const end = bare.findIndex(
    (text) => /^[（(]/u.test(text) || CONTENTS.test(text) || readHeading(text) !== undefined || /^\d{4}年/u.test(text),
  );
  const title = bare.slice(0, end < 0 ? Math.min(bare.length, TITLE_LINES_MAX) : Math.min(end, TITLE_LINES_MAX)).join("");
  const history = bare.filter((text) => /\d{4}\s*年.*(?:通过|公布|发布|修正|修订|施行)/u.test(text));
  return {
    title: title.length > TITLE_CHARS_MAX ? "" : title,
    version: history.map((text) => text.replace(/^[（(]|[）)]$/gu, "")).join("；"),
  };
}

function readBody(lines: readonly Line[], begins: typeof readArticleStart): { articles: OfficialArticle[]; faults: TextFault[] } {
  const faults: TextFault[] = [];
  const begun: Begun[] = [];
  let headings: readonly Heading[] = [];
  for (const { number, text } of lines) {
    const heading = readHeading(text);
    const last = begun.at(-1);
    if (heading !== undefined) headings = [...headings.filter(({ level }) => level < heading.level), heading];
    else if (last !== undefined && APPENDIX.test(text)) break;
    else {
      const start = startOf(begins(text), last?.start);
      if (start !== undefined)
        begun.push({ start, chapter: headings.map(({ words }) => words).join(" › "), line: number, words: [start.rest] });
      else last?.words.push(text);
    }
  }
  begun.forEach((one, index) => faults.push(...faultsOf(one, begun[index - 1])));
  return { articles: begun.map(toArticle), faults };
}

/** Words run on from the label, as in 第三条规定的: an article only where its number is the next. */
function startOf(start: ArticleStart | undefined, last: ArticleStart | undefined): ArticleStart | undefined {
  if (start === undefined || start.apart) return start;
  return start.order[1] === 0 && start.order[0] === (last?.order[0] ?? 0) + 1 ? start : undefined;
}

function faultsOf({ start, line, words }: Begun, before: Begun | undefined): TextFault[] {
  const faults: TextFault[] = [];
  if (words.join("").trim() === "") faults.push({ line, what: `${start.label}下面没有内容` });
  if (before === undefined) return faults;
  const [article, insertion] = start.order;
  const [last, lastInsertion] = before.start.order;
  if (article === last && insertion === lastInsertion) faults.push({ line, what: `${start.label}出现了两次` });
  else if (article < last || (article === last && insertion < lastInsertion))
    faults.push({ line, what: `${start.label}排在${before.start.label}后面：像是两份文件合在一起，请分开导入` });
  return faults;
}

function toArticle({ start, chapter, words }: Begun): OfficialArticle {
  return { label: start.label, chapter, text: words.filter((word) => word !== "").join("\n") };
}
