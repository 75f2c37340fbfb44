import type { RequestHandler } from "express";

export type Origins = ReadonlySet<string>;

export function originsOf(allowed: readonly string[]): Origins {
  return new Set(allowed.map((origin) => new URL(origin).origin));
}

/** Pages of the listed origins may call us; a browser keeps every other page from reading an answer. */
export function allowOrigins(origins: Origins): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary("Origin");
    if (origin !== undefined && origins.has(origin)) {
      response.set({
        "Access-Control-Allow-Origin": origin,
        // The stock client asks for its session id with credentials; there are no cookies for it to send.
        "Access-Control-Allow-Credentials": "true",
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With",
        "Access-Control-Expose-Headers": "Retry-After",
        "Access-Control-Max-Age": "600",
      });
    }
    if (request.method === "OPTIONS") response.status(204).end();
    else next();
  };
}

/** Browsers let any page open a socket, so here the server asks. Programs that are no browser send no Origin. */
export function mayOpenSocket(origin: string | undefined, host: string, origins: Origins): boolean {
  if (origin === undefined || origins.has(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
