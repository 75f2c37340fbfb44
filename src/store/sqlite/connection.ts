import { closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { OutsideError } from "../../errors.js";
import { MIGRATIONS } from "../migrations/all.js";
import type { WorkerOptions } from "./protocol.js";

const FULL = 2;

export interface Connection {
  readonly db: Database.Database;
  readonly close: () => void;
}

/** Opens the folder's database for this process alone, brought up to date, durable at every commit. */
export function connect(options: WorkerOptions): Connection {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    const db = openDatabase(folder, options);
    syncFolder(folder);
    syncFolder(dirname(folder));
    return { db, close: () => (closeDatabase(db), lock.close()) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Held until the process ends, however it ends: the lock is the operating system's (fcntl) and dies with its holder.
 * Nobody in this process may open and close `lock.db` besides: POSIX drops a process's locks on any close.
 */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, "lock.db"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) throw new OutsideError("store-locked", false);
    throw error;
  }
}

function openDatabase(folder: string, options: WorkerOptions): Database.Database {
  const db = new Database(join(folder, "hotline.db"), { timeout: options.busyTimeoutMs });
  try {
    db.pragma("journal_mode = WAL");
    // After WAL: switching to it sets this build's default, NORMAL, which loses acknowledged rows at a power cut.
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("secure_delete = ON");
    db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    if (options.pagesMax !== undefined) db.pragma(`max_page_count = ${options.pagesMax}`);
    migrate(db);
    db.exec("UPDATE heartbeat SET beats = beats + 1");
    requireDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Asked after the first write, because SQLite may lower it on first access. */
function requireDurable(db: Database.Database): void {
  const wal = db.pragma("journal_mode", { simple: true }) === "wal";
  if (!wal || db.pragma("synchronous", { simple: true }) !== FULL) throw new OutsideError("store-unavailable", false);
}

function migrate(db: Database.Database): void {
  const at = db.pragma("user_version", { simple: true }) as number;
  if (at > MIGRATIONS.length) throw new OutsideError("store-newer", false);
  for (const { version, sql } of MIGRATIONS.slice(at)) {
    db.exec("BEGIN IMMEDIATE");
    try {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
      db.exec("COMMIT");
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }
}

/** Makes the folder's entries themselves survive a power cut. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function closeDatabase(db: Database.Database): void {
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}
