import type { Request } from "express";
import { LIMITS } from "../../limits.js";
import { notFound, Refusal } from "../../http/refusal.js";
import type { Claims } from "./token.js";
import type { Webchat } from "./webchat.js";

/** Who speaks, and in which conversation: from the token alone, never from what is sent. */
export interface Visitor {
  readonly conversationId: string;
  readonly userId: string;
}

/** 403 tells the stock client that its token has expired; it then waits for a new one. */
const forbidden = (): Refusal => new Refusal(403, "token", "凭证无效或已过期，请重新打开对话。");

/** The token a request carries; undefined when it carries none. The stock client without one sends the word `undefined`. */
export function givenToken(request: Request): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return token === "undefined" || token === "null" ? undefined : token;
}

/** The claims of the request's token. Throws a Refusal: 401 without one, 403 when it is not valid any more. */
export function bearer(webchat: Webchat, request: Request): Claims {
  const token = givenToken(request);
  if (token === undefined) throw new Refusal(401, "token", "请先取得凭证。");
  const claims = webchat.tokens.read(token);
  if (claims === undefined || claims.use === "stream") throw forbidden();
  return claims;
}

/** The only door to a conversation. Throws a Refusal: 403 for another conversation's token, 404 when it has not begun. */
export async function accessConversation(webchat: Webchat, request: Request): Promise<Visitor> {
  const { use, conversation, user } = bearer(webchat, request);
  if (conversation !== request.params["id"]) throw forbidden();
  if (use === "start" && (await webchat.store.loadConversation(conversation)) === undefined) throw notFound();
  return { conversationId: conversation, userId: user };
}

export interface TokenAnswer {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

export function answerToken({ tokens }: Webchat, { conversationId, userId }: Visitor, use: "start" | "talk"): TokenAnswer {
  return { conversationId, token: tokens.issue({ use, conversation: conversationId, user: userId }), expires_in: LIMITS.tokenSeconds };
}

/** What the stock client needs to go on: a fresh token, and the address of its socket with a ticket in it. */
export function answerOpen(
  webchat: Webchat,
  request: Request,
  visit: { readonly visitor: Visitor; readonly after: number },
): TokenAnswer & { readonly streamUrl: string } {
  const { visitor, after } = visit;
  const { conversationId, userId } = visitor;
  const ticket = webchat.tokens.issue({ use: "stream", conversation: conversationId, user: userId });
  const protocol = request.protocol === "https" ? "wss" : "ws";
  const path = `${request.baseUrl}/conversations/${conversationId}/stream?watermark=${after}&t=${ticket}`;
  return { ...answerToken(webchat, visitor, "talk"), streamUrl: `${protocol}://${request.host}${path}` };
}
