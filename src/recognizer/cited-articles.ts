import { findArticle, type Answer, type Article, type Library } from "../content/library.js";

/** An article that answers cite or that can be found by its gist. */
export type ArticleRef = Pick<Article, "law" | "article">;

export interface CitedArticles {
  readonly refs: readonly ArticleRef[];
  /** For each answer the articles it cites, most direct first; numbers index `refs`. */
  readonly byAnswer: readonly Int32Array[];
  /** For each matter the articles a lawyer would open, likeliest first. */
  readonly byMatter: readonly Int32Array[];
  /** For each article those that its gist names: 第八十七条 rests on 第四十七条. */
  readonly named: readonly Int32Array[];
}

/** Numbers all articles; `articles` come first, in their order. */
export function numberArticles(library: Library, answers: readonly Answer[], articles: readonly Article[]): CitedArticles {
  const refs: ArticleRef[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (ref: ArticleRef): number => {
    const key = `${ref.law} ${ref.article}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, refs.length);
    return refs.push({ law: ref.law, article: ref.article }) - 1;
  };
  for (const article of articles) numberOf(article);
  const byAnswer = answers.map(({ citations }) => Int32Array.from(citations, numberOf));
  const byMatter = [...library.matters.values()].map(({ articles: opened }) => Int32Array.from(opened, numberOf));
  const named = refs.map((ref) => {
    const gist = findArticle(library, ref.law, ref.article)?.gist ?? "";
    const labels = gist.match(/第[一二三四五六七八九十百零]+条(之[一二三四五六七八九十]+)?/gu) ?? [];
    const others = labels.flatMap((article) => numbers.get(`${ref.law} ${article}`) ?? []);
    return Int32Array.from(new Set(others.filter((other) => refs[other]?.article !== ref.article)));
  });
  return { refs, byAnswer, byMatter, named };
}
