import { splitText } from "../statute/split-text.js";
import type { Split } from "../statute/official-text.js";

/** Markdown as LawRefBook keeps it: a title, the history down to `INFO END`, headings, an article a paragraph. */
export function readMarkdown(text: string): Split {
  return splitText(text.split(/\r?\n/u).map((line, index) => ({ number: index + 1, text: line })));
}
