import express, { Router, type Request, type Response } from "express";
import type { Clock } from "../../clock.js";
import type { Log } from "../../log.js";
import type { WecomStore } from "../../store/wecom-store.js";
import type { CallbackKeys } from "./crypto.js";
import { hearEcho, hearMessage, type Heard } from "./envelope.js";
import { childrenOf, childText, readXml, type XmlElement } from "./xml.js";

export interface CallbackOptions {
  readonly keys: CallbackKeys;
  readonly store: Pick<WecomStore, "kfNotified">;
  readonly clock: Clock;
  readonly log: Log;
  /** An account has something to fetch. */
  readonly onNotice: (openKfid: string) => void;
  /** The set of accounts we may serve has changed. */
  readonly onAccounts: () => void;
  /** Whatever else happens to the app. Resolves to the answer's text, when there is one, once it is on disk. */
  readonly onApp: (message: AppMessage) => Promise<string | undefined>;
}

/** A message or event of a member, by the names the platform gives its fields. */
export interface AppMessage {
  readonly root: XmlElement;
  /** The decrypted text; a repeat has the same. */
  readonly source: string;
}

const BODY_MAX = "256kb";
/** The platform hangs up after five seconds and asks again; a disk that is slower than this is not waited for. */
const DISK_MS = 700;

/** GET and POST /callback. Nothing is done here but to keep what came; everything else follows by itself. */
export function callbackRoutes(options: CallbackOptions): Router {
  const router = Router();
  const { keys, log } = options;

  router.get("/callback", (request, response) => {
    const heard = hearEcho(keys, { query: request.query, body: "" });
    if (heard.kind === "refused") return refuse(log, response, heard);
    response.type("text/plain").send(heard.message);
  });

  router.post("/callback", readText, async (request, response) => {
    const heard = hearMessage(keys, { query: request.query, body: bodyOf(request) });
    if (heard.kind === "refused") return refuse(log, response, heard);
    const root = readXml(heard.message);
    if (root === undefined) return refuse(log, response, { kind: "refused", status: 400, why: "bad-envelope" });
    const answer = await withinTime(keep(options, { root, source: heard.message })).catch(() => undefined);
    // Refused, so that the platform brings it again.
    if (answer === undefined) response.status(500).end();
    else response.type("text/xml").send(answer.text);
  });
  return router;
}

export const readText = express.text({ type: () => true, limit: BODY_MAX });

export function bodyOf(request: Request): string {
  return typeof request.body === "string" ? request.body : "";
}

export function refuse(log: Log, response: Response, { status, why }: Extract<Heard, { kind: "refused" }>): void {
  log.warn("wecom-callback-refused", { status, code: why });
  response.status(status).type("text/plain").send("refused");
}

async function keep(options: CallbackOptions, message: AppMessage): Promise<{ readonly text: string }> {
  const { store, clock } = options;
  const { root } = message;
  const openKfid = childText(root, "OpenKfId");
  switch (childText(root, "Event")) {
    case "kf_msg_or_event":
      if (openKfid === undefined || !/^[\w-]{1,64}$/.test(openKfid)) return { text: "" };
      await store.kfNotified({ openKfid, token: (childText(root, "Token") ?? "").slice(0, 128), at: clock() });
      options.onNotice(openKfid);
      return { text: "" };
    case "kf_account_auth_change":
      if (childrenOf(root, "AuthAddOpenKfId").length + childrenOf(root, "AuthDelOpenKfId").length > 0) options.onAccounts();
      return { text: "" };
    case undefined:
    default:
      return { text: (await options.onApp(message)) ?? "" };
  }
}

export function withinTime<T>(work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), DISK_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
