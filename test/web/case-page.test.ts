import { AxeBuilder } from "@axe-core/playwright";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kept } from "../../src/store/kept.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { openTestApp, type TestApp } from "../channel/webchat/open-app.js";
import { act, filing, found, staff } from "../store/case-samples.js";
import { ROOT } from "../support/stage.js";
import { describeInBrowser, launch } from "./chromium.js";
import { DESKTOP, SMALL_PHONE } from "./worker-site.js";

const HOSTILE = "<img src=x onerror=alert(1)>";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describeInBrowser("the case page", () => {
  let folder: string;
  let here: TestApp;
  let store: Kept;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hotline-case-"));
    await build({
      configFile: join(ROOT, "vite.case.config.ts"),
      logLevel: "error",
      build: { outDir: join(folder, "case"), emptyOutDir: true },
    });
    here = await openTestApp({ pageFolder: folder, openStore: async (data) => (store = await openSqlite({ folder: data })) });
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    options: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[]; reference: string; close: () => Promise<void> }> {
    const filed = filing();
    await store.fileCase({ filing: filed, conversationId: "c1", channel: "phone", at: Date.now() });
    const { reference } = filed;
    await store.changeMatter(act(await found(store, reference), "claim", { mover: staff("s1"), now: Date.now() }));
    await store.addCaseMessage(reference, { id: `m-${reference}`, at: Date.now(), from: "staff", staffId: "s1", text: HOSTILE });
    const context = await browser.newContext({ baseURL: here.url, locale: "zh-CN", ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (said) => void (said.type() === "error" && complaints.push(said.text())));
    page.on("dialog", (dialog) => void (complaints.push("dialog"), dialog.dismiss()));
    await page.goto("/case");
    expect(await page.title()).toBe("查询");
    await page.getByLabel("回执上的查询码").fill(filed.receipt.toLowerCase());
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText(`编号 ${reference}`).waitFor();
    return { page, complaints, reference, close: () => context.close() };
  }

  test("a person with the code reads, writes, sends a photo, takes the proof and withdraws, on a small phone", async () => {
    const { page, complaints, reference, close } = await opened(SMALL_PHONE);
    await page.getByText("工作人员已经接手").waitFor();
    // What staff wrote is text, whatever it looks like.
    await page.getByText(HOSTILE).waitFor();
    await page.getByLabel("给工作人员留言").fill("有消息吗");
    await page.getByRole("button", { name: "留言", exact: true }).click();
    await page.getByText("已经转给工作人员").waitFor();
    await page.getByLabel("补充材料").setInputFiles([{ name: "欠条<b>.png", mimeType: "image/png", buffer: PNG }]);
    await page.getByRole("button", { name: "欠条<b>.png" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载回执" }).click()]);
    expect(download.suggestedFilename()).toBe(`${reference}.pdf`);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(true);
    await page.getByRole("button", { name: "撤回登记" }).click();
    expect((await found(store, reference)).state).toBe("accepted");
    await page.getByRole("button", { name: "确定撤回" }).click();
    await page.getByText("您已经撤回。").waitFor();
    expect((await found(store, reference)).state).toBe("withdrawn");
    expect(complaints).toEqual([]);
    await close();
  });

  test("nothing of it stays on the device, and nothing stands in the way of a screen reader", async () => {
    const { page, complaints, close } = await opened(DESKTOP);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href.includes('?')]")).toEqual([
      0,
      0,
      "",
      false,
    ]);
    await page.reload();
    expect(await page.getByLabel("回执上的查询码").inputValue()).toBe("");
    await page.getByLabel("回执上的查询码").fill("WRONG-CODE");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText("没有查到").waitFor();
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
    await close();
  });
});
