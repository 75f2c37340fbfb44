import type { Clock } from "../../../clock.js";
import type { Activity, Attachment } from "../../../conversation/activity.js";
import type { Delivery } from "../../../delivery/delivery.js";
import { OutsideError } from "../../../errors.js";
import type { IdSource } from "../../../ids.js";
import { LIMITS } from "../../../limits.js";
import type { Log } from "../../../log.js";
import type { KfWaiting, WecomStore } from "../../../store/wecom-store.js";
import { readMenuId } from "./encode.js";
import { meetEvent, nativeOwner } from "./events.js";
import { isClick, joinable } from "./joinable.js";
import { readSaid, type Said } from "./listed.js";
import { fetchMedia, keepLog, missing, type MediaOptions } from "./media.js";

export interface KfTurnsOptions extends MediaOptions {
  readonly store: WecomStore;
  readonly delivery: Pick<Delivery, "receive">;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** How long a person must be quiet before what was said becomes one turn. */
  readonly mergeMs: number;
  readonly retryFirstMs?: number;
}

const TAKE_MAX = 500;
const RETRY_MAX_MS = 10_000;
/** The platform gives a file or it does not; after so many failures people are told that it is missing. */
const MEDIA_TRIES = 4;
/** Of the 20 s in which a newcomer may be greeted. */
const WELCOME_MS = 15_000;

interface Lane {
  readonly waiting: KfWaiting[];
  readonly working: Promise<void>;
}

/** Makes turns of what was kept: each person's in order, one at a time, rapid messages together. */
export class KfTurns {
  readonly #options: KfTurnsOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #stop = new AbortController();
  #position = 0;
  #taking: Promise<void> | undefined;
  #takeAgain = false;

  constructor(options: KfTurnsOptions) {
    this.#options = options;
  }

  /** Takes up what is kept and not handled. */
  kick(): void {
    if (this.#stop.signal.aborted) return;
    this.#takeAgain = true;
    this.#taking ??= this.#take()
      .catch((error: unknown) => this.#later(error))
      .finally(() => {
        this.#taking = undefined;
        if (this.#takeAgain) this.kick();
      });
  }

  /** What is under way ends or stays kept. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#taking;
    await Promise.all([...this.#lanes.values()].map(({ working }) => working));
  }

  async #take(): Promise<void> {
    while (this.#takeAgain) {
      this.#takeAgain = false;
      const rows = await this.#options.store.kfWaiting(this.#position, TAKE_MAX);
      for (const row of rows) {
        this.#position = row.position;
        this.#enter(row);
      }
      if (rows.length === TAKE_MAX) this.#takeAgain = true;
    }
  }

  #later(error: unknown): void {
    this.#note("kf-turns-postponed", error);
    setTimeout(() => this.kick(), 1_000).unref();
  }

  #enter(row: KfWaiting): void {
    const known = this.#lanes.get(row.conversationId);
    if (known !== undefined) return void known.waiting.push(row);
    const waiting = [row];
    this.#lanes.set(row.conversationId, { waiting, working: this.#work(row.conversationId, waiting) });
  }

  async #work(conversationId: string, waiting: KfWaiting[]): Promise<void> {
    for (let failures = 0; waiting.length > 0 && !this.#stop.signal.aborted;) {
      try {
        const taken = await this.#workOne(waiting, failures);
        waiting.splice(0, waiting.length, ...waiting.filter((row) => !taken.includes(row)));
        failures = 0;
      } catch (error) {
        this.#note("kf-turn-postponed", error, conversationId);
        const { retryFirstMs = 200 } = this.#options;
        await this.#pause(Math.min(retryFirstMs * 2 ** failures, RETRY_MAX_MS));
        failures += 1;
      }
    }
    this.#lanes.delete(conversationId);
  }

  /** Resolves to the messages that are out of the way. */
  async #workOne(waiting: readonly KfWaiting[], failures: number): Promise<readonly KfWaiting[]> {
    const { store } = this.#options;
    const [first] = waiting;
    if (first === undefined) return [];
    const { openKfid } = first;
    const taken = first.origin === 3 ? await this.#gather(waiting) : [first];
    if (first.origin === 3) await this.#sayAll(taken, failures);
    else await this.#meet(first);
    await store.kfDone({ openKfid, msgids: taken.map(({ msgid }) => msgid), state: "done" });
    return taken;
  }

  /** Waits until the person pauses, then decides what belongs together and keeps the decision. */
  async #gather(waiting: readonly KfWaiting[]): Promise<readonly KfWaiting[]> {
    const { store, mergeMs, clock } = this.#options;
    const [first] = waiting as readonly [KfWaiting, ...KfWaiting[]];
    if (first.turn !== undefined) return waiting.filter(({ turn }) => turn === first.turn);
    for (;;) {
      const row = joinable(waiting);
      const leftMs = isClick(first) ? 0 : (row.at(-1) ?? first).keptAt + mergeMs - clock();
      // What follows and cannot be joined shows that the row is complete.
      if (leftMs <= 0 || row.length < waiting.length || this.#stop.signal.aborted) break;
      await this.#pause(Math.min(leftMs, mergeMs));
    }
    const group = joinable(waiting);
    const msgids = group.map(({ msgid }) => msgid);
    if (group.length > 1) await store.kfJoin({ openKfid: first.openKfid, msgids, turn: first.msgid });
    return group;
  }

  async #sayAll(group: readonly KfWaiting[], failures: number): Promise<void> {
    const { delivery } = this.#options;
    const [first] = group as readonly [KfWaiting, ...KfWaiting[]];
    const texts: string[] = [];
    const attachments: Attachment[] = [];
    for (const waiting of group) {
      const said = readSaid(waiting);
      if (said.kind === "words") texts.push(await this.#words(waiting, said));
      else if (said.kind === "media") attachments.push(await this.#media(said, failures));
      else if (said.kind === "log") attachments.push(await keepLog(this.#options, said));
    }
    await delivery.receive({ ...heard(first), kind: "message", text: readable(texts.join("\n")), attachments });
  }

  /** A click says its label; one on a question that is over asks for the present one instead. */
  async #words({ conversationId }: KfWaiting, { text, menuId }: Extract<Said, { kind: "words" }>): Promise<string> {
    const click = menuId === undefined ? undefined : readMenuId(menuId);
    if (click === undefined) return text;
    const choice = await this.#options.store.kfChoice({ conversationId, ...click });
    if (choice === undefined) return text;
    return choice.asking && !choice.current ? "重复" : choice.say;
  }

  async #media(said: Extract<Said, { kind: "media" }>, failures: number): Promise<Attachment> {
    try {
      return await fetchMedia(this.#options, said);
    } catch (error) {
      if (!(error instanceof OutsideError) || error.code !== "channel-unavailable" || failures < MEDIA_TRIES) throw error;
      this.#options.log.warn("kf-media-lost");
      return missing("文件");
    }
  }

  async #meet(waiting: KfWaiting): Promise<void> {
    const { store, delivery, clock, ids } = this.#options;
    if (waiting.origin === 5) {
      await this.#noteStaff(waiting, ids.next());
    } else if (waiting.type === "event:enter_session") {
      const code = (JSON.parse(waiting.raw) as { event?: { welcome_code?: unknown } }).event?.welcome_code;
      // Without a code the person was greeted within two days, or has written already.
      if (typeof code !== "string" || code === "" || clock() - waiting.sentAt > WELCOME_MS) return;
      await delivery.receive({ ...heard(waiting), kind: "arrive", text: "", attachments: [] });
    } else await meetEvent({ store, log: this.#options.log }, waiting);
  }

  /** What staff say in their own client belongs to the conversation; while they speak the bot does not. */
  async #noteStaff(waiting: KfWaiting, id: string): Promise<void> {
    const { store } = this.#options;
    const { conversationId, sentAt: at, msgid: sourceId } = waiting;
    const said = readSaid(waiting);
    const userid = (JSON.parse(waiting.raw) as { servicer_userid?: unknown }).servicer_userid;
    const owner = nativeOwner(typeof userid === "string" ? userid : "unknown");
    const text = said.kind === "words" ? readable(said.text) : "（发来一个文件）";
    await store.kfNoteLine({ conversationId, id, at, from: "staff", fromId: owner.by === "staff" ? owner.staffId : "", text, sourceId });
    await store.kfSetOwner({ conversationId, owner, from: "any" });
  }

  #note(event: string, error: unknown, conversationId?: string): void {
    const fields = conversationId === undefined ? {} : { conversationId };
    if (error instanceof OutsideError) this.#options.log.warn(event, { ...fields, code: error.code });
    else this.#options.log.fault(event, error, fields);
  }

  #pause(ms: number): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    });
  }
}

function heard({ conversationId, externalUserid, msgid, turn, sentAt }: KfWaiting): Omit<Activity, "id" | "kind" | "text" | "attachments"> {
  return { channel: "wecom-kf", conversationId, sourceId: turn ?? msgid, from: { role: "worker", id: externalUserid }, at: sentAt };
}

/** Half a pair cannot be kept as UTF-8; more than the door takes anywhere is cut. */
function readable(text: string): string {
  return [...text.replace(/\p{Cs}/gu, "\ufffd")].slice(0, LIMITS.messageCharsMax).join("");
}
