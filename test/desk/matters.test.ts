import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { Visitor } from "../channel/webchat/visitor.js";
import { openTestDesk, type Browser, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
let first: Browser;
let second: Browser;
let ids: { readonly first: string; readonly second: string };
beforeAll(async () => {
  desk = await openTestDesk();
  const one = await desk.person("接某", "receptionist", "handler");
  const two = await desk.person("办某", "handler");
  [first, second, ids] = [one.browser, two.browser, { first: one.id, second: two.id }];
});
afterAll(() => desk.close());

interface Row {
  readonly reference: string;
  readonly revision: number;
  readonly conversationId: string;
}

async function rowOf(visitor: Visitor, tab = "all"): Promise<Row> {
  const rows = (await first.get(`/queue?tab=${tab}&limit=100`)).at("matters") as readonly Row[];
  const row = rows.find(({ conversationId }) => conversationId === visitor.id);
  if (row === undefined) throw new Error("not in the queue");
  return row;
}

async function asked(): Promise<{ visitor: Visitor; row: Row }> {
  const visitor = await Visitor.arrive(desk.url);
  await visitor.say("转人工");
  return { visitor, row: await rowOf(visitor, "waiting") };
}

async function linesOf(visitor: Visitor): Promise<readonly { text: string; from: { name?: string } }[]> {
  const headers = { Authorization: `Bearer ${visitor.opened.token}` };
  const page = await fetch(`${desk.url}/directline/conversations/${visitor.id}/activities`, { headers });
  return ((await page.json()) as { activities: { text: string; from: { name?: string } }[] }).activities;
}

const act = (browser: Browser, { reference, revision }: Row, body: object) =>
  browser.post(`/matters/${reference}/act`, { revision, ...body });

describe("taking a matter", () => {
  it("has one winner, and the loser is told who", async () => {
    const { row } = await asked();
    const answers = await Promise.all([first, second, first, second].map((browser) => act(browser, row, { act: "claim" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = answers.filter(({ status }) => status === 409).map((answer) => answer.at("error", "message"));
    for (const message of lost) expect(message).toMatch(/^别人先了一步，这件事现在由(接某|办某|您自己)负责。$/);
  });

  it("silences the bot, tells the person who came, and gives the conversation back at the end", async () => {
    const { visitor, row } = await asked();
    await act(first, row, { act: "claim" });
    expect((await linesOf(visitor)).at(-1)).toMatchObject({
      from: { name: "工作人员" },
      text: expect.stringContaining("工作人员接某来了") as string,
    });
    const count = (await linesOf(visitor)).length;
    await visitor.post({ type: "message", text: "没签合同能要双倍工资吗" });
    await visitor.post({ type: "message", text: "菜单" });
    expect((await linesOf(visitor)).length).toBe(count + 2);
    const said = await first.post(`/matters/${row.reference}/reply`, {
      id: "r1",
      text: "能要，您带上工资条来。",
      cite: "unwritten-contract-double-wage",
    });
    expect([200, 400]).toContain(said.status);
    expect((await first.post(`/matters/${row.reference}/reply`, { id: "r2", text: "您带上工资条来。" })).status).toBe(200);
    expect((await first.post(`/matters/${row.reference}/reply`, { id: "r2", text: "您带上工资条来。" })).status).toBe(200);
    expect((await linesOf(visitor)).filter(({ text }) => text === "您带上工资条来。")).toHaveLength(1);
    const held = await rowOf(visitor);
    expect((await act(first, held, { act: "settle", outcome: "explained", told: "已经当面说清。" })).status).toBe(200);
    expect((await linesOf(visitor)).at(-1)?.text).toContain("已经当面说清。");
    await visitor.say("没签合同能要双倍工资吗");
    expect((await linesOf(visitor)).at(-1)?.from.name).toBe("职工热线助手");
  });

  it("is not for who has not taken it: no reply, no closing, and a transfer moves both", async () => {
    const { visitor, row } = await asked();
    expect((await second.post(`/matters/${row.reference}/reply`, { id: "x", text: "您好" })).at("error", "code")).toBe("not-taken");
    await act(first, row, { act: "claim" });
    expect((await second.post(`/matters/${row.reference}/reply`, { id: "x", text: "您好" })).at("error", "code")).toBe("colleague");
    const held = await rowOf(visitor);
    expect((await act(second, held, { act: "settle", outcome: "explained", told: "好了" })).status).toBe(409);
    expect((await act(first, held, { act: "transfer", to: "nobody", reason: "请假" })).status).toBe(400);
    expect((await act(first, held, { act: "transfer", to: ids.second, reason: "请假" })).status).toBe(200);
    expect((await second.post(`/matters/${row.reference}/reply`, { id: "x", text: "您好，我来办。" })).status).toBe(200);
    expect((await first.post(`/matters/${row.reference}/reply`, { id: "y", text: "我也在" })).status).toBe(409);
  });

  it("goes back to the bot when told, with the matter still in hand", async () => {
    const { visitor, row } = await asked();
    await act(first, row, { act: "claim" });
    expect((await first.post(`/matters/${row.reference}/return`, { reason: "先查资料" })).status).toBe(200);
    await visitor.say("没签合同能要双倍工资吗");
    expect((await linesOf(visitor)).at(-1)?.from.name).toBe("职工热线助手");
    expect((await first.get(`/matters/${row.reference}`)).at("owner")).toBe(ids.first);
  });

  it("is decided on what was shown: an old revision is refused", async () => {
    const { row } = await asked();
    await act(first, row, { act: "claim" });
    expect((await act(first, row, { act: "begin" })).at("error", "code")).toBe("lost");
  });
});

describe("what staff write", () => {
  it("among themselves never reaches the person, whatever way he looks", async () => {
    const { visitor, row } = await asked();
    await act(first, row, { act: "claim" });
    await first.post(`/matters/${row.reference}/note`, { id: "n1", text: "绝密备注canary" });
    await first.post(`/matters/${row.reference}/draft`, { kind: "reply", text: "草稿canary" });
    await first.post(`/matters/${row.reference}/tags`, { tags: ["标签canary", "标签canary"] });
    const card = await first.get(`/matters/${row.reference}`);
    expect([card.at("notes", 0, "text"), card.at("drafts", 0, "text"), card.at("tags")]).toEqual([
      "绝密备注canary",
      "草稿canary",
      ["标签canary"],
    ]);
    expect((await second.get(`/matters/${row.reference}`)).at("drafts")).toEqual([]);
    expect(JSON.stringify(await linesOf(visitor))).not.toContain("canary");
    expect(desk.logged.join("")).not.toContain("canary");
  });

  it("is the session's, never the body's", async () => {
    const { row } = await asked();
    const forged = await first.post(`/matters/${row.reference}/note`, { id: "n2", text: "x", staffId: ids.second });
    expect(forged.status).toBe(400);
  });
});

describe("the live feed", () => {
  async function listen(
    browser: Browser,
    after?: number,
  ): Promise<{ frames: Record<string, unknown>[]; socket: WebSocket; closed: Promise<number> }> {
    const ticket = String((await browser.post("/feed/ticket")).at("ticket"));
    const address = `${desk.url.replace("http", "ws")}/api/feed?ticket=${ticket}${after === undefined ? "" : `&after=${after}`}`;
    const socket = new WebSocket(address, { headers: { Cookie: browser.cookie, Origin: desk.url } });
    const frames: Record<string, unknown>[] = [];
    socket.on("message", (data: Buffer) => frames.push(JSON.parse(data.toString()) as Record<string, unknown>));
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    return { frames, socket, closed };
  }
  const until = async (ready: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !ready(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ready()).toBe(true);
  };
  const events = (frames: Record<string, unknown>[]) => frames.filter(({ kind }) => kind === "event");

  it("tells every change once, and after a cut what was missed", async () => {
    const here = await listen(first);
    await until(() => here.frames.some(({ kind }) => kind === "presence"));
    const { visitor, row } = await asked();
    here.socket.send(JSON.stringify({ kind: "watch", conversations: [visitor.id] }));
    await act(first, row, { act: "claim" });
    await until(() => events(here.frames).length === 2);
    expect(events(here.frames).map(({ reference, act: done }) => [reference, done])).toEqual([
      [row.reference, "filed"],
      [row.reference, "claim"],
    ]);
    await visitor.post({ type: "message", text: "在吗" });
    await until(() => here.frames.some(({ kind, from }) => kind === "line" && from === "worker"));
    const last = Number(events(here.frames).at(-1)?.["position"]);
    here.socket.close();
    await act(first, await rowOf(visitor), { act: "begin" });
    const again = await listen(first, last);
    await until(() => events(again.frames).length === 1);
    expect(events(again.frames)[0]).toMatchObject({ reference: row.reference, act: "begin", position: last + 1 });
    expect(JSON.stringify([...here.frames, ...again.frames])).not.toContain("在吗");
    again.socket.close();
  });

  it("is opened by a ticket once, with the cookie, from our page, and closed when rights end", async () => {
    const ticket = String((await second.post("/feed/ticket")).at("ticket"));
    const address = `${desk.url.replace("http", "ws")}/api/feed?ticket=${ticket}`;
    const refused = (headers: Record<string, string>) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(address, { headers });
        socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
        socket.once("error", () => undefined);
        socket.once("open", () => resolve(101));
      });
    expect(await refused({ Cookie: second.cookie })).toBe(403);
    expect(await refused({ Cookie: second.cookie, Origin: "null" })).toBe(403);
    expect(await refused({ Cookie: second.cookie, Origin: "https://evil.example" })).toBe(403);
    expect(await refused({ Origin: desk.url })).toBe(401);
    expect(await refused({ Cookie: first.cookie, Origin: desk.url })).toBe(403);
    expect(await refused({ Cookie: second.cookie, Origin: desk.url })).toBe(403);
    const listening = await listen(second);
    await until(() => listening.frames.length > 0);
    await (await desk.freshAdmin()).post(`/staff/${ids.second}/roles`, { roles: ["handler"] });
    expect(await listening.closed).toBe(4401);
  });
});
