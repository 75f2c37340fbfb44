import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What files were read as, by the fingerprint of their name and content: a file changed by one sign is not among them. */
export type ReadBefore = Map<string, unknown>;

/** This folder: in dist the code that reads content, with `content.json` beside it; in src there is none, and YAML is read. */
const READER = dirname(fileURLToPath(import.meta.url));

export function fingerprint(file: string, text: string): string {
  return createHash("sha256").update(`${file}\0${text}`).digest("base64");
}

/** What the build read, with the very code that asks now; nothing when either is not so. */
export function readCompiled(reader = READER): ReadBefore {
  const path = compiledPath(reader);
  if (!existsSync(path)) return new Map();
  const { by, files } = JSON.parse(readFileSync(path, "utf8")) as { readonly by: string; readonly files: [string, unknown][] };
  return new Map(by === codeOf(reader) ? files : []);
}

export function writeCompiled(read: ReadBefore, reader = READER): void {
  const path = compiledPath(reader);
  // Whole or not at all: a build that is cut off must not stop the next start.
  writeFileSync(`${path}.new`, JSON.stringify({ by: codeOf(reader), files: [...read] }));
  renameSync(`${path}.new`, path);
}

function compiledPath(reader: string): string {
  return join(reader, "..", "content.json");
}

/** Another schema may read the same file as something else. */
function codeOf(reader: string): string {
  const names = readdirSync(reader, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  return fingerprint(
    "",
    names
      .sort()
      .map((name) => fingerprint(name, readFileSync(join(reader, name), "utf8")))
      .join(),
  );
}
