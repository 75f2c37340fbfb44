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

/** The parts of a card, taken apart. */
interface CardParts {
  readonly variants: readonly Analysis[];
  readonly title: Analysis;
  readonly conclusion: Analysis;
  readonly branches: Analysis;
  readonly steps: Analysis;
  readonly citations: Analysis;
  /** The gists of the articles cited. */
  readonly gists: readonly Terms[];
}

/** `variants` are those of each answer in turn, taken apart. */
export function createShelf(library: Library, analyze: Analyze, variants: readonly (readonly Analysis[])[]): Shelf {
  const answers = [...library.answers.values()];
  const articles = [...library.statutes.values()].flatMap((statute) => (statute.citable ? [...statute.articles.values()] : []));
  const gistTerms = new Map(articles.map((article) => [article, analyze(article.gist).terms]));
  const cards = answers.map((answer, index) => partsOf(answer, variants[index] ?? [], { library, analyze, gistTerms }));
  const cardTerms = cards.map(termsOfCard);
  const tell = learnTelling(cards.map(textsTold));
  const matters = linkMatters([...library.matters.values()], answers);
  return {
    answers,
    helps: helpsOf(answers),
    byText: textsOf(cards),
    cited: numberArticles(library, answers, articles),
    tell,
    concepts: cards.map(conceptsOf),
    matters,
    matterOf: createMatterFinder({
      phrases: [...library.matters.values()].map(({ phrases }) => phrases.map((text) => tell(analyze(text).terms))),
      variants: matters.answers.map((own) => [...own].flatMap((answer) => (variants[answer] ?? []).map(({ terms }) => tell(terms)))),
    }),
    cards: createIndex(cardTerms, { k1: 5, b: 0.5 }),
    bayes: createBayesIndex(cardTerms),
    gists: createIndex([...gistTerms.values()], { k1: 1.2, b: 0.4 }),
  };
}

interface Source {
  readonly library: Library;
  readonly analyze: Analyze;
  readonly gistTerms: ReadonlyMap<Article, Terms>;
}

function partsOf(answer: Answer, variants: readonly Analysis[], { library, analyze, gistTerms }: Source): CardParts {
  const joined = (texts: readonly string[]): Analysis => analyze(texts.join("。"));
  const gists = answer.citations.flatMap(({ law, article }) => {
    const found = findArticle(library, law, article);
    const terms = found === undefined ? undefined : gistTerms.get(found);
    return terms === undefined ? [] : [terms];
  });
  return {
    variants,
    title: analyze(answer.title),
    conclusion: analyze(answer.conclusion),
    branches: joined((answer.branches ?? []).map(({ when, then }) => `${when}。${then}`)),
    steps: joined(answer.steps),
    citations: joined(answer.citations.map((citation) => citation.for)),
    gists,
  };
}

function termsOfCard({ variants, title, conclusion, branches, steps, citations, gists }: CardParts): Terms {
  return addUp([
    ...variants.map(({ terms }) => [terms, FIELDS.variant] as const),
    [title.terms, FIELDS.title],
    [conclusion.terms, FIELDS.conclusion],
    [branches.terms, FIELDS.branch],
    [steps.terms, FIELDS.step],
    [citations.terms, FIELDS.citation],
    ...gists.map((terms) => [terms, FIELDS.gist] as const),
  ]);
}

/** The texts that say a card's matter, for learning which words tell it. */
function textsTold({ variants, title, conclusion, citations }: CardParts): Terms[] {
  const whole = addUp([title, conclusion, citations].map(({ terms }) => [terms, 1] as const));
  return [...variants.map(({ terms }) => terms), whole, title.terms];
}

function conceptsOf({ variants, title, conclusion, branches, steps, citations }: CardParts): Set<string> {
  return new Set([...variants, title, conclusion, branches, steps, citations].flatMap(({ concepts }) => [...concepts]));
}

function textsOf(cards: readonly CardParts[]): ReadonlyMap<string, number> {
  const variants = cards.flatMap((card, index) => card.variants.map(({ text }) => [bareText(text), index] as const));
  return new Map([...variants, ...cards.map(({ title }, index) => [bareText(title.text), index] as const)]);
}

export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
