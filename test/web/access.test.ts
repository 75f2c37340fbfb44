import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, CITED, DESKTOP, greeted, openWorkerSite, PHONE, QUESTION, SMALL_PHONE, type WorkerSite } from "./worker-site.js";

const SCRIPT_BYTES_MAX = 60 * 1024;
const TARGET_PX = 44;

describeInBrowser("a page for everyone", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  async function faults(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }

  test.each(["light", "dark"] as const)("axe finds nothing serious, %s", async (colorScheme) => {
    const { context, page } = await site.visit({ ...PHONE, colorScheme, reducedMotion: "reduce" });
    await greeted(page);
    await ask(page, QUESTION);
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: CITED }).click();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "隐私说明" }).click();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await context.setOffline(true);
    await page.getByLabel("用自己的话说说您的事").fill("断网了");
    await page.getByRole("button", { name: "发送" }).click();
    await page.getByRole("button", { name: "未送达，点一下重试" }).waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  test.each([
    { name: "320 px", text: "100%" },
    { name: "320 px with text at 200 %", text: "200%" },
  ])("nothing goes over the edge at $name", async ({ text }) => {
    const { context, page } = await site.visit(SMALL_PHONE);
    await greeted(page);
    await page.evaluate(`document.documentElement.style.fontSize = "${text}"`);
    await ask(page, QUESTION);
    const wider = `[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))`;
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    expect(await page.evaluate(wider)).toEqual([]);
    await page.getByRole("button", { name: CITED }).click();
    expect(await page.evaluate(wider)).toEqual([]);
    expect(await page.evaluate("document.querySelector('dialog[open]').scrollWidth")).toBeLessThanOrEqual(320);
    await context.close();
  });

  test("everything to press is large enough", async () => {
    const { context, page } = await site.visit(SMALL_PHONE);
    await greeted(page);
    await page.getByRole("button", { name: "小", exact: true }).click();
    await ask(page, QUESTION);
    const small = `[...document.querySelectorAll("button, a[href], textarea")].filter((one) => !one.matches(".skip")).flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return height > 0 && (Math.round(height) < ${TARGET_PX} || Math.round(width) < ${TARGET_PX}) ? [one.textContent.trim() + " " + width + "x" + height] : [];
    })`;
    expect(await page.evaluate(small)).toEqual([]);
    await page.getByRole("button", { name: CITED }).click();
    expect(await page.evaluate(small)).toEqual([]);
    await context.close();
  });

  test("the text size is remembered", async () => {
    const { context, page } = await site.visit();
    const size = (): Promise<unknown> => page.evaluate("getComputedStyle(document.querySelector('.words')).fontSize");
    await greeted(page);
    const before = await size();
    await page.getByRole("button", { name: "大", exact: true }).click();
    expect(await size()).not.toBe(before);
    const large = await size();
    await page.reload();
    await greeted(page);
    expect(await size()).toBe(large);
    expect(await page.getByRole("button", { name: "大", exact: true }).getAttribute("aria-pressed")).toBe("true");
    await context.close();
  });

  test("the keyboard reaches the box to write in first, and everything else", async () => {
    const { context, page } = await site.visit(DESKTOP);
    await greeted(page);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("say");
    expect(page.url()).toBe(`${site.here.url}/`);
    expect(await page.locator("[role=log]").getAttribute("aria-live")).toBe("polite");
    await context.close();
  });

  test("the script is small, and nothing is inline", () => {
    const assets = readdirSync(join(site.folder, "assets"));
    const scripts = assets
      .filter((name) => name.endsWith(".js"))
      .map((name) => gzipSync(readFileSync(join(site.folder, "assets", name))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
    const page = readFileSync(join(site.folder, "index.html"), "utf8");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
  });
});
