import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { openTestDesk, type TestDesk } from "../desk/open-desk.js";
import { ROOT } from "../support/stage.js";
import { launch } from "./chromium.js";

/** The real app with both pages as they are built, and a browser to look at them. */
export interface DeskSite {
  readonly desk: TestDesk;
  readonly folder: string;
  /** A device of its own at this address. */
  open(path: string, options: BrowserContextOptions): Promise<Seen>;
  close(): Promise<void>;
}

export interface Seen {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and of the page's policy. */
  readonly complaints: readonly string[];
}

export async function openDeskSite(): Promise<DeskSite> {
  const folder = mkdtempSync(join(tmpdir(), "hotline-desk-page-"));
  await build({ configFile: join(ROOT, "vite.config.ts"), logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  const deskFolder = join(folder, "desk");
  await build({ configFile: join(ROOT, "vite.desk.config.ts"), logLevel: "error", build: { outDir: deskFolder, emptyOutDir: true } });
  const desk = await openTestDesk({ pageFolder: folder });
  const browser = await launch();
  return {
    ...{ desk, folder },
    open: (path, options) => open(browser, `${desk.url}${path}`, options),
    async close() {
      await browser.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Seen> {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (said) => {
    // A refusal is an answer, not a fault of the page.
    if (said.type() === "error" && !/Failed to load resource|WebSocket connection/.test(said.text())) complaints.push(said.text());
  });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return { context, page, complaints };
}
