import type { DirectLineActivity } from "../../../src/channel/webchat/encode.js";

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

export interface Page {
  readonly activities: readonly (DirectLineActivity & {
    readonly channelData?: {
      readonly clientActivityID?: string;
      readonly sources?: readonly { readonly article: string; readonly short: string }[];
    };
  })[];
  readonly watermark: string;
}

/** A small honest client of the REST routes. */
export class Visitor {
  private constructor(
    readonly url: string,
    readonly opened: Opened,
  ) {}

  static async arrive(url: string, token?: string): Promise<Visitor> {
    const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/directline/conversations`, { method: "POST", headers });
    if (!response.ok) throw new Error(`arrive: ${response.status} ${await response.text()}`);
    return new Visitor(url, (await response.json()) as Opened);
  }

  get id(): string {
    return this.opened.conversationId;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.opened.token}`, ...(init.headers as Record<string, string> | undefined) };
    return fetch(`${this.url}/directline/conversations/${this.id}${path}`, { ...init, headers });
  }

  post(body: unknown): Promise<Response> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.ask("/activities", { method: "POST", headers: { "Content-Type": "application/json" }, body: text });
  }

  async page(watermark = ""): Promise<Page> {
    const response = await this.ask(`/activities?watermark=${watermark}`);
    if (response.status !== 200) throw new Error(`page: ${response.status}`);
    return (await response.json()) as Page;
  }

  /** Says it and waits for what the bot says to it. */
  async say(text: string, clientActivityID?: string): Promise<Page["activities"]> {
    const response = await this.post({
      type: "message",
      from: { id: "someone-else" },
      text,
      ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
    });
    if (!response.ok) throw new Error(`say: ${response.status} ${await response.text()}`);
    const { id } = (await response.json()) as { id: string };
    return this.repliesTo(id);
  }

  async repliesTo(id: string): Promise<Page["activities"]> {
    const before = String(Number(id.split("|")[1]) - 1);
    for (let tries = 0; tries < 200; tries += 1) {
      const { activities } = await this.page(before);
      const replies = activities.filter(({ replyToId }) => replyToId === id);
      if (replies.length > 0) return replies;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("no reply within 4 s");
  }

  /** Waits until the transcript has at least this many lines. */
  async lines(count: number): Promise<Page["activities"]> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { activities } = await this.page();
      if (activities.length >= count) return activities;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`fewer than ${count} lines within 4 s`);
  }
}
