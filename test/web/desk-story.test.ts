import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { openDeskSite, type DeskSite } from "./desk-site.js";
import { openAs, openMatter, step, take, turnTo, write } from "./desk-staff.js";
import { ask, choices, DESKTOP, greeted, PHONE, QUESTION } from "./worker-site.js";

/** Where pictures of the story are put, to be looked at; none by default. */
const SHOTS = process.env["DESK_SHOTS"];

describeInBrowser("a matter from the first question to the reopening", () => {
  let site: DeskSite;
  beforeAll(async () => (site = await openDeskSite()));
  afterAll(() => site.close());

  async function shot(page: Page, name: string): Promise<void> {
    if (SHOTS === undefined) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }

  test.each([
    { width: "1280", screen: DESKTOP },
    { width: "360", screen: PHONE },
  ])("worker and two staff side by side at $width px", async ({ width, screen }) => {
    const { desk } = site;
    const one = await desk.person(`接某${width}`, "receptionist");
    const two = await desk.person(`办某${width}`, "handler");
    const worker = await site.open("/", PHONE);
    const first = await openAs(site, one.browser, screen);
    const second = await openAs(site, two.browser, screen);
    const minute = (): number => (desk.time.now += 60_000);

    // Asks, is answered, complains, and wants a person.
    await greeted(worker.page);
    await ask(worker.page, QUESTION);
    await ask(worker.page, "我要投诉老板欠工资");
    await complain(worker.page);
    await shot(worker.page, `${width}-0-worker`);
    const filed = worker.page.locator("#log .bot").filter({ hasText: "受理编号" }).last();
    await filed.waitFor();
    const reference = /受理编号 ([\w-]+)/.exec(await filed.innerText())?.[1] ?? "";

    // Both have it in the queue without asking; both press; one has it and the other is told who.
    await first.page.locator(`.row[data-reference="${reference}"]`).waitFor();
    await shot(first.page, `${width}-1-queue`);
    await openMatter(first.page, reference);
    await openMatter(second.page, reference);
    await Promise.all([take(first.page), take(second.page)]);
    const told = /别人先了一步，这件事现在由(.某\d+)负责/;
    const lost = await Promise.any(
      [first, second].map(async ({ page }) => (await page.locator(".notice.bad").filter({ hasText: told }).waitFor(), page)),
    );
    const winner = lost === first.page ? second.page : first.page;
    const winnerName = `${winner === first.page ? "接" : "办"}某${width}`;
    expect(await lost.locator(".notice.bad").innerText()).toContain(winnerName);
    await lost
      .locator(".card header")
      .filter({ hasText: `${winnerName}负责` })
      .waitFor();
    await shot(lost, `${width}-2-lost`);
    await worker.page.locator("#log").getByText(`工作人员${winnerName}来了`).waitFor();

    // A reply reaches the worker, a note does not, and the bot is silent.
    minute();
    await write(winner, "回复当事人", "您好，请把考勤表拍给我们。");
    await worker.page.locator("#log").getByText("请把考勤表拍给我们").waitFor();
    await write(winner, "内部备注", "这家饭店上个月也有人投诉");
    await shot(winner, `${width}-3-note`);
    await turnTo(lost, "对话");
    await lost.locator(".line.note").getByText("这家饭店上个月也有人投诉").waitFor();
    minute();
    await worker.page.getByLabel("用自己的话说说您的事").fill("好的，谢谢");
    await worker.page.getByRole("button", { name: "发送" }).click();
    await turnTo(winner, "对话");
    await winner.locator(".line.worker").getByText("好的，谢谢").waitFor();
    expect(await worker.page.locator("#log").innerText()).not.toContain("上个月也有人");

    // Transfer to the handler (if the receptionist won), refer, answered, finished.
    const handler = second.page;
    if (winner !== handler)
      await step(winner, "转交", async (sheet) => {
        await sheet.getByLabel("转给谁").selectOption({ label: await optionWith(winner, `办某${width}`) });
        await sheet.getByLabel("原因").fill("由办理员接着办");
      });
    else
      await step(handler, "转交", async (sheet) => {
        await sheet.getByLabel("转给谁").selectOption({ label: await optionWith(handler, `接某${width}`) });
        await sheet.getByLabel("原因").fill("先请接待员联系");
      });
    const holder = winner === handler ? first.page : handler;
    await holder
      .locator(".card header")
      .filter({ hasText: `${winner === handler ? "接" : "办"}某${width}负责` })
      .waitFor({ state: "attached" });
    minute();
    await step(holder, "转办", async (sheet) => {
      await sheet.getByLabel("转给哪个部门").selectOption({ label: "劳动监察" });
      await sheet.getByLabel("原因").fill("单位拒不配合");
      await sheet.getByLabel("告诉当事人的话").fill("已转劳动监察，我们会跟到那边答复。");
    });
    await worker.page.locator("#log").getByText("我们会跟到那边答复").waitFor();
    await holder.locator(".card .where").filter({ hasText: "转办中" }).waitFor();
    minute();
    await step(holder, "部门已答复", (sheet) => sheet.getByLabel("那个部门怎么答复的").fill("责令单位三日内付清"));
    await holder.locator(".card .where").filter({ hasText: "办理" }).waitFor();
    // Only a handler finishes.
    if (holder !== handler)
      await step(holder, "转交", async (sheet) => {
        await sheet.getByLabel("转给谁").selectOption({ label: await optionWith(holder, `办某${width}`) });
        await sheet.getByLabel("原因").fill("请办结");
      });
    await handler
      .locator(".card header")
      .filter({ hasText: `办某${width}负责` })
      .waitFor({ state: "attached" });
    minute();
    await step(handler, "办完待回访", async (sheet) => {
      await sheet.getByLabel("办理结果").selectOption({ label: "单位已支付" });
      await sheet.getByLabel("追回的钱").fill("23000");
      await sheet.getByLabel("告诉当事人的话").fill("单位已经付清，请查收。");
    });
    await handler.locator(".card .where").filter({ hasText: "回访" }).waitFor();
    await turnTo(handler, "案卷");
    expect(await handler.locator(".card").getByRole("button", { name: "回访办结" }).count()).toBe(0);

    // 回访 by somebody else closes it; the worker is told; it is opened again under the same number.
    minute();
    await step(first.page, "回访办结", (sheet) => sheet.getByLabel("问题已经解决").check());
    await first.page.locator(".card .where").filter({ hasText: "办结" }).waitFor();
    await first.page.getByText("追回23,000.00元").waitFor();
    await shot(first.page, `${width}-4-closed`);
    minute();
    await step(first.page, "重新办理", (sheet) => sheet.getByLabel("原因").fill("单位又少付了两千"));
    await first.page.locator(".card .where").filter({ hasText: "待接" }).waitFor();
    await second.page.locator(".card .where").filter({ hasText: "待接" }).waitFor({ state: "attached" });
    await shot(first.page, `${width}-5-reopened`);
    for (const { complaints } of [worker, first, second]) expect(complaints).toEqual([]);
    for (const { context } of [worker, first, second]) await context.close();
  });
});

async function optionWith(page: Page, name: string): Promise<string> {
  const options = await page.getByRole("dialog").getByLabel("转给谁").locator("option").allInnerTexts();
  return options.find((one) => one.startsWith(name)) ?? name;
}

/** Answers whatever the form asks until it can be handed in, and hands it in. The forms' own stories are told elsewhere. */
async function complain(page: Page): Promise<void> {
  for (let asked = 0; asked < 25; asked += 1) {
    const said = await page.locator("#log .bot").last().innerText();
    const offered = await choices(page).allInnerTexts();
    const offer = (word: string): string | undefined => (offered.some((one) => one.endsWith(word)) ? word : undefined);
    const words = offer("提交") ?? offer("匿名") ?? offer("不同意") ?? offer("跳过") ?? offer("否") ?? answerTo(said, offered.length > 0);
    await ask(page, words);
    if (words === "提交") return;
  }
  throw new Error("the form never ended");
}

function answerTo(said: string, hasChoices: boolean): string {
  if (hasChoices) return "2";
  return said.includes("乡镇") ? "土门镇" : "某某饭店";
}
