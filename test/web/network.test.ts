import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, bubbles, greeted, openWorkerSite, QUESTION, type Visit, type WorkerSite } from "./worker-site.js";

const WORDS = "包工头跑了工钱没给";

describeInBrowser("a bad network", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  /** How often the server has these words of the person. */
  async function received({ page }: Visit, words: string): Promise<number> {
    const { conversationId, token } = JSON.parse(String(await page.evaluate("localStorage.getItem('online-chat.key')"))) as Record<
      string,
      string
    >;
    const response = await fetch(`${site.here.url}/directline/conversations/${conversationId}/activities`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { activities } = (await response.json()) as { activities: readonly { text: string; from: { role: string } }[] };
    return activities.filter(({ text, from }) => text === words && from.role === "user").length;
  }

  async function say(page: Page, words: string): Promise<void> {
    await page.getByLabel("用自己的话说说您的事").fill(words);
    await page.getByRole("button", { name: "发送" }).click();
  }

  test("what is said offline is kept, shown as such, and sent once when the network is back", async () => {
    const visit = await site.visit();
    const { context, page } = visit;
    await greeted(page);
    await context.setOffline(true);
    await page.getByText("网络不通").waitFor();
    await say(page, WORDS);
    await page.getByRole("button", { name: "未送达，点一下重试" }).waitFor();
    expect(await page.evaluate("JSON.stringify(localStorage)")).toContain(WORDS);
    await page.getByRole("button", { name: "未送达，点一下重试" }).click();
    await page.getByRole("button", { name: "未送达，点一下重试" }).waitFor();
    await context.setOffline(false);
    await bubbles(page, "own").filter({ hasText: WORDS }).waitFor();
    await page.locator("#pending .line").waitFor({ state: "detached" });
    await page.getByText("网络不通").waitFor({ state: "hidden" });
    expect(await received(visit, WORDS)).toBe(1);
    expect(await page.evaluate("JSON.stringify(localStorage)")).not.toContain(WORDS);
    await context.close();
  });

  test("a page closed before it could send sends when it is opened again, in order", async () => {
    const visit = await site.visit();
    const { context, page } = visit;
    await greeted(page);
    await page.route("**/activities", (route) => route.abort());
    for (const words of [WORDS, "一共三万", "去年腊月的"]) await say(page, words);
    await page.getByRole("button", { name: "未送达，点一下重试" }).first().waitFor();
    await page.unroute("**/activities");
    await page.reload();
    await bubbles(page, "own").filter({ hasText: "去年腊月的" }).waitFor();
    const own = await bubbles(page, "own").locator(".words").allInnerTexts();
    expect(own).toEqual([WORDS, "一共三万", "去年腊月的"]);
    expect(await received(visit, WORDS)).toBe(1);
    await context.close();
  });

  test("an answer that got lost on the way does not make the message two", async () => {
    const visit = await site.visit();
    const { page, context } = visit;
    await greeted(page);
    let lost = 0;
    await page.route("**/activities", async (route) => {
      if (route.request().method() === "POST" && lost++ < 2) {
        await route.fetch();
        return route.abort();
      }
      return route.continue();
    });
    await page.routeWebSocket("**/stream**", () => undefined);
    await ask(page, WORDS);
    await page.waitForTimeout(2_500);
    expect(lost).toBeGreaterThanOrEqual(1);
    expect(await received(visit, WORDS)).toBe(1);
    await context.close();
  });

  test("where sockets are blocked it asks instead", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await page.routeWebSocket("**/stream**", (socket) => socket.close());
    await page.reload();
    await greeted(page);
    await ask(page, QUESTION);
    await context.close();
  });

  test("where sockets open but bring nothing it asks instead", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await page.routeWebSocket("**/stream**", () => undefined);
    await page.reload();
    await page.locator(".choice").first().waitFor({ timeout: 15_000 });
    await ask(page, QUESTION);
    await context.close();
  });

  test("a sign-in page in our place, errors and silence neither stop it nor cost the conversation", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await ask(page, QUESTION);
    const answers = [
      { status: 200, body: "<html>login</html>" },
      { status: 503, body: "{}" },
      { status: 403, body: `{"message":"forbidden"}` },
    ];
    await page.route("**/directline/**", (route) => {
      const answer = answers.shift();
      return answer === undefined ? route.continue() : route.fulfill(answer);
    });
    await page.reload();
    await bubbles(page, "own").filter({ hasText: QUESTION }).waitFor();
    expect(answers).toEqual([]);
    await context.close();
  });
});
