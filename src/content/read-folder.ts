import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Fault } from "./fault.js";

z.config(z.locales.zhCN());

export interface ReadFile<T> {
  /** Relative to the content root, with forward slashes. */
  readonly file: string;
  /** The name without folder and ending. */
  readonly name: string;
  readonly value: T;
}

/** Reads every .yaml under a folder through one schema. What cannot be read becomes faults, not an exception. */
export function readFolder<T>(root: string, folder: string, schema: z.ZodType<T>, faults: Fault[]): ReadFile<T>[] {
  const found: ReadFile<T>[] = [];
  for (const path of yamlFiles(join(root, folder))) {
    const file = relative(root, path).replaceAll("\\", "/");
    const value = readYaml(path, file, schema, faults);
    if (value !== undefined) found.push({ file, name: basename(path, ".yaml"), value });
  }
  return found;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

function readYaml<T>(path: string, file: string, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, uniqueKeys: true });
  for (const error of document.errors) {
    faults.push({ file, where: `第 ${lines.linePos(error.pos[0]).line} 行`, what: `不是合格的 YAML：${error.code}` });
  }
  if (document.errors.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({ file, where: issue.path.join("."), what: issue.message });
  }
  return undefined;
}
