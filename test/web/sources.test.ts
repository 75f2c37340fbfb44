import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, CITED, DESKTOP, greeted, openWorkerSite, QUESTION, type WorkerSite } from "./worker-site.js";

describeInBrowser("the article behind an answer", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  test("opens, holds the focus and closes by keyboard, and gives the focus back", async () => {
    const { context, page } = await site.visit(DESKTOP);
    await greeted(page);
    await ask(page, QUESTION);
    const chip = page.getByRole("button", { name: CITED });
    await chip.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
      await page.keyboard.press(key);
      expect(await page.evaluate("document.querySelector('dialog[open]').contains(document.activeElement)")).toBe(true);
    }
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(CITED);
    expect(page.url()).toBe(`${site.here.url}/`);
    await context.close();
  });

  test("says what it means in plain words, whether it is in force, and where the official wording is", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    await ask(page, QUESTION);
    await page.getByRole("button", { name: CITED }).tap();
    const words = await page.getByRole("dialog").innerText();
    for (const part of ["《中华人民共和国劳动合同法》", "第八十二条", "大意（不是原文）", "二倍工资", "现行有效", "2013年7月1日起"])
      expect(words).toContain(part);
    const link = page.getByRole("link", { name: "看官方原文" });
    expect(await link.getAttribute("href")).toMatch(/^https:\/\//);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(await link.getAttribute("target")).toBe("_blank");
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).tap();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await context.close();
  });
});
