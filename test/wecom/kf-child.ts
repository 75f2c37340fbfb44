// A process to be killed: 微信客服 on a folder, with turns that say back what was said. `open FOLDER API_BASE PORT` on
// stdin; says `open` when it serves. `stop` ends it in good order.
import { createServer } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import express from "express";
import { openWecom } from "../../src/channel/wecom/wecom.js";
import { systemIds } from "../../src/ids.js";
import { silentLog } from "../../src/log.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { readWecomSettings } from "../../src/wecom-settings.js";
import { deliver } from "../delivery/fixtures.js";
import { AGENT_ID, KEYS, SECRET } from "./keys.js";

let end = (): Promise<void> => Promise.resolve();

async function open(folder: string, apiBase: string, port: string): Promise<void> {
  const choice = readWecomSettings({
    ...{ WECOM_CORP_ID: KEYS.receiveId, WECOM_AGENT_ID: String(AGENT_ID), WECOM_SECRET: SECRET, WECOM_API_BASE: apiBase },
    ...{ WECOM_TOKEN: KEYS.token, WECOM_AES_KEY: KEYS.aesKey },
  });
  if (choice.kind !== "on") throw new Error("settings");
  const store = await openSqlite({ folder, deadlineMs: 20_000 });
  const parts = { store, clock: Date.now, ids: systemIds(Date.now), log: silentLog };
  const times = { mergeMs: 0, roundMs: 500, retryFirstMs: 50 };
  const wecom = openWecom({ ...parts, ...times, settings: choice.settings, filesFolder: join(folder, "files") });
  const delivery = deliver(store, { channels: wecom.channels, retryFirstMs: 20 });
  await delivery.resume();
  const site = express();
  site.set("query parser", "simple");
  site.use("/wecom", wecom.routes);
  const server = createServer(site);
  await new Promise<void>((resolve) => server.listen(Number(port), "127.0.0.1", resolve));
  wecom.start(delivery);
  end = async () => {
    server.close();
    server.closeAllConnections();
    await wecom.stop();
    await delivery.drain();
    await store.close();
  };
  process.stdout.write("open\n");
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const [word, folder = "", apiBase = "", port = ""] = line.split(" ");
  if (word === "open") void open(folder, apiBase, port);
  else void end().then(() => process.exit(0));
});
