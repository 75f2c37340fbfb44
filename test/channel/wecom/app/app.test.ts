import fc from "fast-check";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { conversationOfMember, memberOf, readMember } from "../../../../src/channel/wecom/app/heard.js";
import { readXml, writeXml } from "../../../../src/channel/wecom/xml.js";
import { stage } from "../../../support/stage.js";
import { openKf, type KfWorld } from "../../../wecom/open-kf.js";
import { AGENT_ID, KEYS } from "../../../wecom/keys.js";

vi.setConfig({ testTimeout: 90_000 });
beforeAll(() => void stage(), 120_000);

const worlds: KfWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const message = (more: Readonly<Record<string, string | number>>): string =>
  writeXml({ ToUserName: KEYS.receiveId, FromUserName: "zhang.mou", CreateTime: 1_790_000_000, AgentID: AGENT_ID, ...more });
const textOf = (content: string, MsgId: string): string => message({ MsgType: "text", Content: content, MsgId });

test("a member asks in the app and is answered once, however often the platform tells of it", async () => {
  const world = await openKf();
  worlds.push(world);
  const { app, callbacks } = world.standIn;
  app.members.add("zhang.mou");
  callbacks.copies = () => 3;
  callbacks.send(textOf("没签合同能要双倍工资吗", "4561255354251345929"));
  await expect.poll(() => app.shown.length, { timeout: 15_000 }).toBe(2);
  callbacks.send(message({ MsgType: "event", Event: "enter_agent", EventKey: "" }));
  callbacks.send(textOf("1", "4561255354251345930"));
  await expect.poll(() => app.shown.length, { timeout: 15_000 }).toBeGreaterThan(2);
  const said = app.shown.map(({ body }) => (body["text"] as { content: string }).content);
  expect(said.slice(0, 2).join("\n")).toContain("《劳动合同法》第八十二条");
  expect(said[1]).toMatch(/可以回复：\n1\. /);
  await callbacks.idle();
  expect(callbacks.answers.every(({ status, body }) => status === 200 && body === "")).toBe(true);
});

test("whom the platform cannot reach is shown to staff, not tried for ever", async () => {
  const world = await openKf();
  worlds.push(world);
  world.standIn.callbacks.send(textOf("没签合同能要双倍工资吗", "1"));
  await expect.poll(() => world.logged.filter((line) => line.includes("reply-parked")).length, { timeout: 15_000 }).toBe(2);
  expect(world.standIn.calls.get("message/send")).toBe(2);
});

test("any member's id finds its way back; a stranger's is none of ours", () => {
  fc.assert(fc.property(fc.stringMatching(/^[\w.@-]{1,64}$/), (userid) => memberOf(conversationOfMember(userid)) === userid));
  for (const userid of ["", "othercorp/zhang", "constructor x", "张某", "a".repeat(65)]) {
    const root = readXml(writeXml({ FromUserName: userid, MsgType: "text", Content: "x", MsgId: "1" }));
    expect(root && readMember(root, 1)).toBeUndefined();
  }
});
