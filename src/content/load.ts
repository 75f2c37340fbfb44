import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { readCompiled } from "./compiled.js";
import { ContentError, type Fault } from "./fault.js";
import type { Article, Dialog, Library, Statute } from "./library.js";
import { readFolder, type ReadFile } from "./read-folder.js";
import { AnswerFile } from "./schema/answer.js";
import { DialogFile } from "./schema/dialog.js";
import { EvidenceFile } from "./schema/evidence.js";
import { FigureFile } from "./schema/figure.js";
import { DangerFile, InsideFile, IntentFile, MatterFile, OutsideFile, WordsFile } from "./schema/intent.js";
import { MenuFile } from "./schema/menu.js";
import { PaperFile } from "./schema/paper.js";
import { QuizFile } from "./schema/quiz.js";
import { RegionFile } from "./schema/region.js";
import { StatuteFile, type EarlierArticle } from "./schema/statute.js";

/**
 * Reads the three content folders under `root`. `faults` lists everything that could not be read; see check.ts for the rest.
 * A file that is as it was when `before` was made is not read again; what is read is added to it.
 */
export function readLibrary(root: string, before = readCompiled()): { library: Library; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = <T>(folder: string, schema: z.ZodType<T>): ReadFile<T>[] => {
    if (existsSync(join(root, folder))) return readFolder({ root, folder, schema }, before, faults);
    faults.push({ file: folder, where: "", what: "没有这个文件夹" });
    return [];
  };
  const cards = byName(read("knowledge/answers", AnswerFile), faults);
  const library: Library = {
    statutes: byName(read("knowledge/statutes", StatuteFile), faults, toStatute),
    answers: only(cards, (card) => card.reviewed !== undefined),
    drafts: only(cards, (card) => card.reviewed === undefined),
    figures: byName(read("knowledge/figures", FigureFile), faults),
    regions: byName(read("knowledge/regions", RegionFile), faults),
    intents: byName(read("intents/said", IntentFile), faults),
    dangers: byName(read("intents/danger", DangerFile), faults),
    outside: byName(read("intents/outside", OutsideFile), faults),
    inside: byName(read("intents/inside", InsideFile), faults),
    matters: byName(read("intents/matters", MatterFile), faults),
    menus: byName(read("intents/menu", MenuFile), faults),
    quiz: byName(read("knowledge/quiz", QuizFile), faults),
    words: mergeWords(read("intents/words", WordsFile)),
    evidence: byName(read("knowledge/evidence", EvidenceFile), faults),
    papers: byName(read("knowledge/templates", PaperFile), faults),
    dialogs: readDialogs(read("dialogs", DialogFile), faults),
  };
  return { library: Object.freeze(library), faults };
}

/** The library, or a ContentError with every fault. */
export function loadLibrary(root: string, check: (library: Library) => readonly Fault[]): Library {
  const { library, faults } = readLibrary(root);
  const all = [...faults, ...check(library)];
  if (all.length > 0) throw new ContentError(all);
  return library;
}

function byName<F extends { id: string }, T = F>(
  files: readonly ReadFile<F>[],
  faults: Fault[],
  convert: (file: F) => T = (file) => file as unknown as T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const { file, name, value } of files) {
    if (value.id !== name) faults.push({ file, where: "id", what: `编号“${value.id}”和文件名“${name}”不一样` });
    if (found.has(value.id)) faults.push({ file, where: "id", what: `编号“${value.id}”用了两次` });
    found.set(value.id, convert(value));
  }
  return found;
}

function only<T>(all: ReadonlyMap<string, T>, holds: (one: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...all].filter(([, one]) => holds(one)));
}

function toStatute(file: StatuteFile): Statute {
  const articles = new Map<string, Article>();
  for (const [label, entry] of Object.entries(file.articles)) {
    const one = typeof entry === "string" ? { gist: entry } : entry;
    const until = one.until ?? file.inForce.until;
    articles.set(label, {
      law: file.id,
      article: label,
      gist: one.gist,
      inForce: { from: one.from ?? file.inForce.from, ...(until === undefined ? {} : { until }) },
      ...(one.decidedBy === undefined ? {} : { decidedBy: one.decidedBy }),
      ...(one.before === undefined ? {} : { before: one.before.map((old) => earlierArticle(file.id, label, old)) }),
    });
  }
  return { ...file, articles };
}

function earlierArticle(law: string, article: string, { gist, version, from, until }: EarlierArticle): Article {
  return { law, article, gist, version, inForce: { from, until } };
}

function mergeWords(files: readonly ReadFile<WordsFile>[]): WordsFile {
  return {
    terms: files.flatMap(({ value }) => value.terms),
    colloquial: files.flatMap(({ value }) => value.colloquial),
    typos: Object.fromEntries(files.flatMap(({ value }) => Object.entries(value.typos))),
  };
}

/** `leave-message.yaml` is the current version; `leave-message.v1.yaml` stays for conversations begun with it. */
function readDialogs(files: readonly ReadFile<DialogFile>[], faults: Fault[]): Library["dialogs"] {
  const byVersion = new Map<string, Dialog>();
  const current = new Map<string, Dialog>();
  for (const { file, name, value } of files) {
    const key = `${value.id}@${value.version}`;
    if (byVersion.has(key)) faults.push({ file, where: "version", what: `${key} 用了两次` });
    byVersion.set(key, value);
    if (name === value.id) current.set(value.id, value);
    else if (name !== `${value.id}.v${value.version}`)
      faults.push({ file, where: "id", what: `旧版文件应叫 ${value.id}.v${value.version}.yaml` });
  }
  return { byVersion, current };
}
