import { readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import type { Split } from "../statute/official-text.js";
import { readDocx } from "./read-docx.js";
import { readJson } from "./read-json.js";
import { readMarkdown } from "./read-markdown.js";

const FILE_BYTES_MAX = 20_000_000;

/** The texts of law in one file, by its ending. */
export function readOfficial(path: string): readonly Split[] {
  const refuse = (what: string): readonly Split[] => [{ kind: "refused", faults: [{ line: 0, what }] }];
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return refuse("没有这个文件");
  if (size > FILE_BYTES_MAX) return refuse("文件太大，不像一部法规");
  const bytes = readFileSync(path);
  switch (extname(path).toLowerCase()) {
    case ".docx":
      return [readDocx(bytes)];
    case ".md":
      return [readMarkdown(bytes.toString("utf8"))];
    case ".json":
      return readJson(bytes.toString("utf8"));
    default:
      return refuse("只认 .docx、.md、.json；.doc 请先在 Word 里另存为 .docx");
  }
}
