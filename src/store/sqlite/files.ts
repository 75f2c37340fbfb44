import type Database from "better-sqlite3";
import type { Activity } from "../../conversation/activity.js";
import type { CaseFile, NewFile } from "../case-store.js";
import { FILE_SQL } from "./file-sql.js";
import { prepareAll } from "./prepare.js";
import { seal, unseal } from "./sealed.js";

interface FileRow extends Omit<CaseFile, "clean"> {
  readonly cleanFile: string | null;
  readonly cleanType: string | null;
  readonly cleanBytes: number | null;
}

/** What is kept of files; the bytes are on disk before a row says so. */
export interface Files {
  /** The files of a message. They go to the conversation's open case when there is exactly one; its reference, if so. */
  receive(activity: Activity): string | undefined;
  /** What was sent before the case was filed belongs to it. */
  takeLoose(conversationId: string, reference: string): void;
  add(file: NewFile, reference: string): void;
  of(reference: string): readonly CaseFile[];
  find(reference: string, file: string): CaseFile | undefined;
  keepCleanCopy(file: string, clean: CaseFile["clean"] | undefined): void;
  toClean(limit: number): readonly CaseFile[];
  names(after: string, limit: number): readonly string[];
}

export function prepareFiles(db: Database.Database): Files {
  const run = prepareAll(db, FILE_SQL);

  function insert({ name, ...file }: NewFile, reference: string | null): void {
    run.addFile.run({ ...file, name: seal(name), reference });
  }

  return {
    receive({ attachments, conversationId, at }) {
      const kept = attachments.flatMap(({ file, sha256, ...rest }) =>
        file === undefined || sha256 === undefined ? [] : [{ ...rest, file, sha256, conversationId, at }],
      );
      if (kept.length === 0) return undefined;
      const open = run.openCasesOf.all(conversationId) as { reference: string }[];
      const reference = open.length === 1 ? open[0]?.reference : undefined;
      for (const file of kept) insert(file, reference ?? null);
      return reference;
    },
    takeLoose: (conversationId, reference) => void run.takeLooseFiles.run({ conversationId, reference }),
    add: (file, reference) => insert(file, reference),
    of: (reference) => (run.filesOf.all(reference) as FileRow[]).map(fileOf),
    find(reference, file) {
      const row = run.fileOf.get({ reference, file }) as FileRow | undefined;
      return row && fileOf(row);
    },
    keepCleanCopy(file, clean) {
      if (clean === undefined) run.giveUpCleaning.run(file);
      else run.keepCleanCopy.run({ ...clean, file, cleanFile: clean.file });
    },
    toClean: (limit) => (run.filesToClean.all(limit) as FileRow[]).map(fileOf),
    names: (after, limit) => (run.fileNames.all(after, limit) as { name: string }[]).map(({ name }) => name),
  };
}

function fileOf({ cleanFile, cleanType, cleanBytes, name, ...row }: FileRow): CaseFile {
  const clean =
    cleanFile === null || cleanType === null || cleanBytes === null
      ? {}
      : { clean: { file: cleanFile, contentType: cleanType, bytes: cleanBytes } };
  return { ...row, name: unseal<string>(name), ...clean };
}
