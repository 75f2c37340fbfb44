import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildApp } from "../src/app.js";
import { readConfig } from "../src/config.js";
import { silentLog } from "../src/log.js";
import { Listener } from "./channel/webchat/listener.js";
import { openTestApp } from "./channel/webchat/open-app.js";
import { Visitor } from "./channel/webchat/visitor.js";
import { stage } from "./support/stage.js";

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "hotline-app-"));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

test("stopped and started on the same folder: sockets are told to come back, and find everything", async () => {
  const config = readConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder() });
  const open = async () => {
    const app = await buildApp({ config, log: silentLog, stage: { ...stage(), short: false } });
    return { app, url: `http://127.0.0.1:${await app.ready()}` };
  };
  const first = await open();
  const visitor = await Visitor.arrive(first.url);
  const listener = await Listener.open(visitor.opened.streamUrl);
  await visitor.say("没签合同能要双倍工资吗");
  const acknowledged = await visitor.post({ type: "message", text: "转人工" });
  expect(acknowledged.status).toBe(200);
  const { id } = (await acknowledged.json()) as { id: string };
  await first.app.stop();
  expect(await listener.closed).toBe(1001);
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow();

  const second = await open();
  const headers = { Authorization: `Bearer ${visitor.opened.token}` };
  const page = await fetch(`${second.url}/directline/conversations/${visitor.id}/activities`, { headers });
  const { activities } = (await page.json()) as { activities: readonly { id: string; replyToId?: string }[] };
  expect(activities.slice(0, listener.ids.length).map((one) => one.id)).toEqual(listener.ids);
  expect(activities.filter(({ replyToId }) => replyToId === id)).toHaveLength(1);
  await second.app.stop();
});

test("figures have a listener of their own and none of them is public", async () => {
  const free = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => free.once("listening", resolve));
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const here = await openTestApp({ settings: { METRICS_PORT: String(port) } });
  const visitor = await Visitor.arrive(here.url);
  await visitor.say("没签合同能要双倍工资吗");
  const listener = await Listener.open(visitor.opened.streamUrl);
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  for (const line of [
    'hotline_turns_total{outcome="answered"} 1',
    'hotline_turns_total{outcome="greeted"} 1',
    "hotline_sockets 1",
    "hotline_outbox_waiting 0",
    "hotline_turn_seconds_count 2",
    "nodejs_eventloop_lag_p99_seconds",
  ]) {
    expect(figures).toContain(line);
  }
  expect((await fetch(`${here.url}/metrics`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  listener.socket.close();
  await here.close();
});

test("the page is served with its assets, and nothing beside them", async () => {
  const pageFolder = folder();
  mkdirSync(join(pageFolder, "assets"));
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>在线咨询</title>");
  writeFileSync(join(pageFolder, "assets", "main-1a2b.js"), "export {};");
  writeFileSync(join(pageFolder, "assets", ".hidden"), "x");
  writeFileSync(join(pageFolder, "secret.txt"), "x");
  const here = await openTestApp({ pageFolder });
  const page = await fetch(`${here.url}/`);
  expect([page.status, page.headers.get("Cache-Control"), page.headers.get("Content-Type")]).toEqual([
    200,
    "no-cache",
    "text/html; charset=utf-8",
  ]);
  const asset = await fetch(`${here.url}/assets/main-1a2b.js`);
  expect([asset.status, asset.headers.get("Cache-Control")]).toEqual([200, "public, max-age=31536000, immutable"]);
  for (const path of ["/secret.txt", "/assets/.hidden", "/assets/", "/assets", "/assets/..%2fsecret.txt"])
    expect((await fetch(here.url + path)).status).toBe(404);
  await here.close();
});

test("one address has so many connections and no more", async () => {
  const here = await openTestApp({ limits: { connectionsPerPeer: 3 } });
  const sockets: Socket[] = [];
  const refused: Socket[] = [];
  for (let count = 0; count < 5; count += 1) {
    const socket = connect(here.port, "127.0.0.1").on("error", () => undefined);
    socket.resume().once("close", () => refused.push(socket));
    sockets.push(socket);
    await new Promise((resolve) => socket.once("connect", resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(refused).toEqual(sockets.slice(3));
  for (const socket of sockets) socket.destroy();
  await here.close();
});
