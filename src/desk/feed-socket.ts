import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { z } from "zod";
import { bodyOf, Refusal, refusalFor } from "../http/refusal.js";
import { LIMITS } from "../limits.js";
import type { Actor } from "./actor.js";
import type { Desk } from "./desk.js";
import type { Seat } from "./feed.js";
import { may } from "./policy.js";
import { isOwnOrigin } from "./same-site.js";
import { actorWith, currentActor, tokenHashOf } from "./session.js";

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const FRAME_BYTES_MAX = 16 * 1024;
/** Of a page that tells what is typed: a person. */
const FRAMES_PER_MINUTE = 240;
/** How soon a socket is gone whose session has ended elsewhere. */
const CHECK_EVERY_MS = 4_000;
const SEATS_MAX = 200;
const SIGNED_OUT = 4401;
const POLICY = 1008;

const Frame = z.union([
  /** What the person looks at and whether they write. */
  z.strictObject({ kind: z.literal("at"), reference: z.string().max(80).nullable(), typing: z.enum(["reply", "note"]).nullable() }),
  /** Of which conversations new lines are to be told. */
  z.strictObject({ kind: z.literal("watch"), conversations: z.array(z.string().max(64)).max(200) }),
]);

/** `GET /api/feed?ticket=&after=`: from then on every event, once and in order. */
export function acceptFeeds(desk: Desk): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES_MAX, maxFragments: 64, clientTracking: false });
  return (request, socket, head) => {
    socket.on("error", () => undefined);
    admit(desk, request)
      .then(({ actor, after }) =>
        server.handleUpgrade(request, socket, head, (client) => take(desk, client, { actor, after, tokenHash: tokenHashOf(request) })),
      )
      .catch((error: unknown) => {
        const { refusal, fault } = refusalFor(error);
        if (fault) desk.log.fault("upgrade-failed", error);
        refuseUpgrade(socket, refusal);
      });
  };
}

interface Admitted {
  readonly actor: Actor;
  readonly after: number | undefined;
}

async function admit(desk: Desk, request: IncomingMessage): Promise<Admitted> {
  const url = new URL(request.url ?? "", "http://here");
  if (url.pathname !== "/api/feed") throw new Refusal(404, "not-found", "没有这个地址。");
  if (!isOwnOrigin(request.headers.origin, hostOf(desk, request))) throw new Refusal(403, "origin", "这个网页没有获准连接。");
  const actor = await currentActor(desk, request, false);
  if (actor === undefined) throw new Refusal(401, "sign-in", "请先登录。");
  if (may(actor, "queue.see") !== "yes" || !desk.tickets.use(url.searchParams.get("ticket") ?? "", actor.session.id))
    throw new Refusal(403, "ticket", "连接凭证无效或已过期。");
  if (desk.feed.count >= SEATS_MAX) throw new Refusal(503, "busy", "打开的工作台太多了。");
  const after = url.searchParams.get("after");
  if (after !== null && !/^\d{1,15}$/.test(after)) throw new Refusal(400, "bad-request", "请求的格式不对。");
  return { actor, after: after === null ? undefined : Number(after) };
}

function hostOf({ trustProxy }: Desk, { headers }: IncomingMessage): string {
  const forwarded = [headers["x-forwarded-host"] ?? []].flat()[0]?.split(",")[0]?.trim();
  return (trustProxy > 0 ? forwarded : undefined) ?? headers.host ?? "";
}

function take(desk: Desk, client: WebSocket, { actor, after, tokenHash }: Admitted & { readonly tokenHash: string }): void {
  const seat = new SocketSeat(client, actor);
  const timer = setInterval(() => void check(), CHECK_EVERY_MS);
  client.on("error", () => undefined);
  client.on("close", () => {
    clearInterval(timer);
    desk.feed.leave(seat);
  });
  client.on("message", (data: Buffer) => {
    if (seat.hear(data.toString())) desk.feed.tellPresence();
  });
  desk.feed.join(seat, after).catch(() => seat.close());

  /** Rights are asked again, whoever took them away; a store that does not answer gives nothing. */
  async function check(): Promise<void> {
    const now = await actorWith(desk, tokenHash, false).catch(() => undefined);
    if (now === undefined || may(now, "queue.see") !== "yes") seat.close();
    else seat.look();
  }
}

class SocketSeat implements Seat {
  readonly staffId: string;
  readonly name: string;
  readonly sessionId: string;
  watched: ReadonlySet<string> = new Set();
  at: Seat["at"] = { reference: undefined, typing: undefined };
  #frames = 0;
  #looks = 0;
  #alive = true;

  constructor(
    private readonly client: WebSocket,
    { staffId, name, session }: Actor,
  ) {
    [this.staffId, this.name, this.sessionId] = [staffId, name, session.id];
    client.on("pong", () => (this.#alive = true));
  }

  push(frame: object): void {
    if (this.client.readyState !== this.client.OPEN) return;
    this.client.send(JSON.stringify(frame));
    if (this.client.bufferedAmount > LIMITS.socketBufferedBytesMax) this.client.terminate();
  }

  close(): void {
    this.client.close(SIGNED_OUT);
  }

  /** Whether what the page said is news for colleagues. */
  hear(text: string): boolean {
    this.#frames += 1;
    const frame = Frame.safeParse(parsed(text));
    if (this.#frames > FRAMES_PER_MINUTE || !frame.success) {
      this.client.close(POLICY);
      return false;
    }
    if (frame.data.kind === "watch") this.watched = new Set(frame.data.conversations);
    else this.at = { reference: frame.data.reference ?? undefined, typing: frame.data.typing ?? undefined };
    return frame.data.kind === "at";
  }

  /** Every CHECK_EVERY_MS: who does not answer for half a minute is gone. */
  look(): void {
    this.#looks += 1;
    if (this.#looks % 15 === 0) this.#frames = 0;
    if (this.#looks % 7 !== 0) return;
    if (!this.#alive) return this.client.terminate();
    this.#alive = false;
    this.client.ping();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const body = JSON.stringify(bodyOf(refusal));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ""}`,
    "Connection: close",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
