/** A curated answer that may fit, with the calibrated probability that it helps: it is the right one or rests on the same articles. */
export interface Candidate {
  readonly entry: string;
  readonly score: number;
  /** The signals behind the score, for `hotline ask --json`. */
  readonly why: Readonly<Record<string, number>>;
}

export interface StatuteHit {
  readonly law: string;
  readonly article: string;
  readonly score: number;
}

/** What to make of a text. Scores are probabilities. */
export interface Recognition {
  readonly verdict: "answer" | "clarify" | "out-of-scope" | "not-understood" | "intent";
  /** Best first, at most 10. */
  readonly candidates: readonly Candidate[];
  /** Probability that this is about work. */
  readonly scope: number;
  /** Set when verdict is `intent`: greeting, thanks, wanting to complain. */
  readonly intent?: { readonly id: string; readonly score: number };
  /** Set when verdict is `out-of-scope` and one field is likely the one meant. */
  readonly outside?: string;
  /**
   * Set when the words asked on about `hints.topic`. The first candidate tells: with `evidence` the topic itself, by its
   * list; with `topic` the topic or one of its `followUps`.
   */
  readonly follow?: "topic" | "evidence";
  /** The text as understood: normalized. */
  readonly text: string;
  readonly words: readonly string[];
}

export interface RecognizeHints {
  /** The answer last given, so that "那赔多少" keeps its topic. */
  readonly topic?: string;
}

/** Text in, meaning out; deterministic, never throws on what a user wrote. */
export interface Recognizer {
  recognize(text: string, hints?: RecognizeHints): Recognition;
  /** Articles the text is about, best first, at most 10. Apart, because no turn needs them. */
  findStatutes(text: string): readonly StatuteHit[];
}
