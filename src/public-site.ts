import express, { type ErrorRequestHandler, type Express, type Router } from "express";
import { notFound, refuse, refusalFor } from "./http/refusal.js";
import type { Config } from "./config.js";
import { securityHeaders } from "./headers.js";
import type { Log } from "./log.js";
import type { Store } from "./store/store.js";
import { workerPage } from "./worker-page.js";

export interface PublicSite {
  readonly config: Pick<Config, "allowedOrigins" | "trustProxy">;
  readonly log: Log;
  readonly store: Pick<Store, "ping">;
  readonly directLine: Router;
  readonly caseApi: Router;
  /** The staff API. */
  readonly api: Router;
  /** Present when 企业微信 is set up. */
  readonly wecom?: Router;
  readonly pageFolder: string;
}

/** Everything that can be asked of the public listener. */
export function publicSite({ config, log, store, directLine, caseApi, api, wecom, pageFolder }: PublicSite): Express {
  const site = express();
  site.disable("x-powered-by").disable("etag");
  site.set("trust proxy", config.trustProxy);
  // Repeated parameters become a list, which no route takes; brackets make no objects.
  site.set("query parser", "simple");
  site.use(securityHeaders(config.allowedOrigins));
  // Whoever may frame the chat may not frame the staff.
  site.use("/desk", securityHeaders([]));
  site.use(workerPage(pageFolder));
  site.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  site.use("/directline", directLine);
  site.use("/api/case", caseApi);
  site.use("/api", api);
  if (wecom !== undefined) site.use("/wecom", wecom);
  site.get("/healthz", (_request, response) => void response.json({ alive: true }));
  site.get("/readyz", async (_request, response) => {
    await store.ping();
    response.json({ ready: true });
  });
  site.use((request, response) => {
    if (/^\/(directline|api)(\/|$)/.test(request.path)) refuse(response, notFound());
    else response.status(404).type("text/plain; charset=utf-8").send("没有这个页面。请回到首页，或拨打12351。");
  });
  site.use(answerErrors(log));
  return site;
}

/** A short reason in words, and nothing of the inside. Express tells error handlers by their four parameters. */
function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const { refusal, fault } = refusalFor(error);
    if (fault) log.fault("request-failed", error, { status: refusal.status });
    if (response.headersSent) return next(error);
    // What has not been read of the body is not waited for.
    if (!request.complete) response.set("Connection", "close");
    refuse(response, refusal);
  };
}
