import type { BrowserContextOptions, Page } from "playwright-core";
import type { Browser as Session } from "../desk/open-desk.js";
import type { DeskSite, Seen } from "./desk-site.js";

/** The desk as this person sees it, signed in already. */
export async function openAs(site: DeskSite, session: Session, options: BrowserContextOptions, path = "/desk"): Promise<Seen> {
  const [name = "", value = ""] = session.cookie.split("=");
  const cookie = { name, value, url: site.desk.url };
  return site.open(path, { ...options, storageState: { cookies: [asCookie(cookie)], origins: [] } });
}

function asCookie({ name, value, url }: { readonly name: string; readonly value: string; readonly url: string }) {
  const { hostname } = new URL(url);
  return { name, value, domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Strict" as const };
}

/** Opens the matter and waits until its card is there. */
export async function openMatter(page: Page, reference: string): Promise<void> {
  await page.evaluate(`location.hash = "queue/${reference}"`);
  await turnTo(page, "案卷");
  await page.locator(".card .number").filter({ hasText: reference }).waitFor();
}

/** On a phone the panes are pages; on a wide screen all three are there. */
export async function turnTo(page: Page, pane: "对话" | "案卷"): Promise<void> {
  const button = page.locator(".pages").getByRole("button", { name: pane });
  if (await button.isVisible()) await button.click();
}

export async function take(page: Page): Promise<void> {
  await turnTo(page, "案卷");
  await page.locator(".card").getByRole("button", { name: "接手" }).click();
}

/** Presses the step, fills in what it asks for, and confirms it. */
export async function step(page: Page, name: string, fill: (sheet: ReturnType<Page["getByRole"]>) => Promise<void>): Promise<void> {
  await turnTo(page, "案卷");
  await page.locator(".card > .acts").getByRole("button", { name, exact: true }).click();
  const sheet = page.getByRole("dialog");
  await fill(sheet);
  await sheet.getByRole("button", { name, exact: true }).click();
  await sheet.waitFor({ state: "detached" });
}

export async function write(page: Page, voice: "回复当事人" | "内部备注", text: string): Promise<void> {
  await turnTo(page, "对话");
  await page.getByRole("tab", { name: voice }).click();
  await page.locator(".write textarea").fill(text);
  await page.getByRole("button", { name: voice === "回复当事人" ? "发给当事人" : "存为内部备注" }).click();
  await page
    .locator(`.line.${voice === "回复当事人" ? "staff" : "note"}`)
    .filter({ hasText: text })
    .first()
    .waitFor();
}

/** Transfers it, and waits until the colleague's page says so by itself. */
export async function handTo(from: Page, to: Page, name: string): Promise<void> {
  await step(from, "转交", async (sheet) => {
    const options = await sheet.getByLabel("转给谁").locator("option").allInnerTexts();
    await sheet.getByLabel("转给谁").selectOption({ label: options.find((one) => one.startsWith(name)) ?? name });
    await sheet.getByLabel("原因").fill("请接着办");
  });
  await to
    .locator(".card header")
    .filter({ hasText: `${name}负责` })
    .waitFor({ state: "attached" });
}

/** The card says so, on whichever page it stands. */
export async function stateIs(page: Page, state: string): Promise<void> {
  await page.locator(".card .where").filter({ hasText: state }).waitFor({ state: "attached" });
}
