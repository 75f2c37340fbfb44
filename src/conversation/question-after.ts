import { visible } from "../reading/plain-text.js";

const QUESTION = /[?？]\s*$|吗$|[吗呢么][。！!]?$|怎么|多久|能不能|可不可以|是不是|要不要|多少钱|有没有|会不会|咋办|咋整/u;

/** 是的，那能要赔偿吗: an answer with a question behind it; undefined when the text is not made so. */
export function questionAfter(text: string): { readonly answer: string; readonly question: string } | undefined {
  const said = visible(text);
  const parts = said.split(/(?<=[。！!？?；;，,])|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u);
  const last = parts.at(-1) ?? "";
  if (parts.length < 2 || !QUESTION.test(last)) return undefined;
  const from = parts.slice(1).findIndex((part) => QUESTION.test(part)) + 1;
  const clean = (some: readonly string[]): string => some.join("").replace(/[。！!？?；;，,\s]+$/u, "");
  return QUESTION.test(parts[0] ?? "") ? undefined : { answer: clean(parts.slice(0, from)), question: parts.slice(from).join("").trim() };
}
