import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface ArticleRef {
  readonly law: string;
  readonly article: string;
}

export interface StatuteRow {
  readonly query: string;
  readonly gold: readonly ArticleRef[];
}

export interface ScopeRow {
  readonly query: string;
  readonly in_scope: boolean;
}

export interface PlainRow {
  readonly query: string;
}

export interface Questions {
  readonly statutes: readonly StatuteRow[];
  /** Questions about work without a gold answer: only what becomes of them is counted. */
  readonly consultations: readonly PlainRow[];
  readonly scope: readonly ScopeRow[];
  readonly complaints: readonly ScopeRow[];
}

/** The folder with people's questions: the first argument, QUESTIONS_DIR, or ../shared/questions; undefined when there is none. */
export function findQuestions(argument: string | undefined): string | undefined {
  const folder = resolve(argument ?? process.env["QUESTIONS_DIR"] ?? "../shared/questions");
  return existsSync(join(folder, "statute-questions.jsonl")) ? folder : undefined;
}

export function readQuestions(folder: string): Questions {
  return {
    statutes: readLines<StatuteRow>(join(folder, "statute-questions.jsonl")),
    consultations: readLines<PlainRow>(join(folder, "consultations.jsonl")),
    scope: readLines<ScopeRow>(join(folder, "scope.jsonl")),
    complaints: readLines<ScopeRow>(join(folder, "scope-complaints.jsonl")),
  };
}

function readLines<T extends { readonly query: string }>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The reference prints some texts under another name than the project. */
const NAMES = new Map([
  ["刑法", "刑法_摘录"],
  ["民法典", "民法典_摘录"],
  ["渐进式延迟法定退休年龄办法", "延迟法定退休年龄决定"],
]);

export function articleKey({ law, article }: ArticleRef): string {
  return `${NAMES.get(law) ?? law} ${article}`;
}
