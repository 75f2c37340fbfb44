import type { IncomingMessage } from "node:http";

/**
 * The network address a request comes from. Of the addresses that proxies wrote down only the last `trustProxy` are
 * believed. An IPv6 peer is its /64: one subscriber has all of it.
 */
export function peerOf(request: IncomingMessage, trustProxy: number): string {
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const nearest = [
    request.socket.remoteAddress ?? "",
    ...forwarded
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .reverse(),
  ];
  return network(nearest[Math.min(trustProxy, nearest.length - 1)] ?? "");
}

function network(address: string): string {
  const bare = address.replace(/^::ffff:/i, "").slice(0, 64);
  if (!bare.includes(":")) return bare;
  const [head = "", tail] = bare.split("::");
  const left = head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
