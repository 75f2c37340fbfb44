import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { build } from "vite";
import { openTestApp, type TestApp } from "../channel/webchat/open-app.js";
import { ROOT } from "../support/stage.js";
import { launch } from "./chromium.js";

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } as const;
export const SMALL_PHONE = { ...PHONE, viewport: { width: 320, height: 568 } } as const;
export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const;
export const QUESTION = "没签合同能要双倍工资吗";
export const CITED = "劳动合同法 第八十二条";

/** The real app with the page as it is built, and a browser to look at it. */
export interface WorkerSite {
  readonly here: TestApp;
  /** Where the page was built. */
  readonly folder: string;
  /** A fresh device on the page; what it complains of is collected. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and of the page's policy. */
  readonly complaints: readonly string[];
}

export async function openWorkerSite(): Promise<WorkerSite> {
  const folder = mkdtempSync(join(tmpdir(), "hotline-page-"));
  await build({ configFile: join(ROOT, "vite.config.ts"), logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  const here = await openTestApp({ pageFolder: folder });
  const browser = await launch();
  return {
    ...{ here, folder },
    visit: (options = PHONE) => visit(browser, here, options),
    async close() {
      await browser.close();
      await here.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, here: TestApp, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", baseURL: here.url, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (said) => {
    if (said.type() === "error" && !/ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(said.text())) complaints.push(said.text());
  });
  page.setDefaultTimeout(20_000);
  await page.goto("/");
  return { context, page, complaints };
}

/** Buttons under the last thing the bot said. */
export function choices(page: Page): Locator {
  return page.locator(".choice");
}

export function bubbles(page: Page, by: "bot" | "own"): Locator {
  return page.locator(`#log .${by}`);
}

/** Waits until the greeting and its buttons are there. */
export async function greeted(page: Page): Promise<void> {
  await choices(page).first().waitFor();
}

/** Types it, sends it, and waits until the bot has said something after it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel("用自己的话说说您的事").fill(text);
  await page.getByRole("button", { name: "发送" }).click();
  await page.locator("#log .own").filter({ hasText: text }).last().locator("xpath=following-sibling::div").first().waitFor();
}
