import { afterEach, describe, expect, test } from "vitest";
import { createClient, type WecomClient } from "../../../src/channel/wecom/client.js";
import { createLog } from "../../../src/log.js";
import { openSqlite } from "../../../src/store/sqlite/sqlite.js";
import type { WecomStore } from "../../../src/store/wecom-store.js";
import { makeFolder, removeFolder } from "../../store/temporary-folder.js";
import { AGENT_ID, KEYS, SECRET } from "../../wecom/keys.js";
import { StandIn } from "../../wecom/stand-in.js";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

let now = 1_790_000_000_000;
const clock = (): number => now;

async function open() {
  const standIn = new StandIn({ clock, keys: KEYS, secret: SECRET, agentId: AGENT_ID });
  const apiBase = await standIn.open();
  ends.push(() => standIn.close());
  const folder = await makeFolder();
  const store = await openSqlite({ folder });
  ends.push(async () => {
    await store.close();
    await removeFolder(folder);
  });
  const logged: string[] = [];
  const client = (secret = SECRET, shared: WecomStore = store): WecomClient =>
    createClient({
      settings: { apiBase, corpId: KEYS.receiveId, secret },
      store: shared,
      clock,
      log: createLog((line) => logged.push(line)),
    });
  return { standIn, client, store, logged };
}

const list = { api: "kf/account/list", body: {} };

describe("the token", () => {
  test("is fetched once for fifty calls at once and for two clients of one store", async () => {
    const { standIn, client } = await open();
    const [one, two] = [client(), client()];
    await Promise.all(Array.from({ length: 50 }, () => one.call(list)));
    await Promise.all(Array.from({ length: 50 }, () => two.call(list)));
    expect(standIn.calls.get("gettoken")).toBe(1);
  });

  test.each([1, 2])("taken back it is fetched anew and the call made again, whichever code says so", async (times) => {
    const { standIn, client } = await open();
    const one = client();
    for (let count = 0; count < times; count++) {
      await one.call(list);
      standIn.tokens.revoke();
    }
    expect((await one.call(list)).kind).toBe("ok");
    expect(standIn.calls.get("gettoken")).toBe(times + 1);
  });

  test("is renewed before it ends", async () => {
    const { standIn, client } = await open();
    const one = client();
    await one.call(list);
    now += 6_500_000;
    await one.call(list);
    expect(standIn.calls.get("gettoken")).toBe(1);
    now += 700_000;
    expect((await one.call(list)).kind).toBe("ok");
    expect(standIn.calls.get("gettoken")).toBe(2);
  });

  test("that the store will not keep is kept in memory", async () => {
    const { standIn, client, store } = await open();
    const refuse = (): Promise<never> => Promise.reject(new Error("store-unavailable"));
    const one = client(SECRET, { ...store, wecomToken: refuse, wecomKeepToken: refuse, wecomDropToken: refuse });
    for (let count = 0; count < 20; count++) await one.call(list);
    expect(standIn.calls.get("gettoken")).toBe(1);
  });

  test("with a wrong secret is asked for once a minute and no more", async () => {
    const { standIn, client } = await open();
    const one = client("another-secret-0123456789");
    for (let count = 0; count < 20; count++) await expect(one.call(list)).rejects.toMatchObject({ code: "channel-unavailable" });
    expect(standIn.calls.get("gettoken")).toBe(1);
    now += 61_000;
    await expect(one.call(list)).rejects.toThrow();
    expect(standIn.calls.get("gettoken")).toBe(2);
  });
});

test("an API over its frequency is left alone for its minute, the others are not", async () => {
  const { standIn, client } = await open();
  const one = client();
  standIn.burstMax = 3;
  for (let count = 0; count < 3; count++) await one.call(list);
  expect(await one.call(list)).toMatchObject({ kind: "refused", errcode: 45009, policy: "frequency" });
  await expect(one.call(list)).rejects.toThrow();
  expect(standIn.calls.get("kf/account/list")).toBe(4);
  expect((await one.call({ api: "kf/sync_msg", body: { open_kfid: "wkNone" } })).kind).toBe("refused");
  now += 61_000;
  expect((await one.call(list)).kind).toBe("ok");
});

test("an untrusted address is told to the administrator, and nothing secret is", async () => {
  const { standIn, client, logged } = await open();
  const one = client();
  await one.call(list);
  standIn.untrustedAddress = "203.0.113.9";
  expect(await one.call(list)).toMatchObject({ policy: "settings", errcode: 60020 });
  standIn.mishap = () => "lost";
  await expect(one.call(list)).rejects.toMatchObject({ code: "channel-unavailable", retryable: true });
  expect(logged.join("\n")).toContain("wecom-needs-administrator");
  for (const secret of [SECRET, "token-1", "access_token", "127.0.0.1"]) expect(logged.join("\n")).not.toContain(secret);
});
