import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Listener } from "./listener.js";
import { openTestApp, type TestApp } from "./open-app.js";
import { Visitor } from "./visitor.js";

const many = { points: 1_000_000, seconds: 1 };

let here: TestApp;
let visitor: Visitor;
beforeAll(async () => {
  here = await openTestApp({ limits: { newcomers: many, messages: many, reads: many, uploads: many, uploadsPerPeer: many } });
  visitor = await Visitor.arrive(here.url);
});
afterAll(async () => {
  expect(here.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  await here.close();
});

const HOSTILE = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "\u0000",
  "\ud800",
  "\ud83d\ude00",
  "9".repeat(40),
  "-0",
  "1e999",
  "转人工",
  "../../etc/passwd",
  "%00",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "\u202e",
  "\r\nX: y",
  "undefined",
  "null",
  "a".repeat(70_000),
];
const word = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: "binary" }));
const anything = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: fc.constantFrom(null, true, 0, -1, 1.5, 1e308, [], {}, [[[]]]) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(word, word, { maxKeys: 5 }) },
);
const activity = fc.record(
  {
    type: fc.oneof(fc.constantFrom("message", "typing", "event", "conversationUpdate", "message\u0000"), anything),
    text: anything,
    name: fc.oneof(fc.constant("webchat/join"), anything),
    from: anything,
    channelData: fc.oneof(fc.record({ clientActivityID: anything }), anything),
    attachments: anything,
    value: anything,
    timestamp: anything,
  },
  { requiredKeys: [] },
);
const depth = fc.nat(30_000).map((count) => "[".repeat(count) + "]".repeat(count));
/** Written by hand, so that names come twice and `__proto__` is a name of its own. */
const twice = fc
  .tuple(anything, anything)
  .map(([one, other]) => `{"type":"message","text":${JSON.stringify(one)},"text":${JSON.stringify(other)},"__proto__":{"type":"x"}}`);
const body = fc.oneof(
  activity.map((value) => JSON.stringify(value)),
  anything.map((value) => JSON.stringify(value)),
  word,
  depth,
  twice,
);

interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask({ method, path, headers = {}, body: sent = "" }: Raw): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port: here.port,
      method,
      path,
      headers: { "Content-Length": Buffer.byteLength(sent), ...headers },
    });
    request.on("response", (response) => response.resume().once("end", () => resolve(response.statusCode ?? 0)));
    // Refused and closed while the body was still on its way.
    request.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ECONNRESET" ? resolve(413) : reject(error),
    );
    request.setTimeout(15_000, () => reject(new Error("no answer within 15 s")));
    request.end(sent);
  });
}

const polite = (status: number): boolean => status >= 200 && status < 500;
const signed = (): Record<string, string> => ({ Authorization: `Bearer ${visitor.opened.token}`, "Content-Type": "application/json" });

test("whatever is said", { timeout: 120_000 }, async () => {
  const routes = fc.constantFrom(
    "/tokens/generate",
    "/conversations",
    "/tokens/refresh",
    "/conversations/ID/activities",
    "/conversations/ID/upload",
  );
  await fc.assert(
    fc.asyncProperty(routes, body, async (route, sent) => {
      const path = `/directline${route.replace("ID", visitor.id)}`;
      expect(await ask({ method: "POST", path, headers: signed(), body: sent })).toSatisfy(polite);
    }),
    { numRuns: 1_500 },
  );
});

test("whatever is asked for", { timeout: 120_000 }, async () => {
  const piece = fc.oneof(
    word.map(encodeURIComponentSafely),
    fc.constantFrom(visitor.id, "directline", "conversations", "activities", "stream", "..", ".", "%", "%2e%2e", "assets", "//", "?"),
  );
  const query = fc.array(
    fc.tuple(fc.constantFrom("watermark", "t", "userId", "__proto__", "watermark[]", "watermark[a]"), word.map(encodeURIComponentSafely)),
    { maxLength: 4 },
  );
  const method = fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND");
  await fc.assert(
    fc.asyncProperty(method, fc.array(piece, { maxLength: 6 }), query, async (verb, pieces, pairs) => {
      const path = `/${pieces.join("/")}?${pairs.map((pair) => pair.join("=")).join("&")}`.slice(0, 8_000);
      expect(await ask({ method: verb, path, headers: signed() })).toSatisfy(polite);
      const known = `/directline/conversations/${visitor.id}/activities?${pairs.map((pair) => pair.join("=")).join("&")}`.slice(0, 8_000);
      expect(await ask({ method: "GET", path: known, headers: signed() })).toSatisfy(polite);
    }),
    { numRuns: 500 },
  );
});

test("whatever the headers say", { timeout: 120_000 }, async () => {
  const name = fc.constantFrom(
    "Host",
    "Origin",
    "Authorization",
    "Content-Type",
    "Content-Encoding",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Expect",
    "Accept",
    "Upgrade",
    "Cookie",
    "Range",
    "If-None-Match",
  );
  const value = word.map((text) => text.replace(/[^\x20-\x7e\x80-\xff]/g, "").slice(0, 6_000));
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, value, { maxKeys: 5 }),
      fc.constantFrom("/", "/directline/conversations", "/directline/tokens/refresh"),
      async (headers, path) => {
        expect(await ask({ method: path === "/" ? "HEAD" : "POST", path, headers })).toSatisfy(polite);
      },
    ),
    { numRuns: 500 },
  );
});

test("whatever is uploaded", { timeout: 120_000 }, async () => {
  const part = fc.record({
    head: fc.oneof(fc.constantFrom('name="activity"', 'name="file"; filename="a.png"', "name=file; filename*=utf-8''%ff", ""), word),
    text: fc.oneof(body, fc.constant("\x89PNG\r\n\x1a\n")),
    end: fc.constantFrom("\r\n", "\n", ""),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), fc.boolean(), async (parts, closed) => {
      const sent =
        parts.map(({ head, text, end }) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}${end}`).join("") +
        (closed ? "\r\n--b--\r\n" : "");
      const headers = { ...signed(), "Content-Type": "multipart/form-data; boundary=b" };
      expect(await ask({ method: "POST", path: `/directline/conversations/${visitor.id}/upload`, headers, body: sent })).toSatisfy(polite);
    }),
    { numRuns: 500 },
  );
});

test("whatever comes over a socket", { timeout: 120_000 }, async () => {
  const frame = fc.oneof(
    word,
    word.map((text) => Buffer.from(text)),
    body,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { maxLength: 40 }), async (frames) => {
      const fresh = await Visitor.arrive(here.url);
      const { socket, closed } = await Listener.open(fresh.opened.streamUrl);
      for (const one of frames) if (socket.readyState === socket.OPEN) socket.send(one);
      socket.close();
      expect([1000, 1005, 1006, 1008, 1009]).toContain(await closed);
    }),
    { numRuns: 60 },
  );
});

test("bytes that are no HTTP and no frame", { timeout: 60_000 }, async () => {
  const path = new URL(visitor.opened.streamUrl);
  const upgrade = `GET ${path.pathname}${path.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
  const heads = [
    "",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
    `GET ${"/".repeat(20_000)} HTTP/1.1\r\n`,
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    upgrade,
    upgrade.replace("13", "12"),
    upgrade.replace("dGhl", "d"),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, bytes) => {
      expect(await speak(Buffer.concat([Buffer.from(head), bytes]))).not.toMatch(/^HTTP\/1\.1 5/);
    }),
    { numRuns: 300 },
  );
});

test("who drips is cut: a head in 7 s, a body in 12 s", { timeout: 30_000 }, async () => {
  const began = performance.now();
  const drip = async (head: string): Promise<number> => {
    const socket = connect(here.port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    socket.write(head);
    const timer = setInterval(() => socket.write("a"), 500);
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(timer);
    return performance.now() - began;
  };
  const [headMs, bodyMs] = await Promise.all([
    drip("GET / HTTP/1.1\r\nX-Drip: "),
    drip(
      `POST /directline/conversations/${visitor.id}/activities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${visitor.opened.token}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"`,
    ),
  ]);
  expect(headMs).toBeLessThan(7_500);
  expect(bodyMs).toBeLessThan(12_500);
});

test("and an honest visitor is served afterwards", async () => {
  const honest = await Visitor.arrive(here.url);
  expect((await honest.say("没签合同能要双倍工资吗")).at(-1)?.text).toContain("第八十二条");
});

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ""));
}

function speak(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(here.port, "127.0.0.1");
    const got: Buffer[] = [];
    socket.on("data", (data) => got.push(data));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(Buffer.concat(got).toString("latin1")));
    socket.write(bytes);
    setTimeout(() => socket.destroy(), 60);
  });
}
