import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, bubbles, choices, DESKTOP, greeted, openWorkerSite, QUESTION, type WorkerSite } from "./worker-site.js";

const WORDS = "用自己的话说说您的事";
const HOSTILE = [
  '<img src=x onerror="window.ran=1">',
  "<script>window.ran=1</script>",
  "<b>粗</b>&lt;i&gt;",
  "javascript:window.ran=1",
  "__proto__",
  "constructor",
  "{{7*7}}${7*7}",
];

describeInBrowser("a conversation on the page", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  test("greets, with numbered buttons and a person always in reach", async () => {
    const { context, page, complaints } = await site.visit();
    await greeted(page);
    expect(await bubbles(page, "bot").innerText()).toContain("总工会");
    const labels = await choices(page).allInnerTexts();
    expect(labels.length).toBeGreaterThanOrEqual(4);
    expect(labels.map((label) => label.split("\n")[0])).toEqual(labels.map((_, index) => String(index + 1)));
    expect(labels.at(-1)).toContain("转人工");
    await page.locator("#staff").click();
    await page.getByText(/受理编号 [0-9A-Z]{4}-[0-9A-Z]{4}/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a typed question is answered with its articles; the buttons before it are gone", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await ask(page, QUESTION);
    await page.getByRole("button", { name: "劳动合同法 第八十二条" }).waitFor();
    expect(await bubbles(page, "own").innerText()).toContain(QUESTION);
    expect(await page.locator("#log").innerText()).not.toContain("依据：");
    expect(await choices(page).filter({ hasText: "拖欠工资" }).count()).toBe(0);
    await context.close();
  });

  test("a pressed button says what it stands for, and vanishes", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await choices(page).filter({ hasText: "拖欠工资" }).tap();
    await page.getByText("您是不是想问").waitFor();
    expect(await bubbles(page, "own").allInnerTexts()).toEqual([expect.stringContaining("拖欠工资")]);
    expect(await choices(page).filter({ hasText: "困难帮扶" }).count()).toBe(0);
    await context.close();
  });

  test("a digit does what the button of that number does", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await ask(page, "1");
    await page.getByText("您是不是想问").waitFor();
    await context.close();
  });

  test("Enter sends where there is a keyboard, Shift and Enter begins a line; a button pressed by key leaves one writing", async () => {
    const { context, page } = await site.visit(DESKTOP);
    await greeted(page);
    await page.getByLabel(WORDS).focus();
    await page.keyboard.type("老板欠我");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("三个月工资");
    await page.keyboard.press("Enter");
    await bubbles(page, "own").waitFor();
    expect(await bubbles(page, "own").locator(".words").innerText()).toBe("老板欠我\n三个月工资");
    expect(await page.getByLabel(WORDS).inputValue()).toBe("");
    await choices(page).last().focus();
    await page.keyboard.press("Enter");
    await bubbles(page, "own").nth(1).waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("say");
    await context.close();
  });

  test("on a phone Enter begins a line", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await page.getByLabel(WORDS).fill("一行");
    await page.keyboard.press("Enter");
    expect(await page.getByLabel(WORDS).inputValue()).toBe("一行\n");
    await context.close();
  });

  test("markup, scripts and the names of objects are text and nothing else", async () => {
    const { context, page, complaints } = await site.visit();
    await greeted(page);
    for (const words of HOSTILE) {
      await ask(page, words);
      expect(await bubbles(page, "own").last().locator(".words").innerText()).toBe(words);
    }
    await page.reload();
    await bubbles(page, "own")
      .nth(HOSTILE.length - 1)
      .waitFor();
    expect(await bubbles(page, "own").locator(".words").allInnerTexts()).toEqual(HOSTILE);
    expect(await page.locator("#log img, #log script, #log b, #log i, #log a").count()).toBe(0);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what is refused says why, and can be taken back and changed", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await page.getByLabel(WORDS).fill("长".repeat(20_001));
    await page.getByRole("button", { name: "发送" }).click();
    await page.getByText("这段太长了").waitFor();
    await page.getByRole("button", { name: "拿回来改" }).click();
    expect((await page.getByLabel(WORDS).inputValue()).length).toBe(20_001);
    expect(await page.locator("#pending .line").count()).toBe(0);
    await ask(page, QUESTION);
    await context.close();
  });
});
