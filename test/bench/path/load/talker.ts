import WebSocket from "ws";
import type { ActivityPage } from "../../../../src/channel/webchat/page.js";
import { Wire } from "./wire.js";

/** One person in one conversation: says a thing, and waits until it is answered. */
export interface Talker {
  /** Resolves when the message is acknowledged, to when it is replied to. Rejects on any answer but 200. */
  say(text: string): Promise<{ readonly replied: Promise<void> }>;
  close(): void;
}

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** To the bare server: its acknowledgement is all there is. */
export async function openBareTalker(port: number, number: number): Promise<Talker> {
  const wire = await Wire.open(port);
  const replied = Promise.resolve();
  return {
    async say(text) {
      await acknowledged(wire.post(`/conversations/c${number}/activities`, JSON.stringify({ type: "message", text })));
      return { replied };
    },
    close: () => wire.close(),
  };
}

/** To Direct Line: REST to say, the socket to hear, as the stock client does. */
export async function openDirectLineTalker(port: number): Promise<Talker> {
  const wire = await Wire.open(port);
  const opened = JSON.parse(await acknowledged(wire.post("/directline/conversations", "{}"))) as Opened;
  const socket = await openSocket(opened.streamUrl);
  const heard = new Hearing();
  socket.on("message", (data: Buffer) => heard.take(data));
  const path = `/directline/conversations/${opened.conversationId}/activities`;
  let said = 0;
  return {
    async say(text) {
      const clientActivityID = `m${(said += 1)}`;
      const replied = heard.replyTo(clientActivityID);
      await acknowledged(wire.post(path, JSON.stringify({ type: "message", text, channelData: { clientActivityID } }), opened.token));
      return { replied };
    },
    close() {
      wire.close();
      socket.terminate();
    },
  };
}

/** Finds, among the frames, our own last line by the id we gave it, and then the line that replies to it. */
class Hearing {
  #waiting: { readonly clientId: string; readonly resolve: () => void } | undefined;
  #echo: string | undefined;

  replyTo(clientId: string): Promise<void> {
    this.#echo = undefined;
    return new Promise((resolve) => (this.#waiting = { clientId, resolve }));
  }

  take(data: Buffer): void {
    const { activities } = JSON.parse(data.toString()) as ActivityPage;
    for (const { id, channelData, replyToId } of activities) {
      if ((channelData as { clientActivityID?: string } | undefined)?.clientActivityID === this.#waiting?.clientId) this.#echo = id;
      if (replyToId === undefined || replyToId !== this.#echo) continue;
      this.#waiting?.resolve();
      this.#waiting = undefined;
    }
  }
}

function openSocket(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.once("open", () => resolve(socket));
    socket.once("error", reject);
  });
}

async function acknowledged(answer: Promise<{ readonly status: number; readonly body: string }>): Promise<string> {
  const { status, body } = await answer;
  if (status !== 200 && status !== 201) throw new Error(`${status} ${body}`);
  return body;
}
