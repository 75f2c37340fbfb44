import express, { type Request, type Response } from "express";
import { LIMITS } from "../limits.js";
import { unsupported } from "./refusal.js";

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const parse = express.json({ limit: LIMITS.bodyBytesMax, inflate: false, reviver: refuseForbiddenKeys });

/** The body, undefined when there is none. Rejects with what `refusalFor` understands: malformed, too large, not JSON. */
export function readJson(request: Request, response: Response): Promise<unknown> {
  const hasBody = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
  if (!hasBody) return Promise.resolve(undefined);
  if (!request.is("application/json")) return Promise.reject(unsupported());
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body);
      else reject(error instanceof Error ? error : unsupported());
    });
  });
}

/** For JSON.parse: names that reach behind an object are refused wherever they stand. */
export function refuseForbiddenKeys(key: string, value: unknown): unknown {
  if (FORBIDDEN_KEYS.has(key)) throw new SyntaxError("forbidden key");
  return value;
}
