import MiniSearch from "minisearch";
import type { Corpus, Peer } from "../corpus.js";

/** MiniSearch over the pieces our segmenter gives. */
export function createMiniSearchPeer({ documents }: Corpus, pieces: (text: string) => readonly string[]): Peer {
  const search = new MiniSearch({ fields: ["text"], tokenize: (text) => [...pieces(text)], processTerm: (term) => term });
  search.addAll(documents.map(({ id, text }) => ({ id, text })));
  return {
    name: "MiniSearch, words + bigrams",
    rank: (text) =>
      search
        .search(text)
        .slice(0, 10)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
}
