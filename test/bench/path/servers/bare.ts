import { join } from "node:path";
import Database from "better-sqlite3";
import express from "express";
import { tellParent } from "./tell.js";

/** The least a server can do that keeps what it acknowledges: read JSON, insert one row, commit to the disk, answer. */
const [dataDir = ""] = process.argv.slice(2);
const db = new Database(join(dataDir, "bare.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE message (id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, text TEXT NOT NULL)");
const insert = db.prepare<[string, string]>("INSERT INTO message (conversation, text) VALUES (?, ?)");

const site = express();
site.use(express.json());
site.post("/conversations/:id/activities", (request, response) => {
  const { text } = request.body as { readonly text: string };
  response.json({ id: String(insert.run(request.params.id, text).lastInsertRowid) });
});
const server = site.listen(0, "127.0.0.1", () => {
  const address = server.address();
  tellParent(typeof address === "object" && address !== null ? address.port : 0);
});
