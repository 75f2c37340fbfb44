import { join } from "node:path";
import { defineConfig } from "vite";

/** Builds the worker's page into dist/web. Phones in use are often five years old. */
export default defineConfig({
  root: join(import.meta.dirname, "src/web/chat"),
  base: "/",
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: ["chrome84", "firefox90", "safari14.1"],
    // The page's policy takes no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
