import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { buildApp, type App, type AppOptions } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/log.js";
import { stage } from "../support/stage.js";
import { ACCOUNT, AGENT_ID, KEYS, SECRET } from "./keys.js";
import type { Seen } from "./kf-desk.js";
import { StandIn } from "./stand-in.js";

export interface KfWorld {
  readonly standIn: StandIn;
  readonly url: string;
  readonly logged: readonly string[];
  readonly dataDir: string;
  app: App;
  /** Moves everybody's clock. */
  pass(ms: number): void;
  now(): number;
  /** Ends the app and begins it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface KfWorldOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly mergeMs?: number;
  readonly roundMs?: number;
  /** What everybody's clock says at first; by default the time of day. */
  readonly startAt?: number;
  readonly app?: Partial<Omit<AppOptions, "config" | "log">>;
  /** Before the app begins. */
  readonly prepare?: (standIn: StandIn) => void;
}

/** The real app with the real content, talking to a stand-in of WeCom. */
export async function openKf(options: KfWorldOptions = {}): Promise<KfWorld> {
  let offset = options.startAt === undefined ? 0 : options.startAt - Date.now();
  const now = (): number => Date.now() + offset;
  const standIn = new StandIn({ clock: now, keys: KEYS, secret: SECRET, agentId: AGENT_ID });
  standIn.kf.addAccount(ACCOUNT);
  options.prepare?.(standIn);
  const apiBase = await standIn.open();
  const dataDir = mkdtempSync(join(tmpdir(), "hotline-kf-"));
  const logged: string[] = [];
  const config = readConfig({
    ...{ PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, WECOM_API_BASE: apiBase, WECOM_CORP_ID: KEYS.receiveId },
    ...{ WECOM_AGENT_ID: String(AGENT_ID), WECOM_SECRET: SECRET, WECOM_TOKEN: KEYS.token, WECOM_AES_KEY: KEYS.aesKey },
    ...options.settings,
  });
  const wecomTimes = { mergeMs: options.mergeMs ?? 20, roundMs: options.roundMs ?? 50, retryFirstMs: 20 };
  const begin = async (): Promise<{ app: App; url: string }> => {
    const app = await buildApp({
      ...{ config, clock: now, log: createLog((line) => logged.push(line)), stage: { ...stage(), short: false }, wecomTimes },
      ...options.app,
    });
    const url = `http://127.0.0.1:${await app.ready()}`;
    standIn.callbacks.url = `${url}/wecom/callback`;
    return { app, url };
  };
  const first = await begin();
  const world: KfWorld = {
    ...{ standIn, logged, dataDir, now, app: first.app, url: first.url },
    pass: (ms) => void (offset += ms),
    async restart() {
      await world.app.stop();
      Object.assign(world, await begin());
    },
    async close() {
      await world.app.stop();
      await standIn.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** One person's phone. */
export class Phone {
  constructor(
    private readonly world: KfWorld,
    readonly userid: string,
    private readonly account = ACCOUNT,
  ) {}

  say(content: string, menuId?: string): string {
    const text = menuId === undefined ? { content } : { content, menu_id: menuId };
    return this.world.standIn.kf.say(this.account, this.userid, { msgtype: "text", text });
  }

  send(message: Readonly<Record<string, unknown>> & { readonly msgtype: string }): string {
    return this.world.standIn.kf.say(this.account, this.userid, message);
  }

  get seen(): readonly Seen[] {
    return this.world.standIn.kf.seen(this.account, this.userid);
  }

  /** What came from us. */
  get received(): readonly Seen[] {
    return this.seen.filter(({ from }) => from === "bot");
  }

  /** Resolves to what came from us when it is so many. */
  async receives(count: number): Promise<readonly Seen[]> {
    await expect.poll(() => this.received.length, { timeout: 10_000, interval: 10 }).toBeGreaterThanOrEqual(count);
    return this.received;
  }

  /** Clicks the item of that label on the newest menu that has it. */
  click(label: string): void {
    for (const { message } of this.received.toReversed()) {
      const item = itemsOf(message).find(({ content }) => content === label);
      if (item !== undefined) return void this.say(item.content, item.id);
    }
    throw new Error(`no button ${label}`);
  }
}

export function itemsOf(message: Readonly<Record<string, unknown>>): readonly { readonly id: string; readonly content: string }[] {
  const menu = message["msgmenu"] as { list?: readonly { click: { id: string; content: string } }[] } | undefined;
  return (menu?.list ?? []).map(({ click }) => click);
}

/** The words of a message, without its buttons. */
export function wordsOf(message: Readonly<Record<string, unknown>>): string {
  const { text, msgmenu } = message as { text?: { content?: string }; msgmenu?: { head_content?: string } };
  return text?.content ?? msgmenu?.head_content ?? "";
}
