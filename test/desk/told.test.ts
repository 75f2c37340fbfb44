import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseView } from "../../src/channel/webcase/case-view.js";
import { Visitor } from "../channel/webchat/visitor.js";
import { fileByPhone } from "./file-by-phone.js";
import { openTestDesk, type Answer, type Browser, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
let first: Browser;
let second: Browser;
let secondId: string;
beforeAll(async () => {
  desk = await openTestDesk();
  first = (await desk.person("接某", "receptionist", "handler")).browser;
  const two = await desk.person("办某", "handler");
  [second, secondId] = [two.browser, two.id];
});
afterAll(() => desk.close());

async function act(browser: Browser, reference: string, body: object): Promise<Answer> {
  const { revision } = (await browser.get(`/matters/${reference}`)).body as { revision: number };
  const answer = await browser.post(`/matters/${reference}/act`, { revision, ...body });
  expect([body, answer.status]).toEqual([body, 200]);
  return answer;
}

it("every act of staff puts one line into the person's conversation", async () => {
  const visitor = await Visitor.arrive(desk.url);
  await visitor.say("转人工");
  const rows = (await first.get("/queue?tab=waiting")).at("matters") as { reference: string; conversationId: string }[];
  const reference = rows.find(({ conversationId }) => conversationId === visitor.id)?.reference ?? "";
  const steps: readonly (readonly [Browser, object, string])[] = [
    [first, { act: "claim" }, "接某来了"],
    [first, { act: "release", reason: "canary去开会" }, "接某先离开了"],
    [first, { act: "claim" }, "接某来了"],
    [first, { act: "begin" }, "正在办理"],
    [first, { act: "ask-worker", reason: "请发工资条。" }, "请发工资条。"],
    [first, { act: "resume" }, "正在办理"],
    [first, { act: "ask-employer", reason: "canary" }, "等单位答复"],
    [first, { act: "refer", body: "inspection", reason: "canary", told: "三天内联系您。" }, "转给劳动监察"],
    [first, { act: "transfer", to: secondId, reason: "canary" }, "由工作人员办某负责"],
    [second, { act: "answered", answer: "canary" }, "有关部门已经答复"],
    [second, { act: "settle", outcome: "explained", told: "都说清楚了。" }, "都说清楚了。"],
    [first, { act: "reopen", reason: "canary" }, "重新办理"],
    [first, { act: "decline", declineReason: "not-ours", told: "请打12345。" }, "请打12345。"],
  ];
  for (const [browser, body, words] of steps) {
    const before = (await visitor.page()).activities.length;
    await act(browser, reference, body);
    const lines = (await visitor.page()).activities.slice(before).map(({ text = "" }) => text);
    expect([body, lines]).toEqual([body, [expect.stringContaining(words)]]);
    expect(lines.join()).not.toContain("canary");
  }
});

it("what is written for the person stands on his page too, for who has nothing but the receipt code", async () => {
  const { reference, receipt } = await fileByPhone(first, "实名");
  await act(first, reference, { act: "claim" });
  await act(first, reference, { act: "ask-worker", reason: "请补一张工资条。" });
  const page = await fetch(`${desk.url}/api/case`, { headers: { Authorization: `Receipt ${receipt}` } });
  const { messages } = (await page.json()) as CaseView;
  expect(messages.map(({ from, text }) => [from, text])).toEqual([["staff", "请补一张工资条。"]]);
});

it("whoever ends a colleague's matter gives the conversation back to the bot", async () => {
  const director = (await desk.person("主某", "director")).browser;
  const visitor = await Visitor.arrive(desk.url);
  await visitor.say("转人工");
  const rows = (await first.get("/queue?tab=waiting")).at("matters") as { reference: string; conversationId: string }[];
  const reference = rows.find(({ conversationId }) => conversationId === visitor.id)?.reference ?? "";
  await act(first, reference, { act: "claim" });
  expect((await first.get(`/matters/${reference}`)).at("speaker", "by")).toBe("staff");
  await act(director, reference, { act: "settle", outcome: "explained", told: "都说清楚了。" });
  expect((await first.get(`/matters/${reference}`)).at("speaker", "by")).toBe("bot");
});
