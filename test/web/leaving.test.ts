import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, bubbles, DESKTOP, greeted, openWorkerSite, QUESTION, type WorkerSite } from "./worker-site.js";

const WEATHER = "https://www.weather.com.cn/";

describeInBrowser("leaving the page and coming back", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  async function begin(): Promise<{ context: BrowserContext; page: Page }> {
    const { context, page } = await site.visit(DESKTOP);
    await context.route(`${WEATHER}**`, (route) => route.fulfill({ body: "晴", contentType: "text/plain; charset=utf-8" }));
    await greeted(page);
    await ask(page, QUESTION);
    return { context, page };
  }

  test.each([
    { way: "by its button", leave: (page: Page) => page.getByRole("button", { name: "快速离开" }).click() },
    {
      way: "by Esc twice",
      leave: async (page: Page) => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
      },
    },
  ])("quick exit $way goes to the weather, and the history does not come back", async ({ leave }) => {
    const { context, page } = await begin();
    await page.keyboard.press("Home");
    await page.evaluate("document.querySelector('#skip').click()");
    await leave(page);
    await page.waitForURL(WEATHER);
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain(site.here.url);
    expect(await page.locator("body").innerText()).not.toContain("合同");
    await context.close();
  });

  test("Esc once, or closing two sheets quickly, leaves nothing", async () => {
    const { context, page } = await begin();
    for (let times = 0; times < 2; times += 1) {
      await page.getByRole("button", { name: "隐私说明" }).press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
    }
    await page.waitForTimeout(200);
    expect(page.url()).toBe(`${site.here.url}/`);
    await context.close();
  });

  test("after a quick exit the conversation is shown to who asks for it, not to who opens the page", async () => {
    const { context, page } = await begin();
    await page.getByRole("button", { name: "快速离开" }).click();
    await page.waitForURL(WEATHER);
    await page.goto("/");
    await page.getByRole("button", { name: "接着上次的说" }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator("body").innerText()).not.toContain("合同");
    await page.getByRole("button", { name: "接着上次的说" }).click();
    await bubbles(page, "own").filter({ hasText: QUESTION }).waitFor();
    await context.close();
  });

  test("a reload comes back to the conversation, with the buttons that were open", async () => {
    const { context, page } = await begin();
    const before = await page.locator("#log").innerText();
    await page.reload();
    await greeted(page);
    expect(await page.locator("#log").innerText()).toBe(before);
    await context.close();
  });

  test("forgetting leaves nothing of it on the device", async () => {
    const { context, page } = await begin();
    const key = await page.evaluate("localStorage.getItem('online-chat.key')");
    await page.getByRole("button", { name: "忘记这次对话" }).click();
    await page.getByRole("button", { name: "忘记，重新开始" }).click();
    await bubbles(page, "own").waitFor({ state: "detached" });
    await greeted(page);
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual(["online-chat.key"]);
    expect(await page.evaluate("localStorage.getItem('online-chat.key')")).not.toBe(key);
    await page.reload();
    await greeted(page);
    expect(await page.locator("#log").innerText()).not.toContain(QUESTION);
    await context.close();
  });

  test("forgotten in one tab, it is gone from the other, and both hold the same new one", async () => {
    const { context, page } = await begin();
    const other = await context.newPage();
    await other.goto("/");
    await bubbles(other, "own").filter({ hasText: QUESTION }).waitFor();
    await page.getByRole("button", { name: "忘记这次对话" }).click();
    await page.getByRole("button", { name: "忘记，重新开始" }).click();
    await bubbles(other, "own").waitFor({ state: "detached" });
    await greeted(other);
    await ask(other, "试用期最长多久");
    await bubbles(page, "own").filter({ hasText: "试用期最长多久" }).waitFor();
    await context.close();
  });

  test("a key that opens nothing any more begins a new conversation and says so", async () => {
    const { context, page } = await begin();
    await page.evaluate("localStorage.setItem('online-chat.key', JSON.stringify({ conversationId: 'gone', token: 'gone' }))");
    await page.reload();
    await page.getByText("上次的对话已经过期").waitFor();
    await greeted(page);
    await ask(page, QUESTION);
    await context.close();
  });
});
