import { createServer, type Server } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";
import express from "express";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { callbackRoutes } from "../../../src/channel/wecom/callback.js";
import { sealMessage, sign, type CallbackKeys } from "../../../src/channel/wecom/crypto.js";
import { hearEcho, hearMessage, sealJson, sealXml } from "../../../src/channel/wecom/envelope.js";
import { childText, readXml } from "../../../src/channel/wecom/xml.js";
import { silentLog } from "../../../src/log.js";
import { openSqlite } from "../../../src/store/sqlite/sqlite.js";
import type { WecomStore } from "../../../src/store/wecom-store.js";
import { makeFolder, removeFolder } from "../../store/temporary-folder.js";
import { VECTORS, type HttpVector } from "./vectors.js";

const keysOf = ({ token, aeskey, receiveid }: HttpVector): CallbackKeys => ({ token, aesKey: aeskey, receiveId: receiveid });
const GOOD = kfNotice();
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A notice that something was said to a 客服 account, as the platform brings it. */
function kfNotice(): HttpVector {
  const keys = { token: "t0ken", aeskey: Buffer.alloc(32, 7).toString("base64").slice(0, 43), receiveid: "ww0000000000000001" };
  const said = "<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>once</Token><OpenKfId>wk01</OpenKfId></xml>";
  const encrypt = sealMessage({ token: keys.token, aesKey: keys.aeskey, receiveId: keys.receiveid }, said);
  const [timestamp, nonce] = ["1767225600", "n0nce"];
  const signature = sign(keys.token, { timestamp, nonce, encrypt });
  return {
    ...keys,
    ...{ name: "kf notice", method: "POST", timestamp, nonce, encrypt, msg_signature: signature },
    query: new URLSearchParams({ msg_signature: signature, timestamp, nonce }).toString(),
    body: `<xml><ToUserName>${keys.receiveid}</ToUserName><Encrypt>${encrypt}</Encrypt></xml>`,
    expect_status: 200,
    expect_plaintext: said,
  };
}

interface Door {
  readonly url: string;
  readonly notices: string[];
}

async function open(keys: CallbackKeys, kfNotified: WecomStore["kfNotified"] = () => Promise.resolve()): Promise<Door> {
  const notices: string[] = [];
  const site = express();
  site.set("query parser", "simple");
  const onNotice = (openKfid: string): void => void notices.push(openKfid);
  const nothing = (): void => undefined;
  const onApp = (): Promise<undefined> => Promise.resolve(undefined);
  site.use(
    "/wecom",
    callbackRoutes({ keys, store: { kfNotified }, clock: Date.now, log: silentLog, onNotice, onAccounts: nothing, onApp }),
  );
  const server = createServer(site).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return { notices, url: `http://127.0.0.1:${(server.address() as { port: number }).port}/wecom/callback` };
}

const post = (url: string, vector: HttpVector): Promise<Response> =>
  fetch(`${url}?${vector.query}`, {
    method: "POST",
    headers: { "Content-Type": vector.content_type ?? "text/xml" },
    body: vector.body ?? "",
  });

describe.runIf(VECTORS !== undefined)("the published messages over the wire", () => {
  const http = VECTORS?.http ?? [];
  for (const vector of http) {
    test(vector.name, async () => {
      const { url, notices } = await open(keysOf(vector));
      const response = vector.method === "GET" ? await fetch(`${url}?${vector.query}`) : await post(url, vector);
      // The bot's message is JSON inside; it has an address of its own, tested below.
      const expected = vector.name === "post_json_aibot" ? 400 : vector.expect_status;
      expect(response.status).toBe(expected);
      const body = Buffer.from(await response.arrayBuffer());
      if (vector.expect_body !== undefined) expect(body.toString("latin1")).toBe(vector.expect_body);
      if (vector.expect_plaintext?.includes("kf_msg_or_event")) expect(notices).toHaveLength(1);
    });
  }

  test("what is inside is what is heard, whatever stands outside", () => {
    for (const vector of http.filter(({ expect_plaintext: plain }) => plain !== undefined)) {
      const query = Object.fromEntries(new URLSearchParams(vector.query));
      expect(hearMessage(keysOf(vector), { query, body: vector.body ?? "" })).toEqual({ kind: "heard", message: vector.expect_plaintext });
    }
  });
});

test("what we answer can be heard again, in XML and in JSON", () => {
  const keys = keysOf(GOOD);
  const xml = readXml(sealXml(keys, "<xml>好</xml>", { at: 1_767_225_600_000, nonce: "n1" }));
  const read = (name: string): string => (xml && childText(xml, name)) ?? "";
  const query = { msg_signature: read("MsgSignature"), timestamp: read("TimeStamp"), nonce: read("Nonce"), echostr: read("Encrypt") };
  expect(hearEcho(keys, { query, body: "" })).toEqual({ kind: "heard", message: "<xml>好</xml>" });
  const body = sealJson(keys, "{}", { at: 1_767_225_600_000, nonce: "n2" });
  const said = JSON.parse(body) as { msgsignature: string; timestamp: number; nonce: string };
  const asked = { msg_signature: said.msgsignature, timestamp: String(said.timestamp), nonce: said.nonce };
  expect(hearMessage(keys, { query: asked, body })).toEqual({ kind: "heard", message: "{}" });
});

/** Cuts, doubles, swaps and bends a text at some places. */
function mutate(text: string, cuts: readonly (readonly [number, string])[]): string {
  return cuts.reduce((now, [at, by]) => {
    const place = at % (now.length + 1);
    if (by === "cut") return now.slice(0, place);
    if (by === "drop") return now.slice(0, place) + now.slice(place + 1);
    if (by === "double") return now.slice(0, place) + now.slice(place / 2, place) + now.slice(place);
    return now.slice(0, place) + by + now.slice(place + by.length);
  }, text);
}

const cuts = fc.array(
  fc.tuple(
    fc.nat(2_000),
    fc.constantFrom("cut", "drop", "double", "<!", "]]>", "%00", "&", "=", "constructor", "__proto__", "A", "+", "é", "😀"),
  ),
  { minLength: 1, maxLength: 4 },
);

test("100,000 bent callbacks: none crashes, none is a fault of ours, none is believed", () => {
  let heard = 0;
  fc.assert(
    fc.property(cuts, fc.boolean(), (bends, inQuery) => {
      const query = Object.fromEntries(new URLSearchParams(inQuery ? mutate(GOOD.query, bends) : GOOD.query));
      const body = inQuery ? (GOOD.body ?? "") : mutate(GOOD.body ?? "", bends);
      const result = hearMessage(keysOf(GOOD), { query, body });
      if (result.kind === "refused") expect([400, 403]).toContain(result.status);
      // Outside the signed part anything may be bent; what is inside is whole or not heard at all.
      else expect([result.message, (heard += 1) > 0]).toEqual([GOOD.expect_plaintext, true]);
    }),
    { numRuns: 100_000 },
  );
  expect(heard).toBeLessThan(60_000);
}, 120_000);

test("bent callbacks over the wire get a refusal and leave nothing", async () => {
  const { url, notices } = await open(keysOf(GOOD));
  const bodies = fc.sample(cuts, 300).map((bends) => mutate(GOOD.body ?? "", bends));
  const whole = GOOD.body ?? "";
  for (const body of bodies.filter((bent) => !bent.includes(whole.slice(whole.indexOf("<Encrypt>"), whole.indexOf("</Encrypt>"))))) {
    const response = await fetch(`${url}?${GOOD.query}`, { method: "POST", body });
    expect(response.status).toBeLessThan(500);
    expect(response.status).toBeGreaterThanOrEqual(400);
  }
  expect(notices).toEqual([]);
});

test("while the disk does not answer the callback is refused within a second, so that it is brought again", async () => {
  const folder = await makeFolder();
  const store = await openSqlite({ folder });
  const { url } = await open(keysOf(GOOD), (notice) => store.kfNotified(notice));
  expect((await post(url, GOOD)).status).toBe(200);
  const other = new Database(join(folder, "hotline.db"));
  other.exec("BEGIN IMMEDIATE");
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(url, GOOD)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 500));
  // A promise to the platform, which hangs up after five; a slow machine is given the rest.
  expect(performance.now() - began).toBeLessThan(4_000);
  other.exec("ROLLBACK");
  other.close();
  const dead = await open(keysOf(GOOD), () => new Promise(() => undefined));
  expect((await post(dead.url, GOOD)).status).toBe(500);
  await expect.poll(async () => (await post(url, GOOD)).status, { timeout: 5_000 }).toBe(200);
  await store.close();
  await removeFolder(folder);
});
