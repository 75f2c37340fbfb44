import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationOf } from "../../../../src/channel/wecom/kf/listed.js";
import { openSqlite } from "../../../../src/store/sqlite/sqlite.js";
import { compile } from "../../../delivery/compile.js";
import { makeFolder, removeFolder } from "../../../store/temporary-folder.js";
import { ACCOUNT, AGENT_ID, KEYS, SECRET } from "../../../wecom/keys.js";
import { StandIn, type Mishap } from "../../../wecom/stand-in.js";

/** 10,000 are measured with WECOM_MESSAGES=10000; every run shows the same with fewer. */
const MESSAGES = Number(process.env["WECOM_MESSAGES"] ?? 600);
const PEOPLE = Math.max(20, MESSAGES / 50);
const LIMIT_MS = 60_000 + MESSAGES * 60;

let program = "";
beforeAll(async () => {
  program = await makeFolder();
  await compile(program);
}, 120_000);
afterAll(() => removeFolder(program));

class World {
  offset = 0;
  readonly standIn = new StandIn({ clock: () => Date.now() + this.offset, keys: KEYS, secret: SECRET, agentId: AGENT_ID });
  readonly port: number;
  kills = 0;
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;

  constructor(
    port: number,
    private readonly folder: string,
    private readonly apiBase: () => string,
  ) {
    this.port = port;
    this.standIn.kf.addAccount(ACCOUNT);
    this.standIn.burstMax = Infinity;
    this.standIn.callbacks.url = `http://127.0.0.1:${port}/wecom/callback`;
  }

  async begin(): Promise<void> {
    const child = spawn(process.execPath, [join(program, "test/wecom/kf-child.js")], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.on("error", () => undefined);
    this.#child = child;
    child.stdin.write(`open ${this.folder} ${this.apiBase()} ${this.port}\n`);
    const ended = once(child, "exit").then(() => Promise.reject(new Error("the child ended before it served")));
    await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended]);
    ended.catch(() => undefined);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    child?.kill("SIGKILL");
    if (child !== undefined) await once(child, "exit");
    this.kills += 1;
  }

  async end(): Promise<void> {
    const child = this.#child;
    child?.stdin.write("stop\n");
    if (child !== undefined) await once(child, "exit");
    await this.standIn.close();
  }
}

async function open(): Promise<{ world: World; folder: string }> {
  const folder = await makeFolder();
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  let apiBase = "";
  const world = new World(port, folder, () => apiBase);
  apiBase = await world.standIn.open();
  await world.begin();
  return { world, folder };
}

/** How many messages of people are kept, and how many of them wait for their turn; read beside the running child. */
function openOf(folder: string): unknown {
  const db = new Database(join(folder, "hotline.db"), { readonly: true });
  const pending = `(SELECT COUNT(*) FROM activity WHERE state = 'pending')`;
  const waiting = `(SELECT COUNT(*) FROM kf_message WHERE state = 'waiting')`;
  const counts = db.prepare(`SELECT COUNT(*) AS kept, ${pending} + ${waiting} AS open FROM kf_message WHERE origin = 3`).get();
  db.close();
  return counts;
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills and begins again, until told to stop. */
async function unrest(world: World, everyMs: number, done: () => boolean): Promise<void> {
  while (!done()) {
    await rest(everyMs * (0.5 + Math.random()));
    if (done()) return;
    await world.kill();
    await world.begin();
  }
}

test(
  "messages told of one to five times, with kills, lost notices and a lost cursor: each once, in order, each answered",
  async () => {
    const { world, folder } = await open();
    const { kf, callbacks } = world.standIn;
    callbacks.copies = () => 1 + Math.floor(Math.random() * 5);
    kf.awkward = true;
    kf.pageMax = 37;
    const said = new Map<string, string[]>();
    let telling = true;
    const killing = unrest(world, 1_500, () => !telling);
    for (let number = 0; number < MESSAGES; number++) {
      const userid = `wm${Math.floor(Math.random() * PEOPLE)}`;
      // Nobody tells of these; a while later others are told of.
      callbacks.dropped = number > MESSAGES * 0.4 && number < MESSAGES * 0.5;
      if (number === Math.floor(MESSAGES * 0.7)) kf.forgetCursors(ACCOUNT);
      said.set(userid, [...(said.get(userid) ?? []), `第${number}问`]);
      kf.say(ACCOUNT, userid, { msgtype: "text", text: { content: `第${number}问` } });
      if (number % 20 === 0) await rest(15);
    }
    await rest(500);
    telling = false;
    await killing;
    await callbacks.idle();
    await expect.poll(() => openOf(folder), { timeout: LIMIT_MS / 2, interval: 500 }).toEqual({ kept: MESSAGES, open: 0 });
    await world.end();
    const store = await openSqlite({ folder });
    expect(await store.kfWaiting(0, 10)).toEqual([]);
    expect(await store.pendingActivities()).toEqual([]);
    for (const [userid, texts] of said) {
      const lines = await store.transcript(conversationOf(ACCOUNT, userid), 0, 100_000);
      const asked = lines.filter(({ from }) => from === "worker");
      expect(asked.flatMap(({ text }) => text.split("\n"))).toEqual(texts);
      const answers = lines.filter(({ from }) => from === "bot");
      expect(answers.map(({ replyTo, text }) => [replyTo, text])).toEqual(asked.map(({ id, text }, at) => [id, `${at + 1}：${text}`]));
    }
    console.log(JSON.stringify({ messages: MESSAGES, people: said.size, kills: world.kills, callbacks: callbacks.answers.length }));
    await store.close();
    await removeFolder(folder);
  },
  LIMIT_MS,
);

test(
  "answers sent through the platform's failures and kills: each person sees each once, or staff see that it did not go out",
  async () => {
    const { world, folder } = await open();
    const { kf } = world.standIn;
    const counts = { "accept-then-time-out": 0, lost: 0, refused: 0 };
    world.standIn.mishap = ({ api }): Mishap => {
      const luck = Math.random();
      if (!/^kf\/(send_msg|service_state)/.test(api) || luck > 0.12) return undefined;
      if (luck > 0.08) return (counts.refused += 1) > 0 ? { errcode: [-1, 6000, 40014, 45033][counts.refused % 4] ?? -1 } : undefined;
      if (luck > 0.04) return (counts.lost += 1) > 0 ? "lost" : undefined;
      counts["accept-then-time-out"] += 1;
      return "accept-then-time-out";
    };
    let sending = true;
    const killing = unrest(world, 2_000, () => !sending);
    for (let number = 0; number < MESSAGES; number++) {
      kf.say(ACCOUNT, `wm${number}`, { msgtype: "text", text: { content: `第${number}问` } });
      if (number % 20 === 0) await rest(20);
    }
    await rest(1_000 + MESSAGES / 2);
    sending = false;
    await killing;
    const seenBy = (number: number): number => kf.seen(ACCOUNT, `wm${number}`).filter(({ from }) => from === "bot").length;
    const numbers = Array.from({ length: MESSAGES }, (_, number) => number);
    const deadline = Date.now() + 30_000 + MESSAGES * 5;
    while (Date.now() < deadline && numbers.some((number) => seenBy(number) === 0)) await rest(500);
    await rest(2_000);
    await world.end();
    const store = await openSqlite({ folder });
    const shown = new Set<string>();
    for (let cursor: string | undefined; ;) {
      const page = await store.listMatters({
        tab: "all",
        staffId: "",
        now: Date.now(),
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const matter of page.matters) shown.add(matter.conversationId);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    const seen = numbers.map(seenBy);
    const silent = numbers.filter((number) => seen[number] === 0);
    console.log(
      JSON.stringify({
        sends: MESSAGES,
        kills: world.kills,
        ...counts,
        seenOnce: seen.filter((count) => count === 1).length,
        shownToStaff: shown.size,
        silent: silent.length,
      }),
    );
    expect(Math.max(...seen)).toBe(1);
    for (const number of silent) expect(shown).toContain(conversationOf(ACCOUNT, `wm${number}`));
    expect(silent.length).toBeLessThan(MESSAGES / 100);
    await store.close();
    await removeFolder(folder);
  },
  LIMIT_MS,
);
