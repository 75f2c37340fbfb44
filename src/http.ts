import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import type { WebchatLimits } from "./limits.js";

const HEADERS_MS = 5_000;
/** For a whole request but an upload, which has UPLOAD_MS over a slow phone line. */
const REQUEST_MS = 10_000;
const UPLOAD_MS = 180_000;
const IDLE_MS = 15_000;

export interface ServerOptions {
  readonly limits: Pick<WebchatLimits, "connections" | "connectionsPerPeer">;
  readonly trustProxy: number;
}

/** A server that drops who dawdles and who takes too many places. */
export function openServer(handle: RequestListener, { limits, trustProxy }: ServerOptions): Server {
  const timeouts = { headersTimeout: HEADERS_MS, requestTimeout: UPLOAD_MS, connectionsCheckingInterval: 1_000, keepAliveTimeout: IDLE_MS };
  const server = createServer({ ...timeouts, maxHeaderSize: 16 * 1024 }, (request, response) => {
    limitBody(request);
    handle(request, response);
  });
  server.maxConnections = limits.connections;
  // Behind a proxy every connection has the proxy's address.
  if (trustProxy === 0) limitPerPeer(server, limits.connectionsPerPeer);
  return server;
}

function limitBody(request: IncomingMessage): void {
  if (/\/upload(\?|$)/.test(request.url ?? "")) return;
  const timer = setTimeout(() => request.destroy(), REQUEST_MS);
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
}

function limitPerPeer(server: Server, most: number): void {
  const counts = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const peer = socket.remoteAddress ?? "";
    const count = (counts.get(peer) ?? 0) + 1;
    counts.set(peer, count);
    socket.once("close", () => {
      const left = (counts.get(peer) ?? 1) - 1;
      if (left === 0) counts.delete(peer);
      else counts.set(peer, left);
    });
    if (count > most) socket.destroy();
  });
}

/** Resolves to the port. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Takes no new connection; resolves when the last one is gone, which is cut after `patienceMs`. */
export async function closeServer(server: Server, patienceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(timer);
}
