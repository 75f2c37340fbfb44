import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { conversationOf } from "../../../../src/channel/wecom/kf/listed.js";
import type { Owner } from "../../../../src/conversation/conversation.js";
import { openSqlite } from "../../../../src/store/sqlite/sqlite.js";
import type { Kept } from "../../../../src/store/kept.js";
import { stage } from "../../../support/stage.js";
import { ACCOUNT } from "../../../wecom/keys.js";
import { itemsOf, openKf, Phone, type KfWorld, type KfWorldOptions } from "../../../wecom/open-kf.js";

vi.setConfig({ testTimeout: 90_000 });
// Learning is done once and not within a test's time.
beforeAll(() => void stage(), 120_000);

const HOUR = 3_600_000;
const worlds: KfWorld[] = [];
let store: Kept;

/** The app, and its store in the test's hand. */
async function open(options: KfWorldOptions = {}): Promise<KfWorld> {
  const openStore = async (folder: string): Promise<Kept> => (store = await openSqlite({ folder }));
  const world = await openKf({ ...options, app: { openStore, ...options.app } });
  worlds.push(world);
  return world;
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const matters = () => store.listMatters({ tab: "all", staffId: "", now: Date.now(), limit: 50 });
const codes = async (): Promise<readonly string[]> =>
  (await matters()).matters.flatMap(({ about }) => (about.kind === "parked" ? [about.code] : [about.kind]));
const setOwner = (userid: string, owner: Owner): Promise<void> =>
  store.kfSetOwner({ conversationId: conversationOf(ACCOUNT, userid), owner, from: "any" });
const settle = (ms = 300): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("what cannot go out", () => {
  test("waits for the person to write, is shown to staff meanwhile, and then goes out once", async () => {
    const world = await open();
    const phone = new Phone(world, "wmHeld");
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(2);
    const conversationId = conversationOf(ACCOUNT, "wmHeld");
    // As if five had been sent already.
    for (let count = 0; count < 5; count++) {
      const line = await store.transcript(conversationId, 0, 10);
      await store.kfBeginSend({ msgid: `used-${count}`, entryId: line[1]?.id ?? "", conversationId, at: world.now() });
    }
    world.standIn.mishap = ({ api }) => (api === "kf/send_msg" ? { errcode: 95001 } : undefined);
    const before = phone.received.length;
    phone.say("加班费怎么算");
    // The person wrote, so the window is open for us; the platform says otherwise.
    await expect.poll(codes, { timeout: 15_000 }).toContain("channel-refused");
    expect(phone.received.length).toBe(before);
    world.standIn.mishap = () => undefined;
    phone.say("谢谢");
    await phone.receives(before + 2);
    await settle();
    const said = phone.received.slice(before).map(({ msgid }) => msgid);
    expect(new Set(said).size).toBe(said.length);
    await expect.poll(codes).not.toContain("channel-refused");
  });

  test("after 48 hours is held without asking the platform", async () => {
    const world = await open();
    const phone = new Phone(world, "wmLate");
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(2);
    const [line] = await store.transcript(conversationOf(ACCOUNT, "wmLate"), 1, 1);
    const attempt = { msgid: "m-late", entryId: line?.id ?? "", conversationId: conversationOf(ACCOUNT, "wmLate") };
    expect((await store.kfBeginSend({ ...attempt, at: world.now() })).kind).toBe("send");
    expect((await store.kfBeginSend({ ...attempt, msgid: "m-2", at: world.now() + 48 * HOUR })).kind).toBe("held");
  });

  test("that the platform reports late is shown to staff", async () => {
    const world = await open();
    const phone = new Phone(world, "wmFail");
    world.standIn.kf.failLater = () => 10;
    phone.say("没签合同能要双倍工资吗");
    await expect.poll(codes, { timeout: 15_000 }).toContain("wecom-fail-10");
    expect(phone.received).toEqual([]);
  });

  test("in an outage goes out when the platform is back", async () => {
    const world = await open({ roundMs: 20 });
    const phone = new Phone(world, "wmOutage");
    world.standIn.mishap = ({ api }) => (api.startsWith("gettoken") || api.startsWith("kf/sync") ? undefined : { errcode: 60020 });
    phone.say("没签合同能要双倍工资吗");
    await expect.poll(codes, { timeout: 60_000 }).toContain("channel-unavailable");
    world.standIn.mishap = () => undefined;
    await phone.receives(1);
    await expect.poll(codes, { timeout: 15_000 }).not.toContain("channel-unavailable");
  }, 90_000);
});

describe("a person and the bot", () => {
  test("at our desk: the bot is silent, and of danger the desk is told", async () => {
    const world = await open();
    const phone = new Phone(world, "wmDesk");
    phone.say("转人工");
    await phone.receives(1);
    await settle();
    const before = phone.received.length;
    await setOwner("wmDesk", { by: "staff", staffId: "s1", name: "王某" });
    phone.say("没签合同能要双倍工资吗");
    await settle(600);
    expect(phone.received.length).toBe(before);
    phone.say("我不想活了");
    await expect.poll(async () => (await codes()).length, { timeout: 15_000 }).toBe(2);
    expect(phone.received.length).toBe(before);
  });

  test("an answer decided before staff took over is not sent", async () => {
    const world = await open();
    const phone = new Phone(world, "wmRace");
    world.standIn.mishap = ({ api }) => (api === "kf/service_state/get" ? "lost" : undefined);
    phone.say("没签合同能要双倍工资吗");
    await expect.poll(() => world.standIn.calls.get("kf/service_state/get") ?? 0, { timeout: 10_000 }).toBeGreaterThan(0);
    await setOwner("wmRace", { by: "staff", staffId: "s1", name: "王某" });
    world.standIn.mishap = () => undefined;
    await expect.poll(codes, { timeout: 10_000 }).toContain("channel-refused");
    expect(phone.received).toEqual([]);
  });

  test("in the WeCom client: passed to the pool after the answer; both sides are kept; ended, the bot helps again", async () => {
    const world = await open({ settings: { WECOM_KF_NATIVE: ACCOUNT }, roundMs: 20 });
    const { kf } = world.standIn;
    const phone = new Phone(world, "wmNative");
    phone.say("转人工");
    await phone.receives(1);
    await expect.poll(() => kf.stateOf(ACCOUNT, "wmNative"), { timeout: 15_000 }).toBe(2);
    expect(await codes()).toContain("handoff");
    const before = phone.received.length;
    phone.say("有人吗");
    kf.staffSays(ACCOUNT, "wmNative", { servicer: "wangmou", content: "您好，我是工会的王某" });
    const lines = (): Promise<readonly string[]> =>
      store.transcript(conversationOf(ACCOUNT, "wmNative"), 0, 50).then((all) => all.map(({ from, text }) => `${from}:${text}`));
    await expect.poll(lines, { timeout: 15_000 }).toContain("staff:您好，我是工会的王某");
    phone.say("没签合同能要双倍工资吗");
    await settle(500);
    expect(await lines()).toContain("worker:没签合同能要双倍工资吗");
    expect(phone.received.length).toBe(before);
    kf.staffEnds(ACCOUNT, "wmNative");
    await settle(300);
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(before + 1);
  });

  test("nobody takes it: after ten minutes people are told, urgently", async () => {
    const world = await open({ settings: { WECOM_KF_NATIVE: ACCOUNT }, roundMs: 20 });
    const phone = new Phone(world, "wmPool");
    phone.say("转人工");
    await expect.poll(() => world.standIn.kf.stateOf(ACCOUNT, "wmPool"), { timeout: 15_000 }).toBe(2);
    await settle(100);
    expect(await codes()).not.toContain("nobody-took");
    world.pass(11 * 60_000);
    await expect.poll(codes, { timeout: 15_000 }).toContain("nobody-took");
  });
});

describe("what came in", () => {
  test("taken back is hidden, and an answer not sent yet is not sent", async () => {
    const world = await open();
    const phone = new Phone(world, "wmRecall");
    const msgid = phone.say("我的身份证号码是张某的秘密");
    await phone.receives(1);
    world.standIn.kf.recall(ACCOUNT, "wmRecall", msgid);
    const texts = (): Promise<readonly string[]> =>
      store.transcript(conversationOf(ACCOUNT, "wmRecall"), 0, 50).then((all) => all.map(({ text }) => text));
    await expect.poll(texts, { timeout: 15_000 }).toContain("（对方撤回了这条消息）");
    expect((await texts()).join("")).not.toContain("秘密");
  });

  test("a forwarded chat log is kept as a file; strange kinds are asked for in words; nothing stops the rest", async () => {
    const world = await open();
    const phone = new Phone(world, "wmKinds");
    const item = (msgtype: string, msg_content: string) => ({ send_time: 1_767_225_600, sender_name: "包工头", msgtype, msg_content });
    const inner = JSON.stringify({ merged_msg: { title: "群聊", item: [item("text", JSON.stringify({ text: { content: "里层" } }))] } });
    const items = [
      item("text", JSON.stringify({ text: { content: "工资下月给" } })),
      item("merged_msg", inner),
      item("text", "{bad"),
      5,
      null,
    ];
    phone.send({ msgtype: "merged_msg", merged_msg: { title: "聊天记录", item: items } });
    await phone.receives(1);
    const [line] = await store.transcript(conversationOf(ACCOUNT, "wmKinds"), 0, 1);
    expect(line?.attachments).toMatchObject([{ name: "聊天记录.txt" }]);
    for (const msgtype of ["channels", "meeting", "constructor", "__proto__"]) phone.send({ msgtype, [msgtype]: { x: 1 } });
    world.standIn.kf.say(ACCOUNT, "wmKinds", { msgtype: "voice", voice: { media_id: "gone" } });
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(2);
    await expect.poll(() => store.kfWaiting(0, 10)).toEqual([]);
  });

  test("a click on an old menu does not answer a later question", async () => {
    const world = await open();
    const phone = new Phone(world, "wmClicks");
    phone.say("留言");
    await phone.receives(1);
    const first = phone.received.flatMap(({ message }) => itemsOf(message));
    phone.say("老板欠薪三个月，工地上一共十个人");
    const count = phone.received.length;
    await phone.receives(count + 1);
    await settle();
    const now = phone.received.length;
    const old = first.find(({ content }) => !["取消", "稍后", "转人工"].includes(content)) ?? first[0];
    if (old === undefined) return;
    phone.say(old.content, old.id);
    await phone.receives(now + 1);
    const [line] = (await store.transcript(conversationOf(ACCOUNT, "wmClicks"), 0, 50)).filter(({ from }) => from === "worker").slice(-1);
    expect(line?.text).toBe("重复");
  });

  test("what is older than the first start is not answered; who was left without an answer is put in front of people", async () => {
    const world = await open({
      prepare: ({ kf }) => {
        kf.say(ACCOUNT, "wmOld", { msgtype: "text", text: { content: "老板欠薪怎么办" } });
        kf.say(ACCOUNT, "wmServed", { msgtype: "text", text: { content: "在吗" } });
        kf.staffSays(ACCOUNT, "wmServed", { servicer: "wangmou", content: "在" });
      },
      app: { clock: () => Date.now() + HOUR },
    });
    await expect.poll(codes, { timeout: 10_000 }).toEqual(["unanswered-before-start"]);
    expect(new Phone(world, "wmOld").received).toEqual([]);
    expect(await store.transcript(conversationOf(ACCOUNT, "wmOld"), 0, 5)).toMatchObject([{ from: "worker", text: "老板欠薪怎么办" }]);
  });
});
