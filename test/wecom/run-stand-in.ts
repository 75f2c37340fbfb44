// A stand-in of WeCom with a phone to try 微信客服 by hand, and the app talking to it. Nothing is kept.
import { mkdtempSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/log.js";
import { ACCOUNT, AGENT_ID, KEYS, SECRET } from "./keys.js";
import { PHONE_PAGE } from "./phone-page.js";
import { StandIn } from "./stand-in.js";

const PHONE_PORT = Number(process.env["PHONE_PORT"] ?? 3100);

let offset = 0;
const clock = (): number => Date.now() + offset;
const standIn = new StandIn({ clock, keys: KEYS, secret: SECRET, agentId: AGENT_ID });
standIn.kf.addAccount(ACCOUNT);
const config = readConfig({
  ...{ PORT: process.env["PORT"] ?? "3000", HOST: "127.0.0.1", LOG_LEVEL: "warn", DATA_DIR: mkdtempSync(join(tmpdir(), "hotline-wecom-")) },
  ...{ WECOM_API_BASE: await standIn.open(), WECOM_CORP_ID: KEYS.receiveId, WECOM_AGENT_ID: String(AGENT_ID), WECOM_SECRET: SECRET },
  ...{ WECOM_TOKEN: KEYS.token, WECOM_AES_KEY: KEYS.aesKey, WECOM_KF_NATIVE: process.env["WECOM_KF_NATIVE"] },
});
const app = await buildApp({ config, clock, log: createLog(undefined, "warn") });
standIn.callbacks.url = `http://127.0.0.1:${await app.ready()}/wecom/callback`;

createServer((request, response) => void serve(request, response)).listen(PHONE_PORT, "127.0.0.1", () => {
  process.stdout.write(`手机在 http://127.0.0.1:${PHONE_PORT}/ ，按 Ctrl+C 结束。\n`);
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://phone");
  const userid = /^\w{1,32}$/.test(searchParams.get("user") ?? "") ? `wm${searchParams.get("user") ?? ""}` : "wmguest";
  if (pathname === "/") return void response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(PHONE_PAGE);
  if (request.method === "POST") await act(pathname, userid, request);
  const body = { state: standIn.kf.stateOf(ACCOUNT, userid), now: clock(), seen: standIn.kf.seen(ACCOUNT, userid) };
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

async function act(path: string, userid: string, request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const { kf, media } = standIn;
  switch (path) {
    case "/enter":
      return kf.enter(ACCOUNT, userid);
    case "/say":
      return void kf.say(ACCOUNT, userid, { msgtype: "text", text: JSON.parse(bytes.toString("utf8")) as object });
    case "/photo":
      return void kf.say(ACCOUNT, userid, { msgtype: "image", image: { media_id: media.put(bytes, "photo.jpg") } });
    case "/recall": {
      const last = kf.seen(ACCOUNT, userid).findLast(({ from }) => from === "person");
      return last === undefined ? undefined : kf.recall(ACCOUNT, userid, last.msgid);
    }
    case "/staff":
      return kf.staffSays(ACCOUNT, userid, { servicer: "wangmou", content: bytes.toString("utf8") });
    case "/end":
      return kf.staffEnds(ACCOUNT, userid);
    case "/later":
      offset += 24 * 3_600_000;
  }
}
