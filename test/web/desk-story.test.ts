import { mkdirSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { fileByPhone } from "../desk/file-by-phone.js";
import { complain } from "./complain.js";
import { openDeskSite, type DeskSite, type Seen } from "./desk-site.js";
import { handTo, openAs, openMatter, stateIs, step, take, turnTo, write } from "./desk-staff.js";
import { ask, DESKTOP, greeted, PHONE, QUESTION } from "./worker-site.js";

/** Where pictures of the story are put, to be looked at; none by default. */
const SHOTS = process.env["DESK_SHOTS"];
/** Three browsers and a matter's whole life, on a machine that has much else to do. */
const LONG_MS = 300_000;

interface Story {
  readonly width: string;
  readonly worker: Seen;
  /** May not finish a case: a receptionist. */
  readonly first: Seen;
  readonly handler: Seen;
  readonly reference: string;
  /** Time goes on. */
  readonly minute: () => void;
}

describeInBrowser("a matter from the first question to the reopening", () => {
  let site: DeskSite;
  beforeAll(async () => (site = await openDeskSite()));
  afterAll(() => site.close());

  test.each([
    { width: "1280", screen: DESKTOP },
    { width: "360", screen: PHONE },
  ])("worker and two staff side by side at $width px", { timeout: LONG_MS }, async ({ width, screen }) => {
    const story = await beginStory(site, width, screen);
    const winner = await raceFor(story);
    await talk(story, winner);
    await referAndFinish(story, winner);
    await followUpAndReopen(story);
    for (const { complaints, context } of [story.worker, story.first, story.handler]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  test("the card tells by when to act, as the law makes it of the answers", { timeout: LONG_MS }, async () => {
    const one = await site.desk.person("算某", "receptionist");
    const { reference } = await fileByPhone(one.browser, "匿名");
    const told = (await one.browser.get(`/matters/${reference}`)).at("limitation", "text");
    const { page, context } = await openAs(site, one.browser, DESKTOP);
    await openMatter(page, reference);
    await page.locator(".card").getByText(String(told)).waitFor();
    await context.close();
  });
});

async function beginStory(site: DeskSite, width: string, screen: BrowserContextOptions): Promise<Story> {
  const { desk } = site;
  const one = await desk.person(`接某${width}`, "receptionist");
  const two = await desk.person(`办某${width}`, "handler");
  const worker = await site.open("/", PHONE);
  const first = await openAs(site, one.browser, screen);
  const handler = await openAs(site, two.browser, screen);
  await greeted(worker.page);
  await ask(worker.page, QUESTION);
  const reference = await complain(worker.page, "我要投诉老板欠工资");
  return { width, worker, first, handler, reference, minute: () => (desk.time.now += 60_000) };
}

/** Both have it in the queue without asking; both press; one has it and the other is told who. */
async function raceFor({ width, worker, first, handler, reference }: Story): Promise<Page> {
  await first.page.locator(`.row[data-reference="${reference}"]`).waitFor();
  await shot(first.page, `${width}-1-queue`);
  await openMatter(first.page, reference);
  await openMatter(handler.page, reference);
  await Promise.all([take(first.page), take(handler.page)]);
  const told = ({ page }: Seen) => page.locator(".notice.bad").filter({ hasText: /别人先了一步，这件事现在由.某\d+负责/ });
  const lost = await Promise.any([first, handler].map(async (one) => (await told(one).waitFor(), one)));
  const winner = lost === first ? handler : first;
  const name = `${winner === first ? "接" : "办"}某${width}`;
  expect(await told(lost).innerText()).toContain(name);
  await lost.page
    .locator(".card header")
    .filter({ hasText: `${name}负责` })
    .waitFor();
  await shot(lost.page, `${width}-2-lost`);
  await worker.page.locator("#log").getByText(`工作人员${name}来了`).waitFor();
  return winner.page;
}

/** A reply reaches the worker, a note does not, and the worker's word comes to the desk by itself. */
async function talk({ width, worker, first, handler, minute }: Story, winner: Page): Promise<void> {
  const other = winner === first.page ? handler.page : first.page;
  minute();
  await write(winner, "回复当事人", "您好，请把考勤表拍给我们。");
  await worker.page.locator("#log").getByText("请把考勤表拍给我们").waitFor();
  await write(winner, "内部备注", "这家饭店上个月也有人投诉");
  await shot(winner, `${width}-3-note`);
  await turnTo(other, "对话");
  await other.locator(".line.note").getByText("这家饭店上个月也有人投诉").waitFor();
  minute();
  await worker.page.getByLabel("用自己的话说说您的事").fill("好的，谢谢");
  await worker.page.getByRole("button", { name: "发送" }).click();
  await turnTo(winner, "对话");
  await winner.locator(".line.worker").getByText("好的，谢谢").waitFor();
  expect(await worker.page.locator("#log").innerText()).not.toContain("上个月也有人");
}

/** Handed to the colleague, referred, answered, back to the handler if need be, finished. */
async function referAndFinish({ width, worker, first, handler, minute }: Story, winner: Page): Promise<void> {
  const holder = winner === first.page ? handler.page : first.page;
  await handTo(winner, holder, `${holder === handler.page ? "办" : "接"}某${width}`);
  minute();
  await step(holder, "转办", async (sheet) => {
    await sheet.getByLabel("转给哪个部门").selectOption({ label: "劳动监察" });
    await sheet.getByLabel("原因").fill("单位拒不配合");
    await sheet.getByLabel("告诉当事人的话").fill("已转劳动监察，我们会跟到那边答复。");
  });
  await worker.page.locator("#log").getByText("我们会跟到那边答复").waitFor();
  await stateIs(holder, "转办中");
  minute();
  await step(holder, "部门已答复", (sheet) => sheet.getByLabel("那个部门怎么答复的").fill("责令单位三日内付清"));
  await stateIs(holder, "办理");
  if (holder !== handler.page) await handTo(holder, handler.page, `办某${width}`);
  minute();
  await step(handler.page, "办完待回访", async (sheet) => {
    await sheet.getByLabel("办理结果").selectOption({ label: "单位已支付" });
    await sheet.getByLabel("追回的钱").fill("23000");
    await sheet.getByLabel("告诉当事人的话").fill("单位已经付清，请查收。");
  });
  await stateIs(handler.page, "回访");
}

/** Whoever handled it cannot close it; a colleague does, and opens it again under the same number. */
async function followUpAndReopen({ width, worker, first, handler, minute }: Story): Promise<void> {
  await turnTo(handler.page, "案卷");
  expect(await handler.page.locator(".card").getByRole("button", { name: "回访办结" }).count()).toBe(0);
  minute();
  await step(first.page, "回访办结", (sheet) => sheet.getByLabel("问题已经解决").check());
  await stateIs(first.page, "办结");
  await first.page.getByText("追回23,000.00元").waitFor();
  await worker.page.locator("#log").getByText("已经办结").last().waitFor();
  await shot(first.page, `${width}-4-closed`);
  minute();
  await step(first.page, "重新办理", (sheet) => sheet.getByLabel("原因").fill("单位又少付了两千"));
  await stateIs(first.page, "待接");
  await stateIs(handler.page, "待接");
  await shot(first.page, `${width}-5-reopened`);
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
