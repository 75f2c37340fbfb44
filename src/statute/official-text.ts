/** One article in its official words. */
export interface OfficialArticle {
  /** 第四十七条, 第二百七十六条之一 */
  readonly label: string;
  /** 第一章 总则 › 第二节 …; empty where the text has no chapters. */
  readonly chapter: string;
  /** Its paragraphs and items, one a line. */
  readonly text: string;
}

/** A text of law as it was published, in one version. */
export interface OfficialText {
  readonly title: string;
  /** How this version came about, as the text says: 2012年12月28日…修正. */
  readonly version: string;
  /** The first day on which this version holds. */
  readonly from: string;
  readonly articles: readonly OfficialArticle[];
}

/** A line of a file, with the number an editor finds it under. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Why a text cannot be taken in; `line` 0 means the whole of it. */
export interface TextFault {
  readonly line: number;
  readonly what: string;
}

/** The text as read, before it is settled from which day it holds; `stated` is where the file speaks of that. */
export type Draft = Omit<OfficialText, "from"> & { readonly stated: string };

export type Split = { readonly kind: "read"; readonly draft: Draft } | { readonly kind: "refused"; readonly faults: readonly TextFault[] };
