import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { stage } from "../../../support/stage.js";
import { ACCOUNT } from "../../../wecom/keys.js";
import { itemsOf, openKf, Phone, wordsOf, type KfWorld, type KfWorldOptions } from "../../../wecom/open-kf.js";
import { conversationOf } from "../../../../src/channel/wecom/kf/listed.js";

vi.setConfig({ testTimeout: 90_000 });
beforeAll(() => void stage(), 120_000);

const worlds: KfWorld[] = [];
async function open(options?: KfWorldOptions): Promise<KfWorld> {
  const world = await openKf(options);
  worlds.push(world);
  return world;
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

describe("a person on WeChat", () => {
  test("is greeted with a menu when entering, once", async () => {
    const world = await open();
    const phone = new Phone(world, "wmZhang");
    world.standIn.kf.enter(ACCOUNT, "wmZhang");
    const [greeting] = await phone.receives(1);
    expect(greeting?.msgtype).toBe("msgmenu");
    expect(itemsOf(greeting?.message ?? {}).length).toBeGreaterThan(2);
    world.standIn.kf.enter(ACCOUNT, "wmZhang");
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(2);
    expect(
      phone.received.filter(({ msgtype, message }) => msgtype === "msgmenu" && wordsOf(message) === wordsOf(greeting?.message ?? {})),
    ).toHaveLength(1);
  });

  test("asks, is answered in at most two messages, and clicks on", async () => {
    const world = await open();
    const phone = new Phone(world, "wmLi");
    phone.say("没签合同能要双倍工资吗");
    await phone.receives(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const answer = phone.received;
    expect(answer.length).toBeLessThanOrEqual(2);
    expect(answer.map(({ message }) => wordsOf(message)).join("\n")).toContain("《劳动合同法》第八十二条");
    expect(itemsOf(answer.at(-1)?.message ?? {}).map(({ content }) => content)).toContain("转人工");
    phone.click("转人工");
    const more = await phone.receives(answer.length + 1);
    expect(wordsOf(more[answer.length]?.message ?? {})).toMatch(/编号 [\w-]{9}/);
  });

  test("who sends words in pieces and a photo is answered once", async () => {
    const world = await open({ mergeMs: 150 });
    const phone = new Phone(world, "wmWang");
    const media_id = world.standIn.media.put(Buffer.from("\xff\xd8\xff photo", "latin1"), "a.jpg");
    phone.say("老板");
    phone.say("欠我三个月工资");
    phone.send({ msgtype: "image", image: { media_id } });
    await phone.receives(1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(phone.received.length).toBeLessThanOrEqual(2);
    expect(wordsOf(phone.received[0]?.message ?? {})).toContain("1 个文件");
  });
});

test("nothing secret and no word of a person is in a log line", async () => {
  const world = await open();
  const phone = new Phone(world, "wmSecretive");
  phone.say("没签合同能要双倍工资吗，我叫张某某");
  await phone.receives(1);
  world.standIn.tokens.revoke();
  phone.say("转人工");
  await phone.receives(3);
  const log = world.logged.join("\n");
  expect(log).toContain("turn-committed");
  expect(log).toContain(conversationOf(ACCOUNT, "wmSecretive"));
  for (const secret of [
    "张某某",
    "双倍工资",
    "token-",
    "secret-of-the-app",
    "t0kenForTests",
    "abcdefghijklm",
    "access_token",
    "ENC",
    "wmSecretive",
  ]) {
    expect(log).not.toContain(secret);
  }
});
