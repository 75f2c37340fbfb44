import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "../../src/store/audit-chain.js";
import type { Kept } from "../../src/store/kept.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { makeFolder, removeFolder } from "./temporary-folder.js";

let folder: string;
let store: Kept;

beforeEach(async () => {
  folder = await makeFolder();
  store = await openSqlite({ folder });
});
afterEach(async () => {
  await store.close();
  await removeFolder(folder);
});

const admin = { id: "s1", name: "张某", roles: ["admin"] as const };
const enrolment = { codeHash: "e1", until: 10_000 };

async function setUp(): Promise<void> {
  await store.offerSetup({ codeHash: "setup", until: 10_000 });
  await store.redeemSetup({ codeHash: "setup", now: 1, password: "p", newcomer: admin });
}

const session = (id: string, staffId = "s1") => ({
  id,
  staffId,
  tokenHash: `hash-${id}`,
  startedAt: 1,
  seenAt: 1,
  freshUntil: 0,
  peer: "10.0.0.1",
});

describe("the first-run code", () => {
  it("makes the first person, once, in time, and only while there is nobody", async () => {
    const used = { codeHash: "setup", now: 5_000, password: "p", newcomer: admin };
    expect(await store.redeemSetup(used)).toEqual({ kind: "refused" });
    await store.offerSetup({ codeHash: "old", until: 10_000 });
    await store.offerSetup({ codeHash: "setup", until: 10_000 });
    expect(await store.redeemSetup({ ...used, codeHash: "old" })).toEqual({ kind: "refused" });
    expect(await store.redeemSetup({ ...used, now: 10_000 })).toEqual({ kind: "refused" });
    const kinds = await Promise.all(
      [used, { ...used, newcomer: { ...admin, id: "s2", name: "李某" } }].map((one) => store.redeemSetup(one)),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(["done", "refused"]);
    expect(await store.offerSetup({ codeHash: "again", until: 10_000 })).toEqual({ kind: "staffed" });
    expect(await store.staffList()).toEqual([{ ...admin, active: true, hasPassword: true, hasTotp: false, createdAt: 5_000 }]);
  });
});

describe("people", () => {
  it("have names of their own and set their password with a code that counts once", async () => {
    await setUp();
    const li = { id: "s2", name: "李某", roles: ["receptionist"] as const, at: 2, enrolment };
    expect(await store.addStaff(li)).toEqual({ kind: "added" });
    expect(await store.addStaff({ ...li, id: "s3", enrolment: { ...enrolment, codeHash: "e3" } })).toEqual({ kind: "name-taken" });
    expect(await store.redeemEnrolment({ codeHash: "e3", now: 3, password: "q" })).toEqual({ kind: "refused" });
    expect(await store.redeemSetup({ codeHash: "e1", now: 3, password: "q", newcomer: admin })).toEqual({ kind: "refused" });
    expect(await store.redeemEnrolment({ codeHash: "e1", now: 3, password: "q" })).toEqual({ kind: "done", staffId: "s2" });
    expect(await store.redeemEnrolment({ codeHash: "e1", now: 3, password: "r" })).toEqual({ kind: "refused" });
    expect((await store.staffSecrets({ name: "李某" }))?.password).toBe("q");
    expect(await store.staffSecrets({ name: "constructor" })).toBeUndefined();
  });

  it("keep one 管理员 at least", async () => {
    await setUp();
    expect(await store.changeStaff({ id: "s1", active: false })).toEqual({ kind: "last-admin" });
    expect(await store.changeStaff({ id: "s1", roles: ["director"] })).toEqual({ kind: "last-admin" });
    await store.addStaff({ id: "s2", name: "李某", roles: ["admin"], at: 2, enrolment });
    expect(await store.changeStaff({ id: "s1", active: false })).toEqual({ kind: "changed" });
    expect(await store.changeStaff({ id: "nobody", active: false })).toEqual({ kind: "unknown" });
  });
});

describe("sessions", () => {
  const open = async (): Promise<void> => {
    await setUp();
    await store.openSession(session("a"));
    await store.openSession(session("b"));
  };
  const alive = async (): Promise<readonly string[]> => (await store.sessionsOf("s1")).map(({ id }) => id).sort();

  it("end with the password, the roles, the authenticator and a reset", async () => {
    await open();
    await store.setPassword({ id: "s1", password: "q", keepSession: "a" });
    expect(await alive()).toEqual(["a"]);
    await store.openSession(session("c"));
    await store.proposeTotp({ id: "s1", sealed: "x" });
    await store.adoptTotp({ id: "s1", step: 7, keepSession: "c" });
    expect(await alive()).toEqual(["c"]);
    await store.changeStaff({ id: "s1", roles: ["admin", "director"] });
    expect(await alive()).toEqual([]);
    await store.openSession(session("d"));
    await store.resetStaff({ id: "s1", enrolment });
    expect(await alive()).toEqual([]);
    expect(await store.staffSecrets({ id: "s1" })).toMatchObject({ member: { hasPassword: false, hasTotp: false } });
  });

  it("are nobody's once the person is disabled, and somebody else cannot end them", async () => {
    await open();
    expect(await store.findSession("hash-a")).toMatchObject({ session: { id: "a" }, member: { name: "张某" } });
    expect(await store.endSession({ id: "a", staffId: "other" })).toEqual({ kind: "unknown" });
    await store.addStaff({ id: "s2", name: "李某", roles: ["admin"], at: 2, enrolment });
    await store.changeStaff({ id: "s1", active: false });
    expect(await store.findSession("hash-a")).toBeUndefined();
    expect(await store.knowsPlace({ staffId: "s1", peer: "10.0.0.1", now: 2 })).toBe(true);
    expect(await store.knowsPlace({ staffId: "s1", peer: "10.0.0.2", now: 2 })).toBe(false);
  });

  it("an authenticator's code counts once", async () => {
    await setUp();
    const kinds = await Promise.all([5, 5, 4, 6].map((step) => store.useTotpStep({ id: "s1", step })));
    expect(kinds.map(({ kind }) => kind)).toEqual(["used", "spent", "spent", "used"]);
  });
});

describe("the audit", () => {
  const entry = { at: 1, actor: "s1", action: "staff.add", object: "s2", peer: "10.0.0.1", detail: { roles: "changed" } };
  const added = { id: "s2", name: "李某", roles: ["handler"] as const, at: 2, enrolment };
  const verdict = () => verifyAudit((after, limit) => store.auditAfter(after, limit));
  const behind = (sql: string): void => {
    const db = new Database(join(folder, "hotline.db"));
    db.exec(sql);
    db.close();
  };

  it("is written with what it tells of, or neither happens", async () => {
    expect(await store.withAudit(entry).addStaff(added)).toEqual({ kind: "added" });
    expect(await store.withAudit(entry).addStaff({ ...added, id: "s3" })).toEqual({ kind: "name-taken" });
    expect(await store.withAudit({ ...entry, action: "staff.list" }).staffList()).toHaveLength(1);
    expect((await store.auditPage({ before: 99, limit: 9 })).map(({ seq, action, outcome }) => [seq, action, outcome])).toEqual([
      [3, "staff.list", "done"],
      [2, "staff.add", "name-taken"],
      [1, "staff.add", "added"],
    ]);
    const broken = { ...entry, detail: null } as unknown as typeof entry;
    await expect(store.withAudit(broken).addStaff({ ...added, id: "s4", name: "王某" })).rejects.toThrow();
    await expect(store.withAudit(broken).staffList()).rejects.toThrow();
    expect(await store.staffSecrets({ id: "s4" })).toBeUndefined();
    expect(await verdict()).toMatchObject({ kind: "whole", rows: 3 });
  });

  it("refuses to be changed, and shows a row that was changed, taken out or put elsewhere all the same", async () => {
    for (let index = 0; index < 20; index += 1) await store.noteAudit({ ...entry, object: String(index), outcome: "done" });
    expect(() => behind("UPDATE audit SET actor = 's9' WHERE seq = 3")).toThrow(/never changed/);
    expect(() => behind("DELETE FROM audit WHERE seq = 3")).toThrow(/never deleted/);
    behind("DROP TRIGGER audit_unchanged; DROP TRIGGER audit_undeleted");
    const damages: readonly (readonly [string, string, number])[] = [
      ["UPDATE audit SET actor = 's9' WHERE seq = 3", "UPDATE audit SET actor = 's1' WHERE seq = 3", 3],
      ["UPDATE audit SET at = at + 1 WHERE seq = 20", "UPDATE audit SET at = at - 1 WHERE seq = 20", 20],
      ["UPDATE audit SET detail = '{}' WHERE seq = 8", `UPDATE audit SET detail = '{"roles":"changed"}' WHERE seq = 8`, 8],
      ["DELETE FROM audit WHERE seq = 5", "", 5],
    ];
    for (const [damage, repair, seq] of damages) {
      expect(await verdict()).toMatchObject({ kind: "whole", rows: 20 });
      behind(damage);
      expect(await verdict()).toEqual({ kind: "broken", seq });
      behind(repair);
    }
  });
});
