import type { Present, Voice } from "./shapes.js";
import { post } from "./ask.js";

export type Frame =
  | { readonly kind: "hello"; readonly position: number }
  | { readonly kind: "event"; readonly position: number; readonly reference: string; readonly act: string; readonly by?: string }
  | { readonly kind: "line"; readonly conversationId: string; readonly seq: number; readonly from: "worker" | "bot" | "staff" }
  | { readonly kind: "note" | "tags" | "speaker"; readonly reference: string }
  | { readonly kind: "presence"; readonly people: readonly Present[] }
  | { readonly kind: "bot"; readonly on: boolean }
  | { readonly kind: "duty" };

export interface Listener {
  readonly hear: (frame: Frame) => void;
  /** After every (re)connection: what is open must be fetched anew. */
  readonly opened: () => void;
  readonly closed: () => void;
  readonly signedOut: () => void;
}

const SIGNED_OUT = 4401;
const PAUSE_MS = { first: 500, longest: 15_000 } as const;

/** The live feed: connects again after every cut, from the last event seen. */
export class DeskFeed {
  #socket: WebSocket | undefined;
  #position: number | undefined;
  #pauseMs: number = PAUSE_MS.first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = "";
  #watch = "";
  #stopped = false;

  constructor(private readonly listener: Listener) {}

  async start(): Promise<void> {
    const given = await post<{ ticket: string }>("/feed/ticket");
    if (this.#stopped) return;
    if (given.kind === "refused") {
      if (given.code === "sign-in") this.listener.signedOut();
      else this.#later();
      return;
    }
    const after = this.#position === undefined ? "" : `&after=${this.#position}`;
    const socket = new WebSocket(
      `${location.origin.replace(/^http/, "ws")}/api/feed?ticket=${encodeURIComponent(given.value.ticket)}${after}`,
    );
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as Frame);
    socket.onclose = ({ code }) => this.#closed(code);
  }

  /** Which matter is looked at, and what is being written. */
  at(reference: string | undefined, typing: Voice | undefined): void {
    this.#at = JSON.stringify({ kind: "at", reference: reference ?? null, typing: typing ?? null });
    this.#send(this.#at);
  }

  watch(conversations: readonly string[]): void {
    const frame = JSON.stringify({ kind: "watch", conversations: conversations.slice(0, 200) });
    if (frame === this.#watch) return;
    this.#watch = frame;
    this.#send(frame);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #opened(): void {
    this.#pauseMs = PAUSE_MS.first;
    for (const frame of [this.#at, this.#watch]) if (frame !== "") this.#send(frame);
    this.listener.opened();
  }

  #hear(frame: Frame): void {
    if (frame.kind === "hello" || frame.kind === "event") this.#position = frame.position;
    this.listener.hear(frame);
  }

  #closed(code: number): void {
    this.#socket = undefined;
    if (this.#stopped) return;
    if (code === SIGNED_OUT) return this.listener.signedOut();
    this.listener.closed();
    this.#later();
  }

  #later(): void {
    this.#timer = setTimeout(() => void this.start(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, PAUSE_MS.longest);
  }

  #send(frame: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }
}
