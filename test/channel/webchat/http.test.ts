import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OutsideError } from "../../../src/errors.js";
import { openSqlite } from "../../../src/store/sqlite/sqlite.js";
import type { Kept } from "../../../src/store/kept.js";
import { openTestApp, type TestApp } from "./open-app.js";
import { Visitor } from "./visitor.js";

const QUESTION = "没签合同能要双倍工资吗";
const DAY_MS = 86_400_000;

let here: TestApp;
let now = Date.parse("2026-11-24T02:00:00Z");
let storeFails = false;

beforeAll(async () => {
  here = await openTestApp({
    clock: () => now,
    settings: { ALLOWED_ORIGINS: "https://union.example" },
    openStore: async (folder) => failing(await openSqlite({ folder })),
  });
});
afterAll(() => here.close());

/** The disk that will not, when told so. */
function failing(store: Kept): Kept {
  const orRefuse = <R>(work: () => Promise<R>): Promise<R> =>
    storeFails ? Promise.reject(new OutsideError("store-unavailable", true)) : work();
  return {
    ...store,
    transcript: (id, after, limit) => orRefuse(() => store.transcript(id, after, limit)),
    receive: (activity) => orRefuse(() => store.receive(activity)),
    ping: () => orRefuse(() => store.ping()),
  };
}

async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(error.message).toMatch(/\p{Script=Han}/u);
  return `${response.status} ${error.code}`;
}

const post = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${here.url}${path}`, { method: "POST", ...init });
const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
const json = { "Content-Type": "application/json" };

describe("a conversation", () => {
  test("begins with one greeting and its buttons, and a question gets a cited answer", async () => {
    const visitor = await Visitor.arrive(here.url);
    const [greeting] = await visitor.lines(1);
    expect(greeting?.from.role).toBe("bot");
    expect(greeting?.suggestedActions?.actions.map(({ title }) => title)).toContain("转人工");
    const replies = await visitor.say(QUESTION);
    expect(replies.at(-1)?.text).toContain("《劳动合同法》第八十二条");
    expect(replies.at(-1)?.channelData?.sources?.map(({ article }) => article)).toContain("第八十二条");
    expect((await visitor.page()).activities.filter(({ text }) => text === greeting?.text)).toHaveLength(1);
  });

  test("the line's author is the token's, whatever the message says", async () => {
    const visitor = await Visitor.arrive(here.url);
    await visitor.say("你好");
    const own = (await visitor.page()).activities.filter(({ from }) => from.role === "user");
    expect(own.map(({ from }) => from.id)).toEqual([expect.stringMatching(/^dl_[0-9a-f]{16}$/)]);
  });

  test("the same client id again is the same message", async () => {
    const visitor = await Visitor.arrive(here.url);
    const body = { type: "message", text: "你好", channelData: { clientActivityID: "a1" } };
    const ids = await Promise.all(
      [visitor.post(body), visitor.post(body), visitor.post(body)].map(async (sent) => ((await (await sent).json()) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(1);
    await visitor.repliesTo(ids[0] ?? "");
    const own = (await visitor.page()).activities.filter(({ from }) => from.role === "user");
    expect(own.map(({ channelData }) => channelData?.clientActivityID)).toEqual(["a1"]);
  });

  test("typing and unknown events are acknowledged and leave no line; webchat/join does not greet twice", async () => {
    const visitor = await Visitor.arrive(here.url);
    await visitor.lines(1);
    for (const body of [
      { type: "typing" },
      { type: "event", name: "x", value: 1 },
      { type: "event", name: "webchat/join" },
      { type: "conversationUpdate" },
    ]) {
      expect((await visitor.post(body)).status).toBe(200);
    }
    await visitor.say("你好");
    expect((await visitor.page()).activities.filter(({ from }) => from.role === "bot" && from.id === "bot")[0]).toBeDefined();
    expect((await visitor.page()).activities.filter(({ text }) => text.startsWith("您好，这里是"))).toHaveLength(1);
  });

  test("who comes back another day is greeted again", async () => {
    const visitor = await Visitor.arrive(here.url);
    await visitor.lines(1);
    now += DAY_MS;
    await visitor.post({ type: "event", name: "webchat/join" });
    expect(await visitor.lines(2)).toHaveLength(2);
  });
});

describe("tokens", () => {
  test("generate, begin, refresh", async () => {
    const { token, conversationId } = (await (await post("/directline/tokens/generate")).json()) as {
      token: string;
      conversationId: string;
    };
    const early = await fetch(`${here.url}/directline/conversations/${conversationId}/activities`, { headers: bearer(token) });
    expect(await refusal(early)).toBe("404 not-found");
    const visitor = await Visitor.arrive(here.url, token);
    expect(visitor.id).toBe(conversationId);
    await visitor.lines(1);
    const again = await post("/directline/conversations", { headers: bearer(token) });
    expect(again.status).toBe(200);
    const refreshed = await post("/directline/tokens/refresh", { headers: bearer(visitor.opened.token) });
    expect(refreshed.status).toBe(200);
    expect(((await refreshed.json()) as { conversationId: string }).conversationId).toBe(conversationId);
  });

  test("another conversation's token opens nothing here", async () => {
    const [mine, other] = [await Visitor.arrive(here.url), await Visitor.arrive(here.url)];
    const at = `/directline/conversations/${other.id}`;
    const headers = { ...bearer(mine.opened.token), ...json };
    for (const path of [at, `${at}/activities`]) expect(await refusal(await fetch(`${here.url}${path}`, { headers }))).toBe("403 token");
    for (const path of [`${at}/activities`, `${at}/upload`])
      expect(await refusal(await post(path, { headers, body: "{}" }))).toBe("403 token");
  });

  test("none, forged, stretched, expired, a socket's ticket: refused", async () => {
    const { opened, id } = await Visitor.arrive(here.url);
    const path = `${here.url}/directline/conversations/${id}/activities`;
    const [head, body, signature] = opened.token.split(".") as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as { exp: number };
    const longer = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1 })).toString("base64url");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
    const ticket = new URL(opened.streamUrl).searchParams.get("t") ?? "";
    expect(await refusal(await fetch(path))).toBe("401 token");
    for (const token of [`${head}.${longer}.${signature}`, `${none}.${body}.`, `${head}.${body}.${"A".repeat(43)}`, "x", "..", ticket]) {
      expect(await refusal(await fetch(path, { headers: bearer(token) }))).toBe("403 token");
    }
    const later = now;
    now += 31 * DAY_MS;
    expect(await refusal(await fetch(path, { headers: bearer(opened.token) }))).toBe("403 token");
    expect(await refusal(await post("/directline/tokens/refresh", { headers: bearer(opened.token) }))).toBe("403 token");
    now = later;
  });

  test("the key is the owner's alone", () => {
    expect(statSync(join(here.dataDir, "webchat.key")).mode & 0o777).toBe(0o600);
  });

  test("getsessionid asks for a token", async () => {
    const { opened } = await Visitor.arrive(here.url);
    const path = `${here.url}/directline/session/getsessionid`;
    expect(await refusal(await fetch(path))).toBe("401 token");
    expect(await (await fetch(path, { headers: bearer(opened.token) })).json()).toEqual({ sessionId: expect.any(String) as string });
  });
});

describe("refusals", () => {
  test.each([
    ["no JSON", "{", json, "400 bad-request"],
    ["no object", "1", json, "400 bad-request"],
    ["no type", "{}", json, "400 bad-request"],
    ["text that is no text", `{"type":"message","text":{"a":1}}`, json, "400 bad-request"],
    ["a name behind objects", `{"type":"message","__proto__":{"text":"x"}}`, json, "400 bad-request"],
    ["a client id that is no id", `{"type":"message","text":"x","channelData":{"clientActivityID":" "}}`, json, "400 bad-request"],
    ["text/plain", "x", { "Content-Type": "text/plain" }, "415 unsupported-type"],
    ["another character set", "{}", { "Content-Type": "application/json; charset=gbk" }, "415 unsupported-type"],
    ["a compressed body", "{}", { ...json, "Content-Encoding": "gzip" }, "415 unsupported-type"],
    ["too many characters", JSON.stringify({ type: "message", text: "a".repeat(20_001) }), json, "413 too-large"],
    ["too many bytes", JSON.stringify({ type: "message", text: "工".repeat(22_000) }), json, "413 too-large"],
  ])("%s", async (_name, body, headers, expected) => {
    const visitor = await Visitor.arrive(here.url);
    expect(await refusal(await visitor.ask("/activities", { method: "POST", headers, body }))).toBe(expected);
  });

  test("a watermark that is none, or two of them", async () => {
    const visitor = await Visitor.arrive(here.url);
    for (const query of ["watermark=x", "watermark=-1", "watermark=1&watermark=2", "watermark=1e3", `watermark=${"9".repeat(40)}`]) {
      expect(await refusal(await visitor.ask(`/activities?${query}`))).toBe("400 bad-request");
      expect(await refusal(await visitor.ask(`?${query}`))).toBe("400 bad-request");
    }
  });

  test("unknown addresses", async () => {
    for (const path of ["/directline/x", "/directline/conversations/a/b/c"])
      expect(await refusal(await fetch(here.url + path))).toBe("404 not-found");
    for (const path of [
      "/x",
      "/assets/../package.json",
      "/assets/%2e%2e%2f%2e%2e%2fpackage.json",
      "/.git/config",
      "/metrics",
      "/index.html",
      "/assets/%ff",
      "/assets/%00",
    ]) {
      expect((await fetch(here.url + path)).status).toBe(404);
    }
  });

  test("when the disk will not: messages are refused, fetching says nothing new, readiness tells", async () => {
    const visitor = await Visitor.arrive(here.url);
    await visitor.lines(1);
    storeFails = true;
    const sent = await visitor.post({ type: "message", text: "你好" });
    expect(sent.headers.get("Retry-After")).toBe("3");
    expect(await refusal(sent)).toBe("503 busy");
    expect(await visitor.page("0")).toEqual({ activities: [], watermark: "0" });
    expect((await fetch(`${here.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${here.url}/healthz`)).status).toBe(200);
    storeFails = false;
    expect((await visitor.page("0")).activities).toHaveLength(1);
    expect((await fetch(`${here.url}/readyz`)).status).toBe(200);
  });
});

describe("limits", () => {
  const few = { points: 3, seconds: 60 };

  test("one conversation's messages and fetches; one address's conversations; believed proxies only", async () => {
    const small = await openTestApp({ limits: { newcomers: few, messages: few, reads: few } });
    const visitor = await Visitor.arrive(small.url);
    for (let sent = 0; sent < 3; sent += 1) expect((await visitor.post({ type: "typing" })).status).toBe(200);
    const fourth = await visitor.post({ type: "typing" });
    expect(Number(fourth.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await refusal(fourth)).toBe("429 too-many");
    for (let read = 0; read < 3; read += 1) await visitor.page("0");
    expect(await visitor.page("0")).toEqual({ activities: [], watermark: "0" });
    const begin = (address: string): Promise<Response> =>
      fetch(`${small.url}/directline/conversations`, { method: "POST", headers: { "X-Forwarded-For": address } });
    expect([(await begin("1.1.1.1")).status, (await begin("2.2.2.2")).status, (await begin("3.3.3.3")).status]).toEqual([201, 201, 429]);
    await small.close();
  });

  test("behind one proxy the last address it wrote counts, and no other", async () => {
    const small = await openTestApp({ limits: { newcomers: { points: 1, seconds: 60 } }, settings: { TRUST_PROXY: "1" } });
    const begin = (addresses: string): Promise<Response> =>
      fetch(`${small.url}/directline/conversations`, {
        method: "POST",
        headers: { "X-Forwarded-For": addresses, "X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example" },
      });
    const first = await begin("9.9.9.9, 1.1.1.1");
    expect(((await first.json()) as { streamUrl: string }).streamUrl).toMatch(/^wss:\/\/chat\.example\/directline\/conversations\//);
    expect((await begin("8.8.8.8, 1.1.1.1")).status).toBe(429);
    expect((await begin("9.9.9.9, 2.2.2.2")).status).toBe(201);
    await small.close();
  });
});

describe("headers", () => {
  test("what a browser may do", async () => {
    const response = await fetch(`${here.url}/`);
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self' https://union.example",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(response.headers.get("X-Powered-By")).toBeNull();
    expect((await post("/directline/tokens/generate")).headers.get("Cache-Control")).toBe("no-store");
  });

  test("pages of listed origins may call, others get no leave", async () => {
    const ask = (origin: string): Promise<Response> =>
      fetch(`${here.url}/directline/conversations`, { method: "OPTIONS", headers: { Origin: origin } });
    const listed = await ask("https://union.example");
    expect(listed.headers.get("Access-Control-Allow-Origin")).toBe("https://union.example");
    expect(listed.headers.get("Access-Control-Allow-Headers")?.toLowerCase()).toContain("x-ms-bot-agent");
    expect((await ask("https://evil.example")).headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("uploads", () => {
  const PNG = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(100, 7)]);
  const files = (): string[] => readdirSync(join(here.dataDir, "files"));

  function form(parts: readonly (readonly [string, Buffer | string, string])[], activity: unknown = { type: "message" }): FormData {
    const data = new FormData();
    data.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }));
    for (const [name, bytes, type] of parts) data.append("file", new Blob([bytes], { type }), name);
    return data;
  }

  test("a photo is kept under a random name, with its hash, and answered", async () => {
    const visitor = await Visitor.arrive(here.url);
    const body = form([["../../etc/工资\u202e条.png", PNG, "text/html"]], {
      type: "message",
      text: "",
      channelData: { clientActivityID: "u1" },
    });
    const sent = await visitor.ask("/upload?userId=x", { method: "POST", body });
    expect(sent.status).toBe(200);
    const { id } = (await sent.json()) as { id: string };
    const [said] = await visitor.repliesTo(id);
    expect(said?.text).toContain("1 个文件");
    const own = (await visitor.page()).activities.find((one) => one.id === id);
    expect(own?.attachments).toEqual([{ contentType: "image/png", name: "工资 条.png" }]);
    const [kept = ""] = files();
    expect(kept).toMatch(/^[0-9a-f]{32}$/);
    expect(
      createHash("sha256")
        .update(readFileSync(join(here.dataDir, "files", kept)))
        .digest("hex"),
    ).toBe(createHash("sha256").update(PNG).digest("hex"));
    const again = await visitor.ask("/upload", {
      method: "POST",
      body: form([["a.png", PNG, ""]], { type: "message", channelData: { clientActivityID: "u1" } }),
    });
    expect(((await again.json()) as { id: string }).id).toBe(id);
    expect(files()).toHaveLength(1);
  });

  test.each<readonly [string, () => FormData, string]>([
    ["HTML called a photo", () => form([["a.png", "<script>alert(1)</script>", "image/png"]]), "415 unsupported-type"],
    ["a photo called a document", () => form([["a.pdf", PNG, "image/png"]]), "415 unsupported-type"],
    ["SVG", () => form([["a.svg", "<svg onload=alert(1)>", "image/svg+xml"]]), "415 unsupported-type"],
    ["nothing in it", () => form([["a.png", "", "image/png"]]), "415 unsupported-type"],
    ["no file", () => form([]), "400 bad-request"],
    ["an activity that is none", () => form([["a.png", PNG, "image/png"]], { type: 1 }), "400 bad-request"],
    ["six files", () => form(Array.from({ length: 6 }, () => ["a.png", PNG, "image/png"] as const)), "413 too-large"],
    ["one too big", () => form([["a.png", Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]), "image/png"]]), "413 too-large"],
  ])("refused and nothing kept: %s", async (_name, body, expected) => {
    const before = files();
    const visitor = await Visitor.arrive(here.url);
    expect(await refusal(await visitor.ask("/upload", { method: "POST", body: body() }))).toBe(expected);
    expect(files()).toEqual(before);
    expect(await visitor.lines(1)).toHaveLength(1);
  });

  test("what is no upload", async () => {
    const visitor = await Visitor.arrive(here.url);
    const send = (type: string, body: string): Promise<Response> =>
      visitor.ask("/upload", { method: "POST", headers: { "Content-Type": type }, body });
    expect(await refusal(await send("application/json", "{}"))).toBe("415 unsupported-type");
    expect(await refusal(await send("multipart/form-data", "x"))).toBe("415 unsupported-type");
    expect(await refusal(await send("multipart/form-data; boundary=b", "--b\r\nx"))).toBe("400 bad-request");
    expect(await refusal(await send("multipart/form-data; x=b", "--b\r\nx"))).toBe("400 bad-request");
  });
});
