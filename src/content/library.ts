import { holdsOn } from "./schema/common.js";
import type { AnswerFile } from "./schema/answer.js";
import type { DialogFile } from "./schema/dialog.js";
import type { EvidenceFile } from "./schema/evidence.js";
import type { FigureFile } from "./schema/figure.js";
import type { DangerFile, InsideFile, IntentFile, MatterFile, OutsideFile, WordsFile } from "./schema/intent.js";
import type { MenuFile } from "./schema/menu.js";
import type { PaperFile } from "./schema/paper.js";
import type { QuizFile, QuizQuestionFile } from "./schema/quiz.js";
import type { RegionFile } from "./schema/region.js";
import type { StatuteFile } from "./schema/statute.js";
import type { Topic } from "./schema/topic.js";

export type Answer = AnswerFile;
/** A file's, or one made from a calculator: at its end nothing is handed in, the sum is told. */
export type Dialog = Omit<DialogFile, "outcome"> & { readonly outcome: DialogFile["outcome"] | "calculation" };
export type Figure = FigureFile;
export type Intent = IntentFile;
export type Danger = DangerFile;
export type Outside = OutsideFile;
export type Inside = InsideFile;
export type Matter = MatterFile;
export type Words = WordsFile;
export type Menu = MenuFile;
export type Region = RegionFile;
export type Paper = PaperFile;
export type EvidenceRules = EvidenceFile;
export type QuizQuestion = QuizQuestionFile & { readonly topic: Topic };

export interface Article {
  readonly law: string;
  /** 第四十七条 */
  readonly article: string;
  readonly gist: string;
  readonly inForce: { readonly from: string; readonly until?: string };
  /** Set when another article decides what this one says on paper. */
  readonly decidedBy?: string;
  /** The statute's version it stands in, where that is not the current one. */
  readonly version?: string;
  readonly before?: readonly Article[];
}

export interface Statute extends Omit<StatuteFile, "articles"> {
  readonly articles: ReadonlyMap<string, Article>;
}

/** An article in its official words, in the version that begins on `from`. */
export interface OfficialWords {
  readonly from: string;
  readonly text: string;
}

/** The official texts a county has brought in: by `law article`, newest version first. */
export interface Official {
  readonly words: ReadonlyMap<string, readonly OfficialWords[]>;
  /** By card: the articles it rests on that have changed since it was written, and nobody has looked at it again. */
  readonly doubts: ReadonlyMap<string, readonly Pick<Article, "law" | "article">[]>;
}

/** All content, read once, checked, never changed. Versions of a dialog are kept apart. */
export interface Library {
  readonly statutes: ReadonlyMap<string, Statute>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Cards nobody has read a second time: checked like the others, never found, never said. */
  readonly drafts: ReadonlyMap<string, Answer>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly intents: ReadonlyMap<string, Intent>;
  readonly dangers: ReadonlyMap<string, Danger>;
  readonly outside: ReadonlyMap<string, Outside>;
  readonly inside: ReadonlyMap<string, Inside>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly menus: ReadonlyMap<string, Menu>;
  /** By topic. */
  readonly quiz: ReadonlyMap<string, QuizFile>;
  readonly words: Words;
  /** By the id of the dialog they are for. */
  readonly evidence: ReadonlyMap<string, EvidenceRules>;
  readonly papers: ReadonlyMap<string, Paper>;
  /** Keyed `id@version`; `current` has the newest version by id. */
  /** Missing where no official text was brought in. */
  readonly official?: Official;
  readonly dialogs: { readonly byVersion: ReadonlyMap<string, Dialog>; readonly current: ReadonlyMap<string, Dialog> };
}

export function findArticle(library: Library, law: string, article: string): Article | undefined {
  return library.statutes.get(law)?.articles.get(article);
}

/** The article as it read on that day; undefined when none of that number was in force. */
export function findArticleOn(
  library: Library,
  place: { readonly law: string; readonly article: string },
  day: string,
): Article | undefined {
  const now = findArticle(library, place.law, place.article);
  return now === undefined ? undefined : [now, ...(now.before ?? [])].find(({ inForce }) => holdsOn(inForce, day));
}

/** The official words of an article on that day; undefined when the version of that day was not brought in. */
export function officialWords(library: Library, found: Article, day: string): string | undefined {
  const since = library.statutes.get(found.law)?.inForce.from ?? found.inForce.from;
  const earliest = since < found.inForce.from ? since : found.inForce.from;
  const version = library.official?.words.get(`${found.law} ${found.article}`)?.find(({ from }) => from <= day);
  return version !== undefined && version.from >= earliest ? version.text : undefined;
}
