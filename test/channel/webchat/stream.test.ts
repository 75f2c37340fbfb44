import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { ClientSocket, LOOK_EVERY_MS } from "../../../src/channel/webchat/socket.js";
import { LIMITS } from "../../../src/limits.js";
import { Listener } from "./listener.js";
import { openTestApp, type TestApp } from "./open-app.js";
import { Visitor } from "./visitor.js";

const many = { points: 100_000, seconds: 1 };

let here: TestApp;
beforeAll(async () => {
  here = await openTestApp({
    limits: { messages: many, reads: many, frames: { points: 5, seconds: 60 }, socketsPerPeer: 40 },
    settings: { ALLOWED_ORIGINS: "https://union.example" },
  });
});
afterAll(() => here.close());

async function reconnect(visitor: Visitor, watermark: string): Promise<Listener> {
  const { streamUrl } = (await (await visitor.ask(`?watermark=${watermark}`)).json()) as { streamUrl: string };
  return Listener.open(streamUrl);
}

describe("resume", () => {
  test("cut again and again while both sides talk, a client has every line once and in order", async () => {
    const visitor = await Visitor.arrive(here.url);
    const talk = (async () => {
      for (let count = 0; count < 40; count += 1) await visitor.post({ type: "message", text: `第${count}句` });
    })();
    const got: string[] = [];
    let watermark = "";
    for (let cuts = 0; cuts < 12; cuts += 1) {
      const listener = await reconnect(visitor, watermark);
      await new Promise((resolve) => setTimeout(resolve, 30 + cuts * 7));
      listener.socket.terminate();
      await listener.closed;
      got.push(...listener.ids);
      watermark = listener.frames.at(-1)?.watermark ?? watermark;
    }
    await talk;
    const last = await reconnect(visitor, watermark);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    last.socket.close();
    got.push(...last.ids);
    const kept = (await visitor.page()).activities.map(({ id }) => id);
    expect(kept.length).toBeGreaterThanOrEqual(81);
    expect(got).toEqual(kept);
  });

  test("a reply says which line it replies to, and only one that the client has", async () => {
    const visitor = await Visitor.arrive(here.url);
    const listener = await Listener.open(visitor.opened.streamUrl);
    const replies = await visitor.say("没签合同能要双倍工资吗");
    await listener.until(2 + replies.length);
    const [greeting, own, answer] = listener.frames.flatMap(({ activities }) => activities);
    expect(greeting?.replyToId).toBeUndefined();
    expect(answer?.replyToId).toBe(own?.id);
    const late = await reconnect(visitor, "2");
    await late.until(replies.length);
    expect(late.frames[0]?.activities.map(({ replyToId }) => replyToId)).toEqual(replies.map(() => undefined));
    for (const { socket } of [listener, late]) socket.close();
  });
});

describe("who may listen", () => {
  test("a ticket opens its own conversation's socket, a token none", async () => {
    const [mine, other] = [await Visitor.arrive(here.url), await Visitor.arrive(here.url)];
    const swapped = mine.opened.streamUrl.replace(mine.id, other.id);
    const withToken = mine.opened.streamUrl.replace(/t=.*/, `t=${mine.opened.token}`);
    const without = mine.opened.streamUrl.replace(/[?].*/, "");
    for (const url of [swapped, withToken, without]) await expect(Listener.open(url)).rejects.toThrow("403");
    await expect(Listener.open(`${mine.opened.streamUrl}&t=x`)).rejects.toThrow("400");
    await expect(Listener.open(mine.opened.streamUrl.replace("watermark=0", "watermark=x"))).rejects.toThrow("400");
    await expect(Listener.open(mine.opened.streamUrl.replace("/stream", "/flow"))).rejects.toThrow("404");
  });

  test.each([
    ["our own page", "http://127.0.0.1:PORT", "open"],
    ["a listed page", "https://union.example", "open"],
    ["another page", "https://evil.example", "403"],
    ["another port", "http://127.0.0.1:1", "403"],
    ["a page of no origin", "null", "403"],
  ])("%s: %s", async (_name, origin, expected) => {
    const { opened } = await Visitor.arrive(here.url);
    const opening = Listener.open(opened.streamUrl, { headers: { Origin: origin.replace("PORT", String(here.port)) } });
    if (expected !== "open") return expect(opening).rejects.toThrow(expected);
    (await opening).socket.close();
  });

  test("a conversation's sixth socket costs the oldest its place", async () => {
    const { opened } = await Visitor.arrive(here.url);
    const listeners: Listener[] = [];
    for (let count = 0; count < 6; count += 1) listeners.push(await Listener.open(opened.streamUrl));
    expect(await listeners[0]?.closed).toBe(1006);
    expect(listeners.slice(1).every(({ socket }) => socket.readyState === socket.OPEN)).toBe(true);
    for (const { socket } of listeners) socket.close();
  });

  test("one address has so many sockets and no more", async () => {
    const opened: Listener[] = [];
    let refused = "";
    while (refused === "") {
      const visitor = await Visitor.arrive(here.url);
      await Listener.open(visitor.opened.streamUrl).then(
        (one) => opened.push(one),
        (error: Error) => (refused = error.message),
      );
    }
    expect(refused).toBe("429");
    expect(opened.length).toBeLessThanOrEqual(40);
    for (const { socket } of opened) socket.close();
    await Promise.all(opened.map(({ closed }) => closed));
  });
});

describe("who is cut", () => {
  test("empty frames say that one is there; too many are too many; a long one is too long", async () => {
    const { opened } = await Visitor.arrive(here.url);
    const honest = await Listener.open(opened.streamUrl);
    for (let count = 0; count < 5; count += 1) honest.socket.send("");
    const chatty = await Listener.open(opened.streamUrl);
    for (let count = 0; count < 6; count += 1) chatty.socket.send("");
    const long = await Listener.open(opened.streamUrl);
    long.socket.send("x".repeat(5_000));
    expect([1006, 1008]).toContain(await chatty.closed);
    expect(await long.closed).toBe(1009);
    expect(honest.socket.readyState).toBe(honest.socket.OPEN);
    honest.socket.close();
  });

  test("a reader that stops reading is cut before it holds much more than the limit", async () => {
    const { socket, client, end } = await pair();
    client.pause();
    const page = { activities: [], watermark: "x".repeat(64 * 1024) };
    let pushed = 0;
    while (!socket.closed.aborted && pushed < 64 * 1024 * 1024) {
      void socket.push(page);
      pushed += page.watermark.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(socket.closed.aborted).toBe(true);
    // What the operating system holds comes on top.
    expect(pushed).toBeLessThan(LIMITS.socketBufferedBytesMax + 16 * 1024 * 1024);
    end();
  });

  test("one that leaves a little unread, or does not answer, is cut within three looks", async () => {
    const { socket, end } = await pair({ autoPong: false });
    const began = performance.now();
    const look = setInterval(() => socket.look(), LOOK_EVERY_MS);
    await new Promise((resolve) => socket.closed.addEventListener("abort", resolve));
    clearInterval(look);
    expect(performance.now() - began).toBeLessThan(3 * LOOK_EVERY_MS + 1_000);
    end();
  });
});

interface Pair {
  readonly socket: ClientSocket;
  readonly client: Listener["socket"];
  readonly end: () => void;
}

async function pair(options: object = {}): Promise<Pair> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const taken = new Promise<ClientSocket>((resolve) => server.once("connection", (one) => resolve(new ClientSocket(one, many))));
  const { port } = server.address() as { port: number };
  const { socket: client } = await Listener.open(`ws://127.0.0.1:${port}`, options);
  const end = (): void => {
    client.terminate();
    server.close();
  };
  return { socket: await taken, client, end };
}
