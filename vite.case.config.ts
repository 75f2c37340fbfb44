import { join } from "node:path";
import { mergeConfig } from "vite";
import workerPage from "./vite.config.js";

/** Builds the complainant's page into dist/web/case; to be run after the worker's, which empties dist/web. */
export default mergeConfig(workerPage, {
  root: join(import.meta.dirname, "src/web/case"),
  base: "/case/",
  build: { outDir: join(import.meta.dirname, "dist/web/case") },
});
