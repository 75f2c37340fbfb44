import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseView } from "../../../src/channel/webcase/case-view.js";
import { openTestApp, type TestApp } from "../webchat/open-app.js";
import { Visitor } from "../webchat/visitor.js";

let here: TestApp;
beforeAll(async () => (here = await openTestApp()));
afterAll(() => here.close());

const STORY = "我在某建筑公司干了3个月，老板欠我两万三没给，我要投诉";

it("a complaint told in the chat can be followed by its code, from the page and from the chat", async () => {
  const worker = await Visitor.arrive(here.url);
  const said: string[] = [];
  const say = async (text: string): Promise<string> => {
    const bubbles = (await worker.say(text)).map((one) => one.text ?? "");
    said.push(`> ${text}`, ...bubbles);
    return bubbles.join("\n");
  };
  let last = await say(STORY);
  for (let asked = 0; asked < 30 && !(/提交/.test(last) && !/第\d+步/.test(last)); asked += 1) last = await say(answerTo(last));
  last = await say("提交");
  const code = /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(last)?.[0];
  expect(code, said.join("\n")).toBeDefined();
  const headers = { Authorization: `Receipt ${code}` };
  const view = (await (await fetch(`${here.url}/api/case`, { headers })).json()) as CaseView;
  expect(view.status).toContain("已经收到");
  expect(view.summary.map(({ value }) => value).join()).toContain("某建筑公司");
  expect(last).toContain(view.reference);
  expect(await say("查进度")).toContain(`编号 ${view.reference}`);
  await say("撤回");
  expect(await say(`确定撤回 ${view.reference}`)).toContain("已经撤回");
  expect(((await (await fetch(`${here.url}/api/case`, { headers })).json()) as CaseView).acts).toEqual(["reopen"]);
}, 120_000);

/** What somebody says who wants to be done: yes to what was read back, else the way round the question. */
function answerTo(bubbles: string): string {
  const question = bubbles.split("\n").at(-1) ?? "";
  if (/对吗|是吗|对不对/.test(question)) return "对";
  if (/怎么留名/.test(bubbles)) return "匿名";
  if (/什么地方干活/.test(question)) return "1";
  if (/乡镇/.test(question)) return "土门镇";
  if (/什么时候|哪天|从哪/.test(question)) return "去年8月";
  if (/还在/.test(question)) return "是";
  if (/手里有|照片|文件|发来/.test(question)) return "没有";
  return "不知道";
}
