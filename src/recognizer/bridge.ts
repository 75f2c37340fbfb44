import type { Words } from "../content/library.js";

/** The law's words for what was said, each once. */
export type Bridge = (text: string) => ReadonlySet<string>;

/** Stands in a saying for up to GAP_CHARS characters of one sentence: 没…工资. */
const GAP = "…";
const GAP_CHARS = 6;
const SENTENCE_END = /[。.!?;\n]/u;

interface Saying {
  /** What stands before the first gap, between gaps and after the last. */
  readonly parts: readonly string[];
  readonly law: readonly string[];
}

/** Finds colloquial words in a normalized text and names the law's. They are added to the text, never put in its place. */
export function createBridge(rules: Words["colloquial"], normalize: (text: string) => string): Bridge {
  const byStart = new Map<number, Saying[]>();
  for (const { say, law } of rules) {
    for (const spoken of say) {
      const parts = spoken.split(GAP).map(normalize);
      if (parts.includes("")) continue;
      const start = (parts[0] as string).charCodeAt(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { parts, law }]);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      for (const { parts, law } of byStart.get(text.charCodeAt(at)) ?? NONE) {
        if (isSaidAt(text, at, parts)) for (const word of law) found.add(word);
      }
    }
    return found;
  };
}

const NONE: readonly Saying[] = [];

function isSaidAt(text: string, start: number, parts: readonly string[]): boolean {
  let at = start;
  if (!text.startsWith(parts[0] as string, at)) return false;
  at += (parts[0] as string).length;
  for (let next = 1; next < parts.length; next++) {
    const part = parts[next] as string;
    const window = text.slice(at, at + GAP_CHARS + part.length);
    const gap = window.indexOf(part);
    if (gap < 0 || SENTENCE_END.test(window.slice(0, gap))) return false;
    at += gap + part.length;
  }
  return true;
}
