import { randomBytes } from "node:crypto";
import { Router, type Request } from "express";
import { OutsideError } from "../../errors.js";
import { LIMITS } from "../../limits.js";
import { accessConversation, answerOpen, answerToken, bearer, givenToken, type Visitor } from "./access.js";
import { decode, decodeUser, decodeWatermark } from "./decode.js";
import { activityId } from "./encode.js";
import { allowOrigins } from "./origin.js";
import { emptyPage, fillPage, type ActivityPage } from "./page.js";
import { peerOf } from "../../http/peer.js";
import { readJson } from "../../http/read-json.js";
import { receive } from "./receive.js";
import { Refusal } from "../../http/refusal.js";
import { dropUpload, readUpload } from "./upload.js";
import type { Webchat } from "./webchat.js";

/** Direct Line 3.0 as the stock clients speak it. */
export function directLineRoutes(webchat: Webchat): Router {
  const router = Router();
  router.use(allowOrigins(webchat.origins));
  addTokenRoutes(router, webchat);
  addConversationRoutes(router, webchat);
  addUploadRoute(router, webchat);
  return router;
}

function addTokenRoutes(router: Router, webchat: Webchat): void {
  const { rates, trustProxy } = webchat;

  router.post("/tokens/generate", async (request, response) => {
    await rates.use("newcomers", peerOf(request, trustProxy));
    const visitor = newVisitor(decodeUser(await readJson(request, response)));
    response.json(answerToken(webchat, visitor, "start"));
  });

  router.post("/tokens/refresh", async (request, response) => {
    const { use, conversation, user } = bearer(webchat, request);
    await rates.use("newcomers", peerOf(request, trustProxy));
    response.json(answerToken(webchat, { conversationId: conversation, userId: user }, use === "talk" ? "talk" : "start"));
  });

  // The stock client asks for it before it signs people in, which nobody does here.
  router.get("/session/getsessionid", (request, response) => {
    bearer(webchat, request);
    response.json({ sessionId: randomBytes(16).toString("hex") });
  });
}

function addConversationRoutes(router: Router, webchat: Webchat): void {
  const { rates, trustProxy } = webchat;

  router.post("/conversations", async (request, response) => {
    await rates.use("newcomers", peerOf(request, trustProxy));
    const body = await readJson(request, response);
    const visitor = givenToken(request) === undefined ? newVisitor(decodeUser(body)) : visitorOf(webchat, request);
    const received = await receive(webchat, visitor, { kind: "arrive" });
    response.status(received.kind === "new" ? 201 : 200).json(answerOpen(webchat, request, { visitor, after: 0 }));
  });

  router.get("/conversations/:id", async (request, response) => {
    const after = decodeWatermark(request.query["watermark"]);
    const visitor = await accessConversation(webchat, request);
    response.json(answerOpen(webchat, request, { visitor, after }));
  });

  router.get("/conversations/:id/activities", async (request, response) => {
    response.json(await readPage(webchat, request));
  });

  router.post("/conversations/:id/activities", async (request, response) => {
    const visitor = await accessConversation(webchat, request);
    await rates.use("messages", visitor.conversationId);
    const said = decode(await readJson(request, response));
    const seq = said.kind === "ignored" ? 0 : (await receive(webchat, visitor, said)).seq;
    response.json({ id: activityId(visitor.conversationId, seq) });
  });
}

function addUploadRoute(router: Router, webchat: Webchat): void {
  const { rates, trustProxy, filesFolder } = webchat;

  router.post("/conversations/:id/upload", async (request, response) => {
    const visitor = await accessConversation(webchat, request);
    await rates.use("uploads", visitor.conversationId);
    await rates.use("uploadsPerPeer", peerOf(request, trustProxy));
    const { said, attachments } = await readUpload(request, filesFolder);
    const received = await receive(webchat, visitor, { ...said, attachments });
    // The same message sent again: its files are kept already.
    if (received.kind === "seen") await dropUpload(filesFolder, attachments);
    response.json({ id: activityId(visitor.conversationId, received.seq) });
  });
}

/**
 * Under pressure there is nothing new: the stock client, polling, never asks again after any other refusal and still
 * says that it is online.
 */
async function readPage(webchat: Webchat, request: Request): Promise<ActivityPage> {
  const { rates, store } = webchat;
  const after = decodeWatermark(request.query["watermark"]);
  try {
    const { conversationId } = await accessConversation(webchat, request);
    await rates.use("reads", conversationId);
    return fillPage(await store.transcript(conversationId, after, LIMITS.transcriptPageMax), after, new Map());
  } catch (error) {
    if (error instanceof OutsideError || (error instanceof Refusal && error.status === 429)) return emptyPage(after);
    throw error;
  }
}

function newVisitor(name: string | undefined): Visitor {
  return { conversationId: randomBytes(16).toString("hex"), userId: name ?? `dl_${randomBytes(8).toString("hex")}` };
}

function visitorOf(webchat: Webchat, request: Request): Visitor {
  const { conversation, user } = bearer(webchat, request);
  return { conversationId: conversation, userId: user };
}
