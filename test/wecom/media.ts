import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../src/clock.js";
import type { ApiAnswer } from "./stand-in.js";

const LIFE_MS = 3 * 86_400_000;

interface Kept {
  readonly bytes: Buffer;
  readonly name: string;
  readonly at: number;
}

/** Files for three days; a refusal is JSON with status 200. */
export class Media {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  put(bytes: Buffer, name: string): string {
    const id = `media-${this.#kept.size + 1}`;
    this.#kept.set(id, { bytes, name, at: this.#clock() });
    return id;
  }

  keep(bytes: Buffer, type: string): ApiAnswer {
    return { errcode: 0, errmsg: "ok", type, media_id: this.put(bytes, "upload"), created_at: String(Math.floor(this.#clock() / 1000)) };
  }

  /** False when there is no such file any more. */
  send(id: string, request: IncomingMessage, response: ServerResponse): boolean {
    const kept = this.#kept.get(id);
    if (kept === undefined || this.#clock() - kept.at > LIFE_MS) return false;
    const { bytes, name } = kept;
    // The platform writes the name as bytes of UTF-8.
    const disposition = `attachment; filename="${Buffer.from(name, "utf8").toString("latin1")}"`;
    const headers = { "Content-Type": "application/octet-stream", "Content-Disposition": disposition };
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    if (range === null) {
      response.writeHead(200, headers).end(bytes);
      return true;
    }
    const from = Number(range[1]);
    const to = range[2] === "" ? bytes.length : Number(range[2]) + 1;
    response.writeHead(206, { ...headers, "Content-Range": `bytes ${from}-${to - 1}/${bytes.length}` }).end(bytes.subarray(from, to));
    return true;
  }
}
