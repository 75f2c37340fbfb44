import { toSimplified } from "./traditional.js";

/** Longer texts are judged by their beginning and end; in code points. */
const HEAD_CHARS = 800;
const TAIL_CHARS = 200;

export type Normalize = (text: string) => string;

/**
 * One spelling for what people write in many: full width, traditional characters, repeated punctuation, spaces
 * between characters, known typing errors. Never longer than HEAD_CHARS + TAIL_CHARS, whatever comes in.
 */
export function createNormalizer(typos: Readonly<Record<string, string>>): Normalize {
  const wrong = Object.keys(typos).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const right = new Map(Object.entries(typos));
  const pattern = wrong.length === 0 ? undefined : new RegExp(wrong.map(escapePattern).join("|"), "gu");
  return (text) => {
    const plain = tidy(toSimplified(unify(shorten(text))));
    return pattern === undefined ? plain : plain.replace(pattern, (found) => right.get(found) ?? found);
  };
}

function shorten(text: string): string {
  if (text.length <= HEAD_CHARS + TAIL_CHARS) return text;
  const characters = [...text];
  if (characters.length <= HEAD_CHARS + TAIL_CHARS) return text;
  return `${characters.slice(0, HEAD_CHARS).join("")} ${characters.slice(-TAIL_CHARS).join("")}`;
}

function unify(text: string): string {
  // One compatibility character may become eighteen; a text of them must not outgrow the limit.
  return shorten(text.normalize("NFKC")).toLowerCase();
}

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\uFE0F\uFFFD]+/gu, (found) => (/[\t\n\r]/.test(found) ? " " : ""))
    .replace(/\s+/gu, " ")
    .replace(/(?<=[\p{Script=Han}\p{P}]) (?=[\p{Script=Han}\p{P}])/gu, "")
    .replace(/([\p{P}\p{S}])\1+/gu, "$1")
    .replace(/(.)\1{3,}/gu, "$1$1")
    .trim();
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
