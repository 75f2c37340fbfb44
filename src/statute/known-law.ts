import type { Library, Statute } from "../content/library.js";

/** The statute of the house that a published title belongs to: with or without 中华人民共和国, a whole text for an excerpt too. */
export function knownLaw(statutes: Library["statutes"], title: string): Statute | undefined {
  const name = core(title);
  return [...statutes.values()].find((one) => [one.id, one.title, one.short].some((known) => core(known) === name));
}

const NAME_CHARS_MAX = 60;

/** Under which name a text of no known law is kept: also part of a file's name, so no sign that leads out of the folder. */
export function core(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/[\s《》<>]/gu, "")
    .replace(/^中华人民共和国/u, "")
    .replace(/[_(]?(?:摘录|附:.*)\)?$/u, "")
    .replace(/[/\\.:*?"|\p{Cc}]/gu, "")
    .slice(0, NAME_CHARS_MAX);
}
