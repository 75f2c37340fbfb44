import Database from "better-sqlite3";
import type { Corpus, Peer, Ranked } from "../corpus.js";

export interface Fts5Options {
  readonly name: string;
  readonly tokenizer: "trigram" | "unicode61";
  /** How a text is written into, and looked up in, the index. */
  readonly pieces: (text: string) => readonly string[];
  readonly body: (text: string) => string;
}

/** SQLite's full-text search with its own BM25; any piece of the question may match. */
export function createFts5Peer({ documents }: Corpus, { name, tokenizer, pieces, body }: Fts5Options): Peer {
  const database = new Database(":memory:");
  database.exec(`CREATE VIRTUAL TABLE card USING fts5(id UNINDEXED, body, tokenize='${tokenizer}')`);
  const insert = database.prepare("INSERT INTO card (id, body) VALUES (?, ?)");
  for (const { id, text } of documents) insert.run(id, body(text));
  const find = database.prepare<[string], Ranked>(
    "SELECT id, -bm25(card) AS score FROM card WHERE card MATCH ? ORDER BY bm25(card) LIMIT 10",
  );
  return {
    name,
    rank(text) {
      const query = [...new Set(pieces(text))].map((piece) => `"${piece.replaceAll('"', '""')}"`).join(" OR ");
      return query === "" ? [] : find.all(query);
    },
  };
}

export function trigrams(text: string): string[] {
  const characters = [...text.replace(/[^\p{L}\p{N}]+/gu, "")];
  return characters.slice(2).map((last, at) => `${characters[at] ?? ""}${characters[at + 1] ?? ""}${last}`);
}
