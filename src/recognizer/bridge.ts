import type { Words } from "../content/library.js";

/** The law's words for what was said, each once. */
export type Bridge = (text: string) => ReadonlySet<string>;

interface Saying {
  readonly say: string;
  readonly law: readonly string[];
}

/** Finds colloquial words in a normalized text and names the law's. They are added to the text, never put in its place. */
export function createBridge(rules: Words["colloquial"], normalize: (text: string) => string): Bridge {
  const byStart = new Map<number, Saying[]>();
  for (const { say, law } of rules) {
    for (const spoken of say.map(normalize)) {
      if (spoken === "") continue;
      const start = spoken.charCodeAt(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { say: spoken, law }]);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const sayings = byStart.get(text.charCodeAt(at));
      if (sayings === undefined) continue;
      for (const { say, law } of sayings) {
        if (text.startsWith(say, at)) for (const word of law) found.add(word);
      }
    }
    return found;
  };
}
