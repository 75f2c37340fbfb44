import { findArticle, type Answer, type Article, type Library } from "../content/library.js";
import type { Analysis, Analyze } from "./analyze.js";
import { createBayesIndex } from "./bayes.js";
import { numberArticles, type CitedArticles } from "./cited-articles.js";
import { helpsOf, type Helps } from "./helps.js";
import { createIndex, type InvertedIndex } from "./inverted-index.js";
import { createMatterFinder, linkMatters, type MatterFinder, type MatterLinks } from "./matters.js";
import { learnTelling, type Tell } from "./telling.js";
import { addUp, type Terms } from "./terms.js";

/** Everything that can be found, indexed once. */
export interface Shelf {
  readonly answers: readonly Answer[];
  readonly cards: InvertedIndex;
  readonly tell: Tell;
  readonly helps: Helps;
  /** Titles and variants word for word, without punctuation, with the answer's index. */
  readonly byText: ReadonlyMap<string, number>;
  /** Log likelihood of the words under each card, up to a constant. */
  readonly bayes: InvertedIndex;
  readonly gists: InvertedIndex;
  /** The articles; those with a gist carry the gist's number. */
  readonly cited: CitedArticles;
  /** What each card speaks of. */
  readonly concepts: readonly ReadonlySet<string>[];
  readonly matterOf: MatterFinder;
  readonly matters: MatterLinks;
}

/** How much each part of a card counts. */
const FIELDS = { title: 3, variant: 1, conclusion: 1, branch: 0.5, step: 0.3, citation: 1, gist: 0.1 } as const;

/** `variants` are those of each answer in turn, taken apart. */
export function createShelf(library: Library, analyze: Analyze, variants: readonly (readonly Analysis[])[]): Shelf {
  const answers = [...library.answers.values()];
  const articles = [...library.statutes.values()].flatMap((statute) => (statute.citable ? [...statute.articles.values()] : []));
  const gistTerms = new Map(articles.map((article) => [article, analyze(article.gist).terms]));
  const cardTerms = answers.map((answer, index) => {
    const own = (variants[index] ?? []).map(({ terms }) => terms);
    return termsOfCard(answer, own, { library, analyze, gistTerms });
  });
  const gists = articles.map((article) => gistTerms.get(article) as Terms);
  const tell = learnTelling(
    answers.map((answer, index) => [
      ...(variants[index] ?? []).map(({ terms }) => terms),
      analyze([answer.title, answer.conclusion, ...answer.citations.map((citation) => citation.for)].join("。")).terms,
      analyze(answer.title).terms,
    ]),
  );
  const matters = linkMatters([...library.matters.values()], answers);
  return {
    answers,
    helps: helpsOf(answers),
    byText: textsOf(answers, variants, analyze),
    cited: numberArticles(library, answers, articles),
    tell,
    concepts: answers.map((answer, index) => conceptsOf(answer, variants[index] ?? [], analyze)),
    matters,
    matterOf: createMatterFinder({
      phrases: [...library.matters.values()].map(({ phrases }) => phrases.map((text) => tell(analyze(text).terms))),
      variants: matters.answers.map((own) => [...own].flatMap((answer) => (variants[answer] ?? []).map(({ terms }) => tell(terms)))),
    }),
    cards: createIndex(cardTerms, { k1: 5, b: 0.5 }),
    bayes: createBayesIndex(cardTerms),
    gists: createIndex(gists, { k1: 1.2, b: 0.4 }),
  };
}

function conceptsOf(
  { title, conclusion, branches = [], steps, citations }: Answer,
  variants: readonly Analysis[],
  analyze: Analyze,
): Set<string> {
  const written = [title, conclusion, ...branches.flatMap(({ when, then }) => [when, then]), ...steps, ...citations.map((one) => one.for)];
  return new Set([...variants, ...written.map(analyze)].flatMap(({ concepts }) => [...concepts]));
}

function textsOf(answers: readonly Answer[], variants: readonly (readonly Analysis[])[], analyze: Analyze): ReadonlyMap<string, number> {
  const texts = variants.flatMap((own, index) => own.map(({ text }) => [bareText(text), index] as const));
  return new Map([...texts, ...answers.map(({ title }, index) => [bareText(analyze(title).text), index] as const)]);
}

export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

interface CardParts {
  readonly library: Library;
  readonly analyze: Analyze;
  readonly gistTerms: ReadonlyMap<Article, Terms>;
}

function termsOfCard(answer: Answer, variants: readonly Terms[], { library, analyze, gistTerms }: CardParts): Terms {
  const gists = answer.citations.flatMap(({ law, article }) => {
    const found = findArticle(library, law, article);
    const terms = found === undefined ? undefined : gistTerms.get(found);
    return terms === undefined ? [] : [terms];
  });
  const field = (texts: readonly string[], factor: number): readonly [Terms, number] => [analyze(texts.join("。")).terms, factor];
  return addUp([
    ...variants.map((terms) => [terms, FIELDS.variant] as const),
    field([answer.title], FIELDS.title),
    field([answer.conclusion], FIELDS.conclusion),
    field(
      (answer.branches ?? []).map(({ when, then }) => `${when}。${then}`),
      FIELDS.branch,
    ),
    field(answer.steps, FIELDS.step),
    field(
      answer.citations.map((citation) => citation.for),
      FIELDS.citation,
    ),
    ...gists.map((terms) => [terms, FIELDS.gist] as const),
  ]);
}
