import { readArticleStart } from "./article-label.js";
import type { OfficialText } from "./official-text.js";

/** What was read, for a person to look over before it is kept. */
export interface Survey {
  readonly chapters: number;
  readonly articles: number;
  readonly first: string;
  readonly last: string;
  /** Numbers left out between articles: whole laws have none, excerpts do. */
  readonly gaps: readonly string[];
}

export function survey({ articles }: Pick<OfficialText, "articles">): Survey {
  const numbers = articles.map(({ label }) => readArticleStart(label)?.order[0] ?? 0);
  const gaps = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    if (next === undefined || next <= number + 1) return [];
    return next === number + 2 ? [`${number + 1}`] : [`${number + 1}到${next - 1}`];
  });
  return {
    chapters: new Set(articles.flatMap(({ chapter }) => (chapter === "" ? [] : [chapter]))).size,
    articles: articles.length,
    first: articles[0]?.label ?? "",
    last: articles.at(-1)?.label ?? "",
    gaps,
  };
}
