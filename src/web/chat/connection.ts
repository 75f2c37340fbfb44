import type { DirectLine } from "./direct-line.js";
import { readPage, type Page } from "./line.js";
import { backoffMs, Pause } from "./pause.js";

export interface ConnectionEvents {
  /** Lines in order, each once. */
  readonly heard: (page: Page) => void;
  readonly reachable: (reachable: boolean) => void;
  /** The key opened nothing any more; a new conversation begins. */
  readonly expired: () => void;
}

const POLL_EVERY_MS = 2_500;
/** A socket that has not brought the greeting by then is as good as none. */
const SOCKET_PATIENCE_MS = 8_000;
/** A socket that lasted so long counts as a good one. */
const STEADY_MS = 5_000;
/** How long to ask by hand before a socket is tried again, by how many sockets in a row did not open. */
const POLL_FOR_MS = [5_000, 20_000, 60_000, 300_000] as const;

/** Keeps listening for as long as the page is open: by socket, by asking where sockets are blocked, and never stops trying. */
export class Connection {
  #watermark = 0;
  #tries = 0;
  #missedSockets = 0;
  #deaf = false;
  #socket: WebSocket | undefined;
  readonly #pause = new Pause();

  constructor(
    private readonly line: DirectLine,
    private readonly events: ConnectionEvents,
  ) {}

  async run(): Promise<never> {
    for (;;) {
      await this.#once();
      await this.#pause.for(backoffMs(this.#tries++));
    }
  }

  /** The network may have changed: what looks open may be dead, what waits need not. */
  wake(): void {
    this.#tries = 0;
    this.#socket?.close();
    this.#pause.end();
  }

  /** Begins anew from the first line. */
  restart(): void {
    this.#watermark = 0;
    this.wake();
  }

  /** Line `seq` is on the server; when it does not come here either, the socket is dead without knowing it. */
  expect(seq: number): void {
    if (this.#watermark >= seq) return;
    this.#deaf = true;
    this.wake();
  }

  async #once(): Promise<void> {
    const opened = await this.line.open(this.#watermark);
    this.events.reachable(opened.kind === "ok" || opened.kind === "gone");
    if (opened.kind === "gone") this.#expire();
    if (opened.kind !== "ok") return;
    if (await this.#listen(opened.value)) {
      this.#missedSockets = 0;
      return;
    }
    const ms = POLL_FOR_MS[Math.min(this.#missedSockets++, POLL_FOR_MS.length - 1)] ?? 0;
    await this.#poll(performance.now() + ms);
  }

  /** Resolves when the socket has closed, to whether it was any good. */
  #listen(url: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = openSocket(url);
      if (socket === undefined) return resolve(false);
      let openedAt: number | undefined;
      this.#socket = socket;
      this.#deaf = false;
      const impatience = setTimeout(() => {
        if (openedAt === undefined || this.#watermark === 0) this.#giveUp(socket);
      }, SOCKET_PATIENCE_MS);
      socket.onopen = () => (openedAt = performance.now());
      socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(readFrame(data));
      socket.onclose = () => {
        clearTimeout(impatience);
        this.#socket = undefined;
        if (openedAt !== undefined && performance.now() - openedAt > STEADY_MS) this.#tries = 0;
        resolve(openedAt !== undefined && !this.#deaf);
      };
    });
  }

  #giveUp(socket: WebSocket): void {
    this.#deaf = true;
    socket.close();
  }

  async #poll(until: number): Promise<void> {
    while (performance.now() < until) {
      const answer = await this.line.read(this.#watermark);
      if (answer.kind !== "ok") return;
      this.#tries = 0;
      this.#hear(answer.value);
      await this.#pause.for(POLL_EVERY_MS);
    }
  }

  #hear(page: Page | undefined): void {
    if (page === undefined) return;
    const lines = page.lines.filter(({ seq }) => seq > this.#watermark);
    this.#watermark = Math.max(this.#watermark, page.watermark);
    this.events.heard({ lines, watermark: this.#watermark });
  }

  #expire(): void {
    this.line.forget();
    this.#watermark = 0;
    this.#tries = 0;
    this.events.expired();
  }
}

function openSocket(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
}

function readFrame(data: unknown): Page | undefined {
  try {
    return typeof data === "string" && data !== "" ? readPage(JSON.parse(data)) : undefined;
  } catch {
    return undefined;
  }
}
