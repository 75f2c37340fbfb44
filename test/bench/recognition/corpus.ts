import { findArticle, type Library } from "../../../src/content/library.js";
import type { ArticleRef } from "./rows.js";

/** A card or an article as the peers index it: the same text that our recognizer reads. */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly articles: readonly ArticleRef[];
}

export interface Corpus {
  readonly documents: readonly Document[];
  /** Every variant with the card it belongs to, for peers that learn from examples. */
  readonly variants: readonly { readonly id: string; readonly text: string }[];
}

export function corpusOf(library: Library): Corpus {
  const answers = [...library.answers.values()];
  const cards = answers.map((answer) => ({
    id: answer.id,
    text: [
      answer.title,
      ...answer.variants,
      answer.conclusion,
      ...(answer.branches ?? []).map(({ when, then }) => `${when}，${then}`),
      ...answer.citations.map((citation) => citation.for),
      ...answer.citations.map(({ law, article }) => findArticle(library, law, article)?.gist ?? ""),
    ].join("\n"),
    articles: answer.citations.map(({ law, article }) => ({ law, article })),
  }));
  const variants = answers.flatMap(({ id, variants: texts }) => texts.map((text) => ({ id, text })));
  return { documents: cards, variants };
}

export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** A rival: ranks cards for a text, best first. */
export interface Peer {
  readonly name: string;
  rank(text: string): readonly Ranked[] | Promise<readonly Ranked[]>;
}

/** Articles of ranked cards: each card gives its share of the score to its articles, the first the most. */
export function articlesOf(ranked: readonly Ranked[], byId: ReadonlyMap<string, Document>): ArticleRef[] {
  const best = ranked[0]?.score ?? 1;
  const scores = new Map<string, { ref: ArticleRef; score: number }>();
  for (const { id, score } of ranked.slice(0, 10)) {
    byId.get(id)?.articles.forEach((ref, position) => {
      const key = `${ref.law} ${ref.article}`;
      const more = (score / best) ** 3 / (1 + position);
      scores.set(key, { ref, score: (scores.get(key)?.score ?? 0) + more });
    });
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ ref }) => ref);
}
