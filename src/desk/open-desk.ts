import { Router, type ErrorRequestHandler } from "express";
import { openKeyFile } from "../http/key-file.js";
import { refuse, Refusal, refusalFor } from "../http/refusal.js";
import { Clockwork } from "./clockwork.js";
import type { Desk } from "./desk.js";
import { newEnrolment } from "./enrolment-code.js";
import { Feed } from "./feed.js";
import { acceptFeeds, type Upgrade } from "./feed-socket.js";
import { mountRoutes } from "./mount.js";
import { describeRoutes } from "./openapi.js";
import { Passwords, PASSWORD_COST } from "./password.js";
import { ROUTES } from "./routes.js";
import { Seal } from "./seal.js";
import { SignInGuard } from "./sign-in-guard.js";
import { Tickets } from "./tickets.js";

export interface DeskOptions extends Pick<
  Desk,
  "store" | "delivery" | "clock" | "ids" | "log" | "trustProxy" | "stage" | "dataDir" | "bot"
> {
  /** log2 of scrypt's N; lower only in tests. */
  readonly passwordCost?: number;
}

export interface DeskDoor {
  /** To be mounted at /api. */
  readonly routes: Router;
  /** For requests under /api. */
  readonly upgrade: Upgrade;
  close(): Promise<void>;
  /** A code with which the first person is made, while there is nobody; each call replaces the code before. */
  offerSetup(): Promise<string | undefined>;
}

/** The staff API. */
export function openDesk(options: DeskOptions): DeskDoor {
  const feed = new Feed(options);
  const stopListening = options.delivery.onCommitted((entries) => {
    feed.tellLines(entries);
    feed.look();
  });
  const desk: Desk = {
    ...options,
    passwords: new Passwords(options.passwordCost ?? PASSWORD_COST),
    guard: new SignInGuard(),
    seal: new Seal(openKeyFile(options.dataDir, "desk.key")),
    feed,
    tickets: new Tickets(options.clock),
    changed: () => feed.look(),
    tell: (passing) => feed.tell(passing),
    dropSockets: (who) => feed.drop(who),
  };
  const clockwork = new Clockwork({ ...options, calendar: options.stage.calendar, changed: () => feed.look() });
  const description = describeRoutes(ROUTES);
  const routes = Router();
  routes.get("/openapi.json", (_request, response) => void response.json(description));
  routes.use(mountRoutes(desk, ROUTES));
  routes.use((_request, response) => refuse(response, new Refusal(404, "not-found", "没有这个地址。")));
  routes.use(answerErrors(desk));
  return {
    routes,
    upgrade: acceptFeeds(desk),
    async close() {
      stopListening();
      feed.closeAll();
      await clockwork.stop();
    },
    async offerSetup() {
      const { code, ...enrolment } = newEnrolment(desk.clock());
      return (await desk.store.offerSetup(enrolment)).kind === "offered" ? code : undefined;
    },
  };
}

/** A reason in words; of a fault of ours only a code by which it is found in the log. Express tells error handlers by four parameters. */
function answerErrors({ log, ids }: Desk): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const { refusal, fault } = refusalFor(error);
    if (response.headersSent) return next(error);
    if (!request.complete) response.set("Connection", "close");
    if (!fault) return refuse(response, refusal);
    const reference = ids.reference();
    log.fault("desk-request-failed", error, { reference, status: refusal.status });
    refuse(response, new Refusal(500, "fault", `系统出了点问题，没有做成。请再试一次；还不行请把编号 ${reference} 告诉管理员。`));
  };
}
