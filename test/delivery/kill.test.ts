import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { waiting } from "../store/samples.js";
import { makeFolder, removeFolder } from "../store/temporary-folder.js";
import { compile } from "./compile.js";
import { receiptOf, referenceOf } from "./fixtures.js";
import type { Question } from "./kill-child.js";

const KILLS = 50;
const CONVERSATIONS = 40;
const UNDER_WAY_MAX = 40;

interface Sent {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
  readonly replyTo: string;
}

/** What the world outside knows: what it asked, what was acknowledged, what reached the platform. */
class Ledger {
  readonly asked: Question[] = [];
  readonly acked = new Map<string, { readonly id: string; readonly seq: number }>();
  readonly sent = new Map<string, Sent>();
  readonly refusals = new Map<string, number>();
  sentAgain = 0;
  #refused: string[] = [];

  next(): Question {
    const number = this.asked.length;
    const question = {
      sourceId: `m${number}`,
      conversationId: `c${number % CONVERSATIONS}`,
      text: `第${number}问 老板欠薪😀𠮷${number % 3 === 0 ? "登记" : ""}`,
    };
    this.asked.push(question);
    return question;
  }

  unknown(): readonly Question[] {
    return this.asked.filter(({ sourceId }) => !this.acked.has(sourceId));
  }

  /** What was refused since the last call: not kept, as far as anyone knows, and to be asked again. */
  takeRefused(): readonly Question[] {
    const refused = new Set(this.#refused.splice(0));
    return this.asked.filter(({ sourceId }) => refused.has(sourceId));
  }

  read(line: string): void {
    const [word] = line.split(" ", 1);
    const rest = line.slice((word ?? "").length + 1);
    if (word === "refused") {
      const [sourceId = "", code = ""] = rest.split(" ");
      this.#refused.push(sourceId);
      this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    }
    if (word === "ack") {
      const { sourceId, id, seq } = JSON.parse(rest) as { sourceId: string; id: string; seq: number };
      // Acknowledged before: the answer must be the same.
      expect(this.acked.get(sourceId) ?? { id, seq }).toEqual({ id, seq });
      this.acked.set(sourceId, { id, seq });
    }
    if (word === "sent") {
      const sent = JSON.parse(rest) as Sent;
      if (this.sent.has(sent.id)) this.sentAgain += 1;
      this.sent.set(sent.id, sent);
    }
  }
}

class Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly opened: Promise<void>;
  readonly ended: Promise<void>;

  constructor(program: string, ledger: Ledger) {
    const script = join(program, "test/delivery/kill-child.js");
    this.process = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdin.on("error", () => {});
    const lines = createInterface({ input: this.process.stdout });
    this.ended = Promise.all([once(lines, "close"), once(this.process, "exit")]).then(() => {});
    this.opened = new Promise((resolve, reject) => {
      void this.ended.then(() => reject(new Error("the child ended before it had opened the folder")));
      lines.on("line", (line) => (line === "open" ? resolve() : ledger.read(line)));
    });
    this.opened.catch(() => {});
  }

  tell(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }
}

it(`loses nothing acknowledged and doubles nothing over ${KILLS} kills under load`, async () => {
  const [folder, program] = [await makeFolder(), await makeFolder()];
  await compile(program);
  const ledger = new Ledger();
  const began = performance.now();
  const counts = { kills: 0, unknownAtKill: 0, killsWithUnknown: 0 };
  const readyMs: number[] = [];
  let child = new Child(program, ledger);
  for (; counts.kills < KILLS; counts.kills++) {
    // The next one stands by, so that starting a process costs no time.
    const standby = new Child(program, ledger);
    const opening = performance.now();
    child.tell(`open ${folder}`);
    await child.opened;
    readyMs.push(performance.now() - opening);
    await load(child, ledger, 20 + Math.random() * 180);
    child.process.kill("SIGKILL");
    await child.ended;
    const unknown = ledger.unknown().length;
    counts.unknownAtKill += unknown;
    counts.killsWithUnknown += unknown > 0 ? 1 : 0;
    child = standby;
  }
  child.tell(`open ${folder}`);
  await child.opened;
  ledger.takeRefused();
  for (const question of ledger.unknown()) child.tell(JSON.stringify(question));
  while (ledger.unknown().length > 0) await askAgain(child, ledger);
  await expect.poll(() => ledger.sent.size, { timeout: 30_000 }).toBe(ledger.asked.length);
  child.tell("stop");
  await child.ended;
  readyMs.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      ...counts,
      acked: ledger.acked.size,
      sent: ledger.sent.size,
      sentAgainWithSameKey: ledger.sentAgain,
      refused: Object.fromEntries(ledger.refusals),
      readyMsP50: Math.round(readyMs[KILLS >> 1] ?? 0),
      readyMsMax: Math.round(readyMs.at(-1) ?? 0),
      seconds: Math.round((performance.now() - began) / 1_000),
    }),
  );
  // A kill that interrupts nothing shows nothing.
  expect(counts.killsWithUnknown).toBeGreaterThan(KILLS / 2);
  await compare(folder, ledger);
  await Promise.all([folder, program].map(removeFolder));
}, 300_000);

/** Keeps messages under way for so long; what an earlier life left unknown is asked again first. */
async function load(child: Child, ledger: Ledger, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  ledger.takeRefused();
  for (const question of ledger.unknown()) child.tell(JSON.stringify(question));
  while (performance.now() < end) {
    await askAgain(child, ledger);
    for (let room = UNDER_WAY_MAX - ledger.unknown().length; room > 0; room--) child.tell(JSON.stringify(ledger.next()));
  }
}

async function askAgain(child: Child, ledger: Ledger): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1));
  for (const question of ledger.takeRefused()) child.tell(JSON.stringify(question));
}

/** The ledger against what is on disk: nothing lost, nothing doubled, nothing out of order. */
async function compare(folder: string, ledger: Ledger): Promise<void> {
  const db = new Database(join(folder, "hotline.db"), { readonly: true });
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
  const store = await openSqlite({ folder });
  const keys = new Set<string>();
  for (let index = 0; index < CONVERSATIONS; index++) {
    const conversationId = `c${index}`;
    const lines = await store.transcript(conversationId, 0, 1_000_000);
    const asked = ledger.asked.filter((question) => question.conversationId === conversationId);
    const kept = lines.filter(({ from }) => from === "worker");
    const answers = lines.filter(({ from }) => from === "bot");
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
    expect(kept.map(({ sourceId, text }) => [sourceId, text]).toSorted()).toEqual(
      asked.map(({ sourceId, text }) => [sourceId, text]).toSorted(),
    );
    expect(kept.map(({ id, seq }) => ({ id, seq }))).toEqual(kept.map(({ sourceId }) => ledger.acked.get(sourceId ?? "")));
    expect(answers.map(({ replyTo, text }) => [replyTo, text])).toEqual(kept.map(({ id, text }, at) => [id, `${at + 1}：${text}`]));
    expect(answers.map(({ text }) => text)).toEqual(answers.map(({ id }) => ledger.sent.get(id)?.text));
    expect((await store.loadConversation(conversationId))?.conversation.turns).toBe(kept.length);
    for (const { id } of answers) keys.add(id);
  }
  expect(new Set(ledger.sent.keys())).toEqual(keys);
  expect(await store.pendingActivities()).toEqual([]);
  const filed = ledger.asked.filter(({ text }) => text.includes("登记")).map(({ sourceId }) => sourceId);
  expect((await waiting(store, 1_000_000)).map(({ reference }) => reference).toSorted()).toEqual(filed.map(referenceOf).toSorted());
  for (const sourceId of filed.slice(-200)) {
    const matter = await store.findByReceipt(receiptOf(sourceId));
    expect(matter?.reference).toBe(referenceOf(sourceId));
    expect((await store.wholeMatter(referenceOf(sourceId)))?.events.map(({ kind }) => kind)).toEqual(["filed"]);
  }
  await store.close();
}
