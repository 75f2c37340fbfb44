import type { Library } from "../../../src/content/library.js";
import { createAnalyzer } from "../../../src/recognizer/analyze.js";
import { articlesOf, corpusOf, type Peer } from "./corpus.js";
import { measureStatutes, quantile } from "./metrics.js";
import type { ArticleRef, StatuteRow } from "./rows.js";

/** The same rows through the peers, over the same cards. A peer that is not installed is named and left out. */
export async function comparePeers(library: Library, rows: readonly StatuteRow[]): Promise<void> {
  const corpus = corpusOf(library);
  const byId = new Map(corpus.documents.map((document) => [document.id, document]));
  for (const create of peersOver(library)) {
    const begun = performance.now();
    const peer = await create().catch((error: unknown) => {
      console.log(`peer left out (npm install in test/bench): ${error instanceof Error ? error.message.split("\n")[0] : "unknown"}`);
    });
    if (peer === undefined) continue;
    const built = performance.now() - begun;
    const times: number[] = [];
    const ranked: ArticleRef[][] = [];
    for (const { query } of rows) {
      const start = performance.now();
      const cards = await peer.rank(query);
      times.push(performance.now() - start);
      ranked.push(articlesOf(cards, byId));
    }
    const figures = measureStatutes(rows, ranked);
    const cells = [figures.recall1, figures.recall3, figures.recall5, figures.mrr10, figures.macro5].map((value) => value.toFixed(3));
    console.log(
      `${peer.name.padEnd(40)} r@1 ${cells[0]}  r@3 ${cells[1]}  r@5 ${cells[2]}  MRR ${cells[3]}  r@5 by article ${cells[4]}  ` +
        `(built in ${built.toFixed(0)} ms, p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms)`,
    );
  }

  function peersOver(content: Library): (() => Promise<Peer>)[] {
    const { analyze } = createAnalyzer(content.words);
    const words = (text: string): readonly string[] => analyze(text).words;
    const pieces = (text: string): readonly string[] => [...analyze(text).words, ...bigrams(text)];
    return [
      async () => {
        const { createFts5Peer, trigrams } = await import("./peers/fts5.js");
        return createFts5Peer(corpus, { name: "SQLite FTS5, trigram", tokenizer: "trigram", pieces: trigrams, body: (text) => text });
      },
      async () => {
        const { createFts5Peer } = await import("./peers/fts5.js");
        const body = (text: string): string => linewise(text, words).join(" ");
        return createFts5Peer(corpus, { name: "SQLite FTS5, segmented words", tokenizer: "unicode61", pieces: words, body });
      },
      async () => (await import("./peers/mini-search.js")).createMiniSearchPeer(corpus, (text) => linewise(text, pieces)),
      async () => (await import("./peers/nlp-js.js")).createNlpJsPeer(corpus),
    ];
  }
}

/** Cards are longer than the analyzer's limit for one message. */
function linewise(text: string, pieces: (line: string) => readonly string[]): string[] {
  return text.split("\n").flatMap((line) => [...pieces(line)]);
}

function bigrams(text: string): string[] {
  const characters = [...text.replace(/[^\p{L}\p{N}]+/gu, "")];
  return characters.slice(1).map((last, at) => `${characters[at] ?? ""}${last}`);
}
