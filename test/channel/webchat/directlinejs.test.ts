import type { Socket } from "node:net";
import type { Activity, DirectLine, DirectLineOptions, Message } from "botframework-directlinejs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import xhr2 from "xhr2";
import { openTestApp, type TestApp } from "./open-app.js";

/** The client is the published one, as it is; only what a browser would give it comes from packages. */
interface Stock {
  readonly DirectLine: new (options: DirectLineOptions & { readonly random?: () => number }) => DirectLine;
}

const ONLINE = 2;
const ENDED = 5;
const QUESTION = "没签合同能要双倍工资吗";

let stock: Stock;
let here: TestApp;
const connections = new Set<Socket>();

beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest: xhr2, WebSocket });
  stock = await import("botframework-directlinejs");
  here = await openTestApp();
  here.app.server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
});
afterAll(() => here.close());

class Client {
  readonly seen: Message[] = [];
  readonly statuses: number[] = [];
  readonly errors: string[] = [];
  readonly line: DirectLine;

  constructor(options: DirectLineOptions & { readonly random?: () => number }) {
    this.line = new stock.DirectLine({ domain: `${here.url}/directline`, ...options });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(status));
    const take = (activity: Activity): void => {
      if (activity.type === "message") this.seen.push(activity);
    };
    // Ending it is an error to the client's own stream.
    this.line.activity$.subscribe(take, (error: Error) => this.errors.push(error.message));
  }

  say(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.line.postActivity({ type: "message", from: { id: "me" }, text }).subscribe(resolve, reject);
    });
  }

  async until(what: string, found: (seen: readonly Message[]) => boolean): Promise<void> {
    for (let tries = 0; !found(this.seen); tries += 1) {
      if (tries > 500) throw new Error(`not within 10 s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async repliesTo(id: string): Promise<readonly Message[]> {
    const replies = (seen: readonly Message[]): readonly Message[] => seen.filter((one) => "replyToId" in one && one.replyToId === id);
    // The client hands bubbles on one by one; the last of a turn has the buttons.
    await this.until(`the last reply to ${id}`, (seen) => replies(seen).at(-1)?.suggestedActions !== undefined);
    return replies(this.seen);
  }
}

async function holdConversation(client: Client): Promise<void> {
  await client.until("the greeting", (seen) => seen.length >= 1);
  const [greeting] = client.seen;
  expect(greeting?.from.role).toBe("bot");
  const buttons = greeting?.suggestedActions?.actions ?? [];
  expect(buttons.map(({ type }) => type)).toEqual(buttons.map(() => "imBack"));
  const answer = await client.repliesTo(await client.say(QUESTION));
  expect(answer.map(({ text }) => text).join("\n")).toContain("《劳动合同法》第八十二条");
  const staff = await client.repliesTo(await client.say(String(buttons.find(({ title }) => title === "转人工")?.value)));
  expect(staff[0]?.text).toMatch(/受理编号 [0-9A-Z]{4}-[0-9A-Z]{4}/);
  const own = client.seen.filter(({ from }) => from.role === "user");
  expect(own.map(({ text }) => text)).toEqual([QUESTION, "转人工"]);
  const ids = client.seen.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
}

describe("the unmodified stock client", () => {
  test("over REST, polling", async () => {
    const client = new Client({ webSocket: false, pollingInterval: 200 });
    await holdConversation(client);
    expect(client.statuses.at(-1)).toBe(ONLINE);
    client.line.end();
  });

  test("over a socket", async () => {
    const client = new Client({});
    await holdConversation(client);
    client.line.end();
  });

  test("with a token it was given", async () => {
    const generated = await fetch(`${here.url}/directline/tokens/generate`, { method: "POST" });
    const { token } = (await generated.json()) as { token: string };
    const client = new Client({ token });
    await holdConversation(client);
    const session = await new Promise((resolve, reject) => client.line.getSessionId().subscribe(resolve, reject));
    expect(session).toMatch(/^[0-9a-f]{32}$/);
    client.line.end();
  });

  test("after its socket is cut it goes on where it was: nothing missing, nothing doubled", async () => {
    const client = new Client({ random: () => 0 });
    await client.until("the greeting", (seen) => seen.length >= 1);
    await client.repliesTo(await client.say(QUESTION));
    const before = client.seen.length;
    for (const socket of connections) socket.destroy();
    const id = await client.say("转人工");
    await client.repliesTo(id);
    const ids = client.seen.map((one) => one.id);
    expect(ids.length).toBeGreaterThan(before);
    expect(ids.map((one) => Number(one?.split("|")[1]))).toEqual(ids.map((_, index) => index + 1));
    client.line.end();
  });

  test("returning to a conversation with its token and watermark", async () => {
    const begun = await fetch(`${here.url}/directline/conversations`, { method: "POST" });
    const { conversationId, token } = (await begun.json()) as { conversationId: string; token: string };
    const first = new Client({ conversationId, token, watermark: "0" });
    await first.repliesTo(await first.say(QUESTION));
    const count = first.seen.length;
    first.line.end();
    const again = new Client({ conversationId, token, watermark: String(count) });
    const id = await again.say("转人工");
    await again.repliesTo(id);
    expect(again.seen[0]?.id).toBe(id);
    expect(again.statuses).not.toContain(ENDED);
    again.line.end();
  });
});
