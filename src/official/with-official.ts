import type { Article, Library, Official, OfficialWords } from "../content/library.js";
import { readRegister, readTexts, type KeptText, type Register } from "./official-folder.js";

/** The library with the official texts of the data folder; as it is where there are none. */
export function withOfficial(library: Library, dataDir: string): Library {
  const texts = readTexts(dataDir);
  return texts.length === 0 ? library : { ...library, official: officialOf(library, texts, readRegister(dataDir)) };
}

export function officialOf(library: Library, texts: readonly KeptText[], register: Register): Official {
  const words = new Map<string, OfficialWords[]>();
  for (const { law, from, articles } of [...texts].sort((a, b) => (a.from < b.from ? 1 : -1)))
    for (const { label, text } of articles) words.set(`${law} ${label}`, [...(words.get(`${law} ${label}`) ?? []), { from, text }]);
  return { words, doubts: doubtsOf(library, register) };
}

/** By card, the changed articles it cites that nobody has settled. */
function doubtsOf(library: Library, { changes, settled }: Register): Official["doubts"] {
  const done = new Set(settled.map(({ card, law, article, from }) => `${card} ${law} ${article} ${from}`));
  const doubts = new Map<string, Pick<Article, "law" | "article">[]>();
  for (const { id, citations } of [...library.answers.values(), ...library.drafts.values()]) {
    const open = citations.filter(({ law, article }) =>
      changes.some((one) => one.law === law && one.article === article && !done.has(`${id} ${law} ${article} ${one.from}`)),
    );
    if (open.length > 0)
      doubts.set(
        id,
        open.map(({ law, article }) => ({ law, article })),
      );
  }
  return doubts;
}
