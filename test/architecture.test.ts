import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** Which folder may import from which others. `.` is the loose files at the root of src that anyone may use. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  content: [],
  reading: [],
  recognizer: ["content"],
  answer: ["content", "reading"],
  statute: ["content", "reading"],
  official: ["content", "statute"],
  dialog: ["content", "reading"],
  handoff: ["content"],
  entitlement: ["content", "reading"],
  case: ["content", "dialog", "handoff", "staff", "reading", "entitlement"],
  quiz: ["content", "answer"],
  conversation: ["content", "recognizer", "answer", "dialog", "handoff", "reading", "case", "quiz", "entitlement"],
  staff: [],
  http: [],
  store: ["conversation", "dialog", "handoff", "case", "staff", "content"],
  document: ["case"],
  evidence: ["conversation", "store", "http"],
  desk: [
    ...["staff", "store", "http", "channel", "delivery", "case", "content", "conversation", "dialog", "handoff", "reading"],
    ...["recognizer", "answer", "evidence", "document", "entitlement"],
  ],
  channel: ["conversation", "delivery", "store", "content", "http", "evidence", "case", "dialog", "document"],
  delivery: ["conversation", "store", "channel"],
  cli: [
    "official",
    "statute",
    "desk",
    "staff",
    "store",
    "content",
    "conversation",
    "recognizer",
    "reading",
    "dialog",
    "answer",
    "entitlement",
  ],
  web: ["case", "staff"],
};

/** No I/O, no packages, no clock: arguments in, values out. */
const PURE = ["statute", "conversation", "dialog", "answer", "quiz", "handoff", "entitlement", "reading", "case", "staff"];
/** Loose files that give types and constants only, and so may be used by the pure folders. */
const PURE_ROOT_FILES = ["limits.ts", "clock.ts", "errors.ts"];
/** The wiring, which may import everything and is imported by the process and the command line alone. */
const WIRING = ["app.ts", "main.ts"];
/** Ports: the only files other folders may know of store and channel. */
const PORTS = [
  "store/store.ts",
  "store/wecom-store.ts",
  "store/case-store.ts",
  "store/quiz-store.ts",
  "store/staff-store.ts",
  "store/audit-chain.ts",
  "store/kept.ts",
  "store/wecom-store.ts",
  "store/desk-store.ts",
  "store/nudge-store.ts",
  "channel/channel.ts",
  "delivery/delivery.ts",
];

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => {
    const path = name.replaceAll("\\", "/");
    const text = readFileSync(join(SRC, name), "utf8");
    const imports = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gms)].map((match) => ({
      from: match[2] ?? match[3] ?? "",
      typeOnly: match[1] !== undefined,
    }));
    return { path, text, imports, folder: path.includes("/") ? (path.split("/")[0] ?? "") : "." };
  });

function target(file: SourceFile, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  return relative(SRC, join(SRC, file.path, "..", from))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}

function faultsOf(judge: (file: SourceFile) => string[]): string[] {
  return files.flatMap(judge);
}

test("nothing installed is in the repository", () => {
  // A tracked node_modules takes the place of the installed packages wherever it is checked out.
  expect(execFileSync("git", ["ls-files", "--", ":/node_modules"], { cwd: SRC, encoding: "utf8" })).toBe("");
});

test("a folder imports only from the folders it may know", () => {
  const faults = faultsOf((file) => {
    if (file.folder === ".") return [];
    const allowed = MAY_IMPORT[file.folder];
    if (allowed === undefined) return [`${file.path}: no row for folder ${file.folder}`];
    return file.imports.flatMap(({ from }) => {
      const path = target(file, from);
      if (path === undefined) return [];
      const folder = path.includes("/") ? (path.split("/")[0] ?? "") : ".";
      if (folder === file.folder) return [];
      if (folder === ".") return WIRING.includes(path) && file.folder !== "cli" ? [`${file.path} imports the wiring ${path}`] : [];
      return allowed.includes(folder) ? [] : [`${file.path} may not import ${path}`];
    });
  });
  expect(faults).toEqual([]);
});

test("store and channel are known to others by their ports", () => {
  const faults = faultsOf((file) =>
    file.imports.flatMap(({ from }) => {
      const path = target(file, from);
      const folder = path?.split("/")[0] ?? "";
      const outsider =
        ["store", "channel", "delivery"].includes(folder) && folder !== file.folder && file.folder !== "." && file.folder !== "cli";
      return path !== undefined && outsider && !PORTS.includes(path) ? [`${file.path} imports ${path}, not the port`] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test("the core is pure", () => {
  const faults = faultsOf((file) => {
    if (!PURE.includes(file.folder)) return [];
    const packages = file.imports.filter(({ from }) => !from.startsWith(".")).map(({ from }) => `${file.path} is pure but imports ${from}`);
    const root = file.imports.flatMap(({ from, typeOnly }) => {
      const path = target(file, from);
      return path !== undefined && !path.includes("/") && !typeOnly && !PURE_ROOT_FILES.includes(path)
        ? [`${file.path} is pure but imports ${path}`]
        : [];
    });
    const impure = ["Date.now", "new Date(", "process.", "Math.random", "console.", "setTimeout", "fetch("].filter((word) =>
      file.text.includes(word),
    );
    return [...packages, ...root, ...impure.map((word) => `${file.path} is pure but says ${word}`)];
  });
  expect(faults).toEqual([]);
});

test("one file each asks the machine for its settings, its time and its console", () => {
  const faults = faultsOf(({ path, text, folder }) => {
    const found: string[] = [];
    if (folder === "web") return found;
    if (/process\.env/.test(text) && path !== "config.ts") found.push(`${path} reads process.env`);
    if (/\bconsole\./.test(text) && path !== "log.ts") found.push(`${path} uses console`);
    if (/\bDate\.now\(|new Date\(\)/.test(text) && path !== "clock.ts") found.push(`${path} asks the time of day`);
    return found;
  });
  expect(faults).toEqual([]);
});

test("no file is over 300 lines", () => {
  expect(faultsOf(({ path, text }) => (text.split("\n").length > 300 ? [path] : []))).toEqual([]);
});
