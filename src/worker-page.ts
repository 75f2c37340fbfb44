import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const NOT_BUILT = "网页还没有生成：请先运行 npm run build。";

/** The worker's page at `/` and what it loads from /assets, whose names change with their content. Nothing else is served. */
export function workerPage(folder: string): Router {
  const router = Router();
  router.get("/", (_request, response) => {
    response.set("Cache-Control", "no-cache");
    if (existsSync(join(folder, "index.html"))) response.sendFile("index.html", { root: folder, cacheControl: false });
    else response.status(404).type("text/plain; charset=utf-8").send(NOT_BUILT);
  });
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { index: false, redirect: false, dotfiles: "ignore", immutable: true, maxAge: "1y" }),
  );
  return router;
}
