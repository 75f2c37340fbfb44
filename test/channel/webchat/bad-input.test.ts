import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "./open-app.js";
import { Visitor, type Page } from "./visitor.js";

const QUESTION = "没签合同能要双倍工资吗";
/** A bubble and a half: what still reads as a short reply. */
const SHORT = 300;

let here: TestApp;
beforeAll(async () => {
  here = await openTestApp();
});
afterAll(() => here.close());

async function goesOn(visitor: Visitor): Promise<void> {
  expect((await visitor.say(QUESTION)).map(({ text }) => text).join("")).toContain("《劳动合同法》第八十二条");
}

/** Nothing that was said, nor a piece of it, stands in the log. */
function logHoldsNone(said: string): void {
  const log = here.logged.join("");
  for (const piece of [said, ...said.split(/\s+/)]) if (piece.length >= 4) expect(log).not.toContain(piece);
  for (let from = 0; from + 6 <= Math.min(said.length, 600); from += 3) expect(log).not.toContain(said.slice(from, from + 6));
}

const shown = (replies: Page["activities"]): string => replies.map(({ text }) => text).join("\n");

test.each([
  ["nothing", "", /没有收到文字/],
  ["blanks", " \n\t\u3000 ", /没有收到文字/],
  ["emoji only", "\u{1f600}\u{1f62d}\u{1f64f}", /表情/],
  ["control characters", "\u0000\u0001\u0007\u001b[31m\u200b", /./],
  ["a phone number", "13893512345", /电话号码/],
  ["an ID number", "11010519491231002X", /身份证/],
  ["abuse", "你这个傻逼玩意儿废物", /./],
  ["English", "My boss has not paid me for three months", /Chinese/],
  ["HTML", "<script>alert('偷看')</script><img src=x onerror=alert(1)>", /./],
  ["a link", "https://phish.example/login?token=abcdef", /网址/],
  ["forty digits", "9".repeat(40), /./],
  ["a name behind objects", "__proto__", /./],
  ["right-to-left marks", "\u202e资工欠拖板老\u202c", /./],
])("%s gets a short reply, and the conversation goes on", async (_name, text, expected) => {
  const visitor = await Visitor.arrive(here.url);
  const said = shown(await visitor.say(text));
  expect(said).toMatch(expected);
  expect([...said].length).toBeLessThanOrEqual(SHORT);
  expect(said).not.toContain("系统出了点问题");
  await goesOn(visitor);
  logHoldsNone(text);
});

test("20,000 characters are kept and answered; 20,001 are refused in words", async () => {
  const visitor = await Visitor.arrive(here.url);
  const long = "老板拖欠工资三个月不给还骂人".repeat(1_500).slice(0, 20_000);
  expect(shown(await visitor.say(long))).toContain("太长");
  expect((await visitor.page()).activities.find(({ from }) => from.role === "user")?.text).toBe(long);
  const refused = await visitor.post({ type: "message", text: `${long}了` });
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain("太长");
  await goesOn(visitor);
  logHoldsNone(long);
});

test("an image is received", async () => {
  const visitor = await Visitor.arrive(here.url);
  const form = new FormData();
  form.append("file", new Blob([Buffer.from("\xff\xd8\xff\xe0 a photo of a pay slip", "latin1")]), "张三的工资条.jpg");
  const sent = await visitor.ask("/upload", { method: "POST", body: form });
  const said = shown(await visitor.repliesTo(((await sent.json()) as { id: string }).id));
  expect(said).toContain("1 个文件");
  await goesOn(visitor);
  logHoldsNone("张三的工资条.jpg");
});

test("the same message thirty times: never the same answer for ever, never silence", async () => {
  const visitor = await Visitor.arrive(here.url);
  const said: string[] = [];
  for (let count = 0; count < 30; count += 1) said.push(shown(await visitor.say("老板不给钱怎么办啊")));
  expect(said.every((one) => one !== "")).toBe(true);
  expect(said.slice(3).every((one) => [...one].length <= SHORT)).toBe(true);
  expect(new Set(said).size).toBeGreaterThan(10);
  await goesOn(visitor);
  logHoldsNone("老板不给钱怎么办啊");
});
