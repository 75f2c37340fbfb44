import WebSocket from "ws";
import type { Page } from "./visitor.js";

/** A socket and the frames that came over it. */
export class Listener {
  readonly frames: Page[] = [];
  readonly closed: Promise<number>;
  private constructor(readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => this.frames.push(JSON.parse(data.toString()) as Page));
    this.closed = new Promise((resolve) => socket.once("close", resolve));
  }

  /** Rejects with the status when the server will not. */
  static open(url: string, options: WebSocket.ClientOptions = {}): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, options);
      const listener = new Listener(socket);
      socket.once("open", () => resolve(listener));
      socket.once("unexpected-response", (request, response) => {
        request.destroy();
        reject(new Error(String(response.statusCode)));
      });
      socket.on("error", reject);
    });
  }

  get ids(): string[] {
    return this.frames.flatMap(({ activities }) => activities.map(({ id }) => id));
  }

  async until(count: number): Promise<void> {
    for (let tries = 0; this.ids.length < count; tries += 1) {
      if (tries > 400) throw new Error(`${this.ids.length} of ${count} lines within 8 s`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
