import type { Answer, Library } from "../../../src/content/library.js";
import { createAnalyzer, type Analyze } from "../../../src/recognizer/analyze.js";
import { cluesOf } from "../../../src/recognizer/clues.js";
import { helpsAsWell, helpsOf, type Helps } from "../../../src/recognizer/helps.js";
import { createShelf, type Shelf } from "../../../src/recognizer/shelf.js";
import { signalsOf, type Signals } from "../../../src/recognizer/signals.js";

const FOLDS = 5;

/** Stands for the card of a phrase about other things. */
export const OUTSIDE = -1;
/** Stands for that of a matter's phrase, which any of the matter's answers helps. */
export const OF_MATTER = -2;

/** One of our own phrases, judged by a shelf that was built without it. */
export interface Held {
  /** Index of the card whose variant it is, or OUTSIDE or OF_MATTER. */
  readonly right: number;
  /** Indices of the cards that would help as well, `right` among them. */
  readonly helpful: ReadonlySet<number>;
  readonly candidates: readonly Signals[];
  readonly text: string;
}

/** All of them, and which cards help whom. */
export interface HeldOut {
  readonly held: readonly Held[];
  readonly helps: Helps;
}

export function holdOut(library: Library): HeldOut {
  const { analyze } = createAnalyzer(library.words);
  const answers = [...library.answers.values()];
  const helpful = answers.map((answer) => new Set(answers.flatMap((other, index) => (helpsAsWell(other, answer) ? [index] : []))));
  const held: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const shelf = shelfWithout(library, { fold, analyze });
    const judge = (text: string, right: number): void => {
      held.push({ right, helpful: helpful[right] ?? new Set(), candidates: judged(text, { shelf, analyze }), text });
    };
    answers.forEach(({ variants }, right) => ofFold(variants, fold).forEach((text) => judge(text, right)));
    for (const { phrases, answers: led } of library.matters.values()) {
      const of = new Set(led.flatMap((id) => [...(helpful[answers.findIndex((answer) => answer.id === id)] ?? [])]));
      for (const text of ofFold(phrases, fold))
        held.push({ right: OF_MATTER, helpful: of, candidates: judged(text, { shelf, analyze }), text });
    }
    for (const { phrases } of library.outside.values()) ofFold(phrases, fold).forEach((text) => judge(text, OUTSIDE));
  }
  return { held, helps: helpsOf(answers) };
}

function ofFold(texts: readonly string[], fold: number): string[] {
  return texts.filter((_, index) => index % FOLDS === fold);
}

function notOfFold(texts: readonly string[], fold: number): string[] {
  return texts.filter((_, index) => index % FOLDS !== fold);
}

function judged(text: string, { shelf, analyze }: { shelf: Shelf; analyze: Analyze }): Signals[] {
  return signalsOf(cluesOf(analyze(text), shelf), shelf);
}

function shelfWithout(library: Library, { fold, analyze }: { fold: number; analyze: Analyze }): Shelf {
  const answers = new Map<string, Answer>();
  for (const [id, answer] of library.answers) answers.set(id, { ...answer, variants: notOfFold(answer.variants, fold) });
  const matters = new Map([...library.matters].map(([id, matter]) => [id, { ...matter, phrases: notOfFold(matter.phrases, fold) }]));
  const variants = [...answers.values()].map((answer) => answer.variants.map(analyze));
  return createShelf({ ...library, answers, matters }, analyze, variants);
}
