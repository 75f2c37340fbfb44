import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OutsideError } from "../../src/errors.js";
import { explainStoreError } from "../../src/store/explain.js";
import { MIGRATIONS } from "../../src/store/migrations/all.js";
import { connect } from "../../src/store/sqlite/connection.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import type { Store } from "../../src/store/store.js";
import { answered, message } from "./samples.js";
import { caseStoreContract } from "./case-store-contract.js";
import { storeContract, type StorePlace } from "./store-contract.js";
import { makeFolder, removeFolder } from "./temporary-folder.js";

async function place(): Promise<StorePlace> {
  const folder = await makeFolder();
  return { open: () => openSqlite({ folder }), remove: () => removeFolder(folder) };
}
storeContract("SQLite", place);
caseStoreContract("SQLite", place);

let folder: string;
const open: Store[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await Promise.all(open.splice(0).map((store) => store.close()));
  await removeFolder(folder);
});

async function opened(options: Partial<Parameters<typeof openSqlite>[0]> = {}): Promise<Store> {
  const store = await openSqlite({ folder, ...options });
  open.push(store);
  return store;
}

function elsewhere(): Database.Database {
  return new Database(join(folder, "hotline.db"));
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function otherProcess(): Promise<{ child: ChildProcess; says: string }> {
  const script = fileURLToPath(new URL("./hold-folder.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, says: line.toString().trim() };
}

describe("durability", { timeout: 30_000 }, () => {
  it("is FULL in WAL after the first write, with foreign keys and secure delete", () => {
    const { db, close } = connect({ folder, busyTimeoutMs: 100 });
    db.exec("UPDATE heartbeat SET beats = beats + 1");
    const ask = (name: string): unknown => db.pragma(name, { simple: true });
    expect([ask("journal_mode"), ask("synchronous"), ask("foreign_keys"), ask("secure_delete")]).toEqual(["wal", 2, 1, 1]);
    close();
  });
});

describe("one process", { timeout: 30_000 }, () => {
  it("refuses a second one in words, and opens as soon as the first is killed", async () => {
    const holder = await otherProcess();
    expect(holder.says).toBe("open");
    const refused = await openSqlite({ folder }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "store-locked", retryable: false });
    expect(explainStoreError(refused as OutsideError, folder)).toContain("正被另一个进程使用");
    await killed(holder.child);
    await answered(await opened());
    expect((await otherProcess()).says).toBe("store-locked");
  });
});

describe("migrations", { timeout: 30_000 }, () => {
  it("brings an empty folder to the newest version and leaves it there", async () => {
    await opened().then((store) => store.ping());
    expect(elsewhere().pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it("refuses a newer database and does not touch it", async () => {
    await opened().then((store) => store.close());
    const db = elsewhere();
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    const refused = await openSqlite({ folder }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "store-newer", retryable: false });
    expect(explainStoreError(refused as OutsideError, folder)).toContain("更新版本");
  });
});

describe("a disk that will not", { timeout: 30_000 }, () => {
  it("does not stop the event loop while another program holds the database, and refuses fast", async () => {
    const store = await opened({ busyTimeoutMs: 1_000 });
    const other = elsewhere();
    other.exec("BEGIN IMMEDIATE");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    // It sees a stop only once it has begun to tick.
    await sleep(50);
    await expect(store.receive(message())).rejects.toMatchObject({ code: "store-locked", retryable: true });
    delay.disable();
    // On the main thread it would be the whole second.
    expect(delay.max / 1e6).toBeLessThan(500);
    other.exec("ROLLBACK");
    other.close();
    await answered(store);
  });

  it("refuses what misses its deadline, and never does later what it refused while it waited", async () => {
    const store = await opened({ busyTimeoutMs: 4_000, deadlineMs: 300 });
    const other = elsewhere();
    other.exec("BEGIN IMMEDIATE");
    await expect(store.ping()).rejects.toMatchObject({ code: "store-unavailable", retryable: true });
    await expect(store.receive(message({ conversationId: "late" }))).rejects.toMatchObject({ code: "store-unavailable" });
    other.exec("ROLLBACK");
    other.close();
    const ready = (): Promise<boolean> =>
      store.ping().then(
        () => true,
        () => false,
      );
    await expect.poll(ready, { timeout: 10_000 }).toBe(true);
    expect(await store.transcript("late", 0, 10)).toEqual([]);
  });

  it("says full, goes on reading, and recovers without a restart", async () => {
    await opened().then((store) => store.close());
    const other = elsewhere();
    // Room beside the tables themselves, however many there are, for the ballast and a few messages.
    const pagesMax = (other.pragma("page_count", { simple: true }) as number) + 75;
    const store = await opened({ pagesMax });
    await answered(store);
    other.exec("CREATE TABLE ballast (x); INSERT INTO ballast VALUES (randomblob(200000))");
    const long = "字".repeat(5_000);
    const kept: string[] = [];
    let refused: unknown;
    for (let index = 0; index < 100 && refused === undefined; index++) {
      const activity = message({ text: long });
      await store.receive(activity).then(
        () => kept.push(activity.id),
        (error: unknown) => (refused = error),
      );
    }
    expect(refused).toMatchObject({ code: "store-full", retryable: true });
    expect(kept.length).toBeGreaterThan(0);
    expect((await store.pendingActivities()).map(({ activity }) => activity.id)).toEqual(kept);
    other.exec("DROP TABLE ballast");
    other.close();
    expect(await store.receive(message({ text: long }))).toMatchObject({ kind: "new", seq: kept.length + 3 });
  });
});

describe("group commit", { timeout: 30_000 }, () => {
  it("puts what is asked at once into a few commits", async () => {
    const store = await opened();
    const other = elsewhere();
    const framesBefore = framesOf(other);
    for (let index = 0; index < 10; index++) await store.receive(message());
    const framesAlone = framesOf(other) - framesBefore;
    await Promise.all(Array.from({ length: 200 }, () => store.receive(message())));
    const framesTogether = framesOf(other) - framesBefore - framesAlone;
    other.close();
    expect(framesAlone).toBeGreaterThan(20);
    expect(framesTogether).toBeLessThan(framesAlone * 4);
  });
});

/** Pages in the write-ahead log. */
function framesOf(db: Database.Database): number {
  const [row] = db.pragma("wal_checkpoint(NOOP)") as { log: number }[];
  return row?.log ?? 0;
}
