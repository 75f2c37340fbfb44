import { readdir } from "node:fs/promises";
import type { CaseStore } from "../store/case-store.js";
import { dropFile } from "./keep-file.js";

const PAGE = 1_000;
const OURS = /^[0-9a-f]{32}$/;

/**
 * Removes files that nothing kept rests on: an upload that a power cut or a refusal left half done. To be run before
 * the doors open, when none is under way. Resolves to how many.
 */
export async function sweepOrphans(folder: string, store: Pick<CaseStore, "fileNames">): Promise<number> {
  const found = await readdir(folder).catch(() => []);
  if (found.length === 0) return 0;
  const known = new Set<string>();
  for (let after = ""; ;) {
    const page = await store.fileNames(after, PAGE);
    for (const name of page) known.add(name);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last;
  }
  const orphans = found.filter((name) => OURS.test(name) && !known.has(name));
  for (const name of orphans) await dropFile(folder, name);
  return orphans.length;
}
