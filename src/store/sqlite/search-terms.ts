import type { About } from "../../case/case.js";

const WORD = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const FOUND_MAX = 4_000;

/** Letters folded so that what looks the same is the same. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** What a matter is found by: every pair of neighbouring Chinese letters, whole words, and the last four digits of a phone number. */
export function searchPairs(reference: string, about: About): string {
  const texts = "dialog" in about ? about.dialog.answers.flatMap(({ value, from }) => [String(value ?? ""), from]) : [];
  const words = fold([reference, reference.replaceAll("-", ""), ...texts].join(" ").slice(0, FOUND_MAX));
  const tails = [...words.matchAll(/(?<!\d)1\d{6}(\d{4})(?!\d)/g)].map(([, tail = ""]) => tail);
  return [...(words.match(WORD) ?? []).map(pairs), ...tails].join(" ");
}

/** As an FTS5 query: all of the words, each as a phrase of pairs; undefined when there is nothing to look for. */
export function searchQuery(words: string): string | undefined {
  const phrases = (fold(words.slice(0, 200)).match(WORD) ?? []).slice(0, 10).map(phrase);
  return phrases.length === 0 ? undefined : phrases.join(" AND ");
}

function phrase(word: string): string {
  const letters = [...word];
  // One Chinese letter alone begins pairs; a number or a Latin word is found by its beginning.
  if (!isHan(word) || letters.length === 1) return `"${word}"*`;
  return `"${pairs(word)}"`;
}

function pairs(word: string): string {
  const letters = [...word];
  if (!isHan(word) || letters.length === 1) return word;
  return letters
    .slice(1)
    .map((letter, index) => `${letters[index] ?? ""}${letter}`)
    .join(" ");
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

/** What makes two matters one person's or one employer's. */
export function samenessOf(about: About): readonly { readonly kind: "person" | "employer"; readonly value: string }[] {
  if (about.kind !== "case") return [];
  const { phone, idNumber, employer } = about.facts;
  const person = [phone, idNumber]
    .filter((value) => typeof value === "string")
    .map((value) => ({ kind: "person" as const, value: fold(value) }));
  return typeof employer === "string" ? [...person, { kind: "employer", value: fold(employer).replace(/\s+/g, "") }] : person;
}
