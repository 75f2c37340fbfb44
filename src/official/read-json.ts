import { z } from "zod";
import { readArticleStart, readItemStart } from "../statute/article-label.js";
import { splitText } from "../statute/split-text.js";
import type { Draft, Line, Split } from "../statute/official-text.js";

const File = z.object({
  title: z.string().min(1),
  version: z.string().default(""),
  /** A day, or a sentence with days in it. */
  effective: z.string().nullish(),
  articles: z.array(z.object({ label: z.string().min(1), chapter: z.string().default(""), text: z.string().min(1) })).min(1),
});
type File = z.infer<typeof File>;
type Row = File["articles"][number];

/** One text a file, or two where the numbers begin again under a title of their own (a decision and what it approves). */
export function readJson(text: string): readonly Split[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ kind: "refused", faults: [{ line: 0, what: "不是合格的 JSON" }] }];
  }
  const parsed = File.safeParse(value);
  if (!parsed.success)
    return [
      { kind: "refused", faults: parsed.error.issues.map(({ path, message }) => ({ line: 0, what: `${path.join(".")}：${message}` })) },
    ];
  return parts(parsed.data.articles).map((rows, index) => splitRows(parsed.data, rows, index));
}

function parts(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of rows) {
    const begins = isFirst(row.label) && found.length > 0 && row.chapter !== found.at(-1)?.at(-1)?.chapter && !row.chapter.startsWith("第");
    if (found.length === 0 || begins) found.push([]);
    found.at(-1)?.push(row);
  }
  return found;
}

function isFirst(label: string): boolean {
  return (readArticleStart(label) ?? readItemStart(label))?.order[0] === 1;
}

/** The rows go through the same splitter as any file; the line told is the article's place in the list. */
function splitRows(file: File, rows: readonly Row[], index: number): Split {
  const title = index === 0 ? file.title.replace(/[（(]附：.*[）)]$/u, "") : (rows[0]?.chapter ?? file.title);
  const lines: Line[] = rows.flatMap(({ label, chapter, text }, at) => [
    ...(/^第.+[编章节]/u.test(chapter) && chapter !== rows[at - 1]?.chapter ? [{ number: at + 1, text: chapter }] : []),
    // Inside an article no line begins one: what looks so is its own words.
    { number: at + 1, text: `${label}${label.endsWith("、") ? "" : "　"}${text.replace(/\s*\n\s*/gu, "\u2028")}` },
  ]);
  const split = splitText([{ number: 0, text: title }, ...lines]);
  if (split.kind === "refused") return split;
  const articles = split.draft.articles.map((one) => ({ ...one, text: one.text.replaceAll("\u2028", "\n") }));
  const draft: Draft = { ...split.draft, articles, version: file.version, stated: file.effective ?? file.version };
  return { kind: "read", draft };
}
