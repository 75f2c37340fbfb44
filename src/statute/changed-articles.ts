import type { OfficialText } from "./official-text.js";

/** The articles whose words differ between two versions, those added and those gone among them. */
export function changedArticles(before: OfficialText, after: OfficialText): readonly string[] {
  const words = new Map(before.articles.map(({ label, text }) => [label, bare(text)]));
  const now = new Map(after.articles.map(({ label, text }) => [label, bare(text)]));
  return [...new Set([...words.keys(), ...now.keys()])].filter((label) => words.get(label) !== now.get(label));
}

/** Files of one text differ in blanks and in the width of signs, which is no change of law. */
export function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
