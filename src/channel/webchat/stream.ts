import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { decodeWatermark } from "./decode.js";
import { Feed } from "./feed.js";
import { mayOpenSocket } from "./origin.js";
import { peerOf } from "../../http/peer.js";
import { badRequest, bodyOf, busy, notFound, Refusal, refusalFor } from "../../http/refusal.js";
import { ClientSocket } from "./socket.js";
import type { Place } from "./sockets.js";
import type { Webchat } from "./webchat.js";

const PATH = /^\/directline\/conversations\/([^/]{1,64})\/stream$/;
/** Clients have nothing to say here but that they are there. */
const FRAME_BYTES_MAX = 4_096;

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** `GET /directline/conversations/:id/stream?t=ticket&watermark=`: from then on every line, once and in order. */
export function acceptStreams(webchat: Webchat): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES_MAX, maxFragments: 64, clientTracking: false });
  // The handshake's own refusals, in our words.
  server.on("wsClientError", (_error, socket) => refuseUpgrade(socket, badRequest()));
  return (request, socket, head) => {
    socket.on("error", () => undefined);
    try {
      const place = admit(webchat, request);
      server.handleUpgrade(request, socket, head, (client) => take(webchat, client, place));
    } catch (error) {
      const { refusal, fault } = refusalFor(error);
      if (fault) webchat.log.fault("upgrade-failed", error);
      refuseUpgrade(socket, refusal);
    }
  };
}

interface Admitted extends Place {
  readonly after: number;
}

function admit(webchat: Webchat, request: IncomingMessage): Admitted {
  const { tokens, sockets, origins, trustProxy, stopping } = webchat;
  if (stopping()) throw busy();
  const url = URL.canParse(request.url ?? "", "http://here") ? new URL(request.url ?? "", "http://here") : undefined;
  if (url === undefined) throw badRequest();
  const conversationId = PATH.exec(url.pathname)?.[1];
  if (conversationId === undefined) throw notFound();
  if (!mayOpenSocket(request.headers.origin, hostOf(request, trustProxy), origins))
    throw new Refusal(403, "origin", "这个网页没有获准连接。");
  const claims = tokens.read(single(url.searchParams, "t") ?? "");
  if (claims?.use !== "stream" || claims.conversation !== conversationId) throw new Refusal(403, "ticket", "连接凭证无效或已过期。");
  const peer = peerOf(request, trustProxy);
  const refusal = sockets.refusalFor(peer);
  if (refusal !== undefined) throw refusal;
  return { conversationId, peer, after: decodeWatermark(single(url.searchParams, "watermark")) };
}

function take(webchat: Webchat, client: WebSocket, { conversationId, peer, after }: Admitted): void {
  const { sockets, store, log, limits } = webchat;
  const socket = new ClientSocket(client, limits.frames);
  const feed = new Feed({ conversationId, after, store, log, closed: socket.closed, push: (page) => socket.push(page) });
  sockets.add({ conversationId, peer, socket, feed });
  void feed.catchUp();
}

function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = query.getAll(name);
  if (more.length > 0) throw badRequest();
  return value;
}

function hostOf({ headers }: IncomingMessage, trustProxy: number): string {
  const forwarded = [headers["x-forwarded-host"] ?? []].flat()[0]?.split(",")[0]?.trim();
  return (trustProxy > 0 ? forwarded : undefined) ?? headers.host ?? "";
}

function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const body = JSON.stringify(bodyOf(refusal));
  const { status, retryAfterSeconds } = refusal;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Connection: close",
    "Content-Type: application/json; charset=utf-8",
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
