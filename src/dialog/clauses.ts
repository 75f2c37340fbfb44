import { tidy } from "../reading/plain-text.js";

const CLAUSES_MAX = 120;

/** A story in its clauses; a comma between figures and the mark of a list part nothing. */
export function clausesIn(text: string): readonly string[] {
  return tidy(text.replaceAll("，", "。"))
    .split(/[。;；!！?？\n]+|(?<!\d),|,(?!\d)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "")
    .slice(0, CLAUSES_MAX);
}
