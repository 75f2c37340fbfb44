import { tidy } from "./plain-text.js";

/** A text as the readers of numbers take it. A full-width comma parts sentences; only a half-width one parts thousands. */
export function spokenText(words: string): string {
  return tidy(words.replaceAll("，", "、"));
}

/** The match of a sticky pattern that begins exactly at `at`. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** One sign on, or past the whole run of figures: what is not a number from its first figure is none from its second. */
export function afterFigures(text: string, at: number): number {
  let end = at + 1;
  if (/\d/.test(text[at] ?? "")) while (/\d/.test(text[end] ?? "")) end += 1;
  return end;
}
