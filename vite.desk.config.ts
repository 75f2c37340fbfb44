import vue from "@vitejs/plugin-vue";
import { join } from "node:path";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "src/web/desk");

/** Builds the staff page into dist/web/desk; to be run after the worker's, which empties dist/web. */
export default defineConfig({
  root,
  base: "/desk/",
  publicDir: false,
  plugins: [vue()],
  resolve: { alias: { "@css-render/vue3-ssr": join(root, "adopt-styles.ts") } },
  build: {
    outDir: join(import.meta.dirname, "dist/web/desk"),
    emptyOutDir: true,
    // The oldest with style sheets of our own making (adopt-styles.ts); the WeCom client's own browser is newer.
    target: ["chrome97", "firefox104", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
