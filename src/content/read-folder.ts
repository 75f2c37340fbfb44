import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { fingerprint, type ReadBefore } from "./compiled.js";
import type { Fault } from "./fault.js";

z.config(z.locales.zhCN());

const YAML_FAULTS = new Map<string, string>([
  ["BAD_INDENT", "缩进不对"],
  ["TAB_AS_INDENT", "不能用制表符缩进"],
  ["DUPLICATE_KEY", "同一项写了两次"],
  ["MISSING_CHAR", "缺引号、冒号或括号"],
  ["MULTILINE_IMPLICIT_KEY", "冒号前面换了行"],
  ["UNEXPECTED_TOKEN", "有多余的符号"],
  ["BLOCK_AS_IMPLICIT_KEY", "一行里有两个冒号，含冒号的话要加引号"],
]);

export interface ReadFile<T> {
  /** Relative to the content root, with forward slashes. */
  readonly file: string;
  /** The name without folder and ending. */
  readonly name: string;
  readonly value: T;
}

export interface Folder<T> {
  readonly root: string;
  readonly folder: string;
  readonly schema: z.ZodType<T>;
}

/** Reads every .yaml under a folder through one schema. What cannot be read becomes faults, not an exception. */
export function readFolder<T>({ root, folder, schema }: Folder<T>, before: ReadBefore, faults: Fault[]): ReadFile<T>[] {
  const found: ReadFile<T>[] = [];
  for (const path of yamlFiles(join(root, folder))) {
    const file = relative(root, path).replaceAll("\\", "/");
    const text = readFileSync(path, "utf8");
    const print = fingerprint(file, text);
    const value = (before.get(print) as T | undefined) ?? readYaml({ file, text }, schema, faults);
    if (value !== undefined) before.set(print, value);
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

function readYaml<T>({ file, text }: { file: string; text: string }, schema: z.ZodType<T>, faults: Fault[]): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // The first error alone: those after it are mostly its consequences.
  for (const error of document.errors.slice(0, 1)) {
    faults.push({
      file,
      where: `第 ${lines.linePos(error.pos[0]).line} 行`,
      what: `不是合格的 YAML：${YAML_FAULTS.get(error.code) ?? `格式不对（${error.code}）`}`,
    });
  }
  if (document.errors.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({ file, where: issue.path.join("."), what: issue.message });
  }
  return undefined;
}
