import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const NOT_BUILT = "网页还没有生成：请先运行 npm run build。";

/** The worker's page at `/`, the case page at `/case`, the staff page at `/desk`, and what they load, whose names change with their content. Nothing else is served. */
export function workerPage(folder: string): Router {
  const router = Router();
  addPage(router, "/", folder);
  addPage(router, "/case", join(folder, "case"));
  addPage(router, "/desk", join(folder, "desk"));
  return router;
}

function addPage(router: Router, path: string, root: string): void {
  router.get(path, (_request, response) => {
    response.set("Cache-Control", "no-cache");
    if (existsSync(join(root, "index.html"))) response.sendFile("index.html", { root, cacheControl: false });
    else response.status(404).type("text/plain; charset=utf-8").send(NOT_BUILT);
  });
  router.use(
    `${path === "/" ? "" : path}/assets`,
    express.static(join(root, "assets"), { index: false, redirect: false, dotfiles: "ignore", immutable: true, maxAge: "1y" }),
  );
}
