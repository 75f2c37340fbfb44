import type { WebSocket } from "ws";
import { LIMITS, type Rate } from "../../limits.js";
import type { ActivityPage } from "./page.js";

/** How often each socket is looked at. */
export const LOOK_EVERY_MS = 5_000;
const IDLE_MS = 25_000;
const SILENT_MS = 10_000;
const GOING_AWAY = 1001;
const POLICY = 1008;

/** One client's socket: cut when it does not read, does not answer, or talks too much. */
export class ClientSocket {
  /** Aborts when the socket is closed. */
  readonly closed: AbortSignal;
  #heardAt = performance.now();
  #pingedAt: number | undefined;
  #bufferedBefore = 0;
  #stuckLooks = 0;
  #frames = 0;
  #framesSince = performance.now();

  constructor(
    private readonly socket: WebSocket,
    private readonly frames: Rate,
  ) {
    const closing = new AbortController();
    this.closed = closing.signal;
    socket.on("close", () => closing.abort());
    // A broken frame or a reset; ws closes the socket itself.
    socket.on("error", () => undefined);
    socket.on("pong", () => this.#hear());
    socket.on("ping", () => this.#countFrame());
    socket.on("message", () => this.#countFrame());
    this.#ping();
  }

  /** Resolves to true when the bytes have been handed to the network. A client that leaves too many unread is cut. */
  push(page: ActivityPage): Promise<boolean> {
    if (this.socket.readyState !== this.socket.OPEN) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.socket.send(JSON.stringify(page), (error) => resolve(!error));
      if (this.socket.bufferedAmount > LIMITS.socketBufferedBytesMax) this.cut();
    });
  }

  /** To be called every LOOK_EVERY_MS. */
  look(): void {
    const now = performance.now();
    const buffered = this.socket.bufferedAmount;
    this.#stuckLooks = buffered > 0 && buffered >= this.#bufferedBefore ? this.#stuckLooks + 1 : 0;
    this.#bufferedBefore = buffered;
    const silent = this.#pingedAt !== undefined && now - this.#pingedAt > SILENT_MS;
    if (silent || this.#stuckLooks >= 2) this.cut();
    else if (this.#pingedAt === undefined && now - this.#heardAt > IDLE_MS) this.#ping();
  }

  cut(): void {
    this.socket.terminate();
  }

  goAway(): void {
    this.socket.close(GOING_AWAY);
  }

  #ping(): void {
    this.#pingedAt = performance.now();
    this.socket.ping();
  }

  #hear(): void {
    this.#heardAt = performance.now();
    this.#pingedAt = undefined;
  }

  #countFrame(): void {
    this.#hear();
    const now = performance.now();
    if (now - this.#framesSince > this.frames.seconds * 1000) {
      this.#frames = 0;
      this.#framesSince = now;
    }
    this.#frames += 1;
    if (this.#frames <= this.frames.points) return;
    this.socket.close(POLICY);
    this.socket.terminate();
  }
}
