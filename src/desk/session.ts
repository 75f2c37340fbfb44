import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Request, Response } from "express";
import type { StaffMember } from "../store/staff-store.js";
import { actorOf, type Actor } from "./actor.js";
import type { Desk } from "./desk.js";

const MINUTE_MS = 60_000;
export const SESSION = {
  /** Without a request of the person's own. */
  idleMs: 30 * MINUTE_MS,
  longestMs: 12 * 60 * MINUTE_MS,
  /** How long a password given again counts. */
  freshMs: 5 * MINUTE_MS,
  /** A session's last sign of life is written down no more often than this. */
  touchMs: MINUTE_MS,
} as const;

/** `__Host-`: the browser keeps it to this very host, and to https. */
function cookieName(secure: boolean): string {
  return secure ? "__Host-desk" : "desk";
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token a request carries. Both names are read: behind a proxy a socket does not know that it is https. */
function givenToken({ headers }: IncomingMessage): string | undefined {
  const cookies = new Map((headers.cookie ?? "").split(";").map((pair) => split(pair)));
  return cookies.get(cookieName(true)) ?? cookies.get(cookieName(false));
}

function split(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

/** Who is signed in; undefined when nobody is, or no longer. `touch`: the person has done something. */
export async function currentActor(desk: Desk, request: IncomingMessage, touch: boolean): Promise<Actor | undefined> {
  const token = givenToken(request);
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  return actorWith(desk, hashToken(token), touch);
}

export async function actorWith({ store, clock }: Desk, tokenHash: string, touch: boolean): Promise<Actor | undefined> {
  const found = await store.findSession(tokenHash);
  const now = clock();
  if (found === undefined || now - found.session.seenAt > SESSION.idleMs || now - found.session.startedAt > SESSION.longestMs)
    return undefined;
  if (touch && now - found.session.seenAt > SESSION.touchMs) await store.touchSession({ id: found.session.id, seenAt: now });
  return actorOf(found);
}

export function tokenHashOf(request: IncomingMessage): string {
  return hashToken(givenToken(request) ?? "");
}

/** A new session with a new token, whatever the browser sent before. */
export async function openSession(
  desk: Desk,
  exchange: { readonly request: Request; readonly response: Response; readonly peer: string },
  member: StaffMember,
): Promise<Actor> {
  const { store, clock, ids } = desk;
  const { request, response, peer } = exchange;
  const token = randomBytes(32).toString("base64url");
  const now = clock();
  const session = { id: ids.next(), staffId: member.id, startedAt: now, seenAt: now, freshUntil: now + SESSION.freshMs, peer };
  await store.openSession({ ...session, tokenHash: hashToken(token) });
  response.cookie(cookieName(request.secure), token, { httpOnly: true, sameSite: "strict", secure: request.secure, path: "/" });
  return actorOf({ session, member });
}

export function forgetCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName(request.secure), { httpOnly: true, sameSite: "strict", secure: request.secure, path: "/" });
}
