import { addressOf } from "./address.js";
import { field, readPage, seqOf, text, type Page } from "./line.js";
import type { Session } from "./session.js";

/** How a request ended. `later`: try again, after that long when the server says so. `gone`: the conversation is not ours any more. */
export type Answer<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "later"; readonly afterMs?: number }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "gone" };

export interface Message {
  readonly id: string;
  readonly text: string;
}

const ROOT = "/directline/conversations";
const PATIENCE_MS = 15_000;
const AGAIN_LATER: ReadonlySet<number> = new Set([408, 425, 429]);
/** Our own words for a key that opens nothing; a proxy's 403 is none and costs nobody the conversation. */
const GONE_CODES: ReadonlySet<string> = new Set(["token", "not-found"]);
const NO_REASON = "没有收下，请换个说法再发，或者打12351。";

/** The parts of Direct Line 3.0 that this page speaks. No method rejects. */
export class DirectLine {
  #begun = false;

  constructor(private readonly session: Session) {}

  /** Begins, or comes back; resolves to the address of the socket that sends what follows `watermark`. */
  async open(watermark: number): Promise<Answer<string>> {
    const { key } = this.session;
    const again = this.#begun && key !== undefined;
    const path = again ? `/${key.conversationId}?watermark=${watermark}` : "";
    const answer = await this.#ask(path, again ? {} : { method: "POST" });
    if (answer.kind !== "ok") return answer;
    // Forgotten while this was under way.
    if (key !== undefined && this.session.key === undefined) return { kind: "later" };
    const opened = { conversationId: text(field(answer.value, "conversationId")), token: text(field(answer.value, "token")) };
    const stream = socketUrl(text(field(answer.value, "streamUrl")));
    if (opened.conversationId === "" || opened.token === "" || stream === undefined) return { kind: "later" };
    this.session.keep(opened);
    this.#begun = true;
    return { kind: "ok", value: stream };
  }

  async read(watermark: number): Promise<Answer<Page>> {
    const { key } = this.session;
    if (key === undefined) return { kind: "later" };
    const answer = await this.#ask(`/${key.conversationId}/activities?watermark=${watermark}`);
    if (answer.kind !== "ok") return answer;
    const value = readPage(answer.value);
    return value === undefined ? { kind: "later" } : { kind: "ok", value };
  }

  /** Resolves to the number the server gave the message. The same id twice is one message. */
  async post(message: Message): Promise<Answer<number>> {
    const { key } = this.session;
    if (key === undefined || !this.#begun) return { kind: "later" };
    const body = JSON.stringify(activityOf(message));
    const headers = { "Content-Type": "application/json" };
    const answer = await this.#ask(`/${key.conversationId}/activities`, { method: "POST", body, headers });
    return numbered(answer);
  }

  /** The next `open` begins a new conversation. */
  forget(): void {
    this.session.forget();
    this.#begun = false;
  }

  async #ask(path: string, init: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Answer<unknown>> {
    const { key } = this.session;
    const headers = { ...init.headers, ...(key === undefined ? {} : { Authorization: `Bearer ${key.token}` }) };
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const response = await fetch(ROOT + path, { ...init, headers, signal: patience.signal, cache: "no-store", credentials: "omit" });
      const body: unknown = await response.json();
      return judge(response.status, body, response.headers.get("Retry-After"));
    } catch {
      return { kind: "later" };
    } finally {
      clearTimeout(timer);
    }
  }
}

export function uploadPath({ conversationId }: { readonly conversationId: string }): string {
  return `${ROOT}/${conversationId}/upload`;
}

export function activityOf({ id, text: words }: Message): object {
  return { type: "message", text: words, locale: "zh-CN", channelData: { clientActivityID: id } };
}

/** The number the server gave; an answer without one did not come from it. */
export function numbered(answer: Answer<unknown>): Answer<number> {
  if (answer.kind !== "ok") return answer;
  const id = text(field(answer.value, "id"));
  return id === "" ? { kind: "later" } : { kind: "ok", value: seqOf(id) };
}

/** What a status and a body mean for what is to be done next. */
export function judge(status: number, body: unknown, retryAfter: string | null): Answer<unknown> {
  if (status >= 200 && status < 300) return { kind: "ok", value: body };
  const error = field(body, "error");
  if (GONE_CODES.has(text(field(error, "code")))) return { kind: "gone" };
  if (status >= 500 || status === 401 || status === 403 || AGAIN_LATER.has(status)) {
    const seconds = Number(retryAfter ?? 0);
    return seconds > 0 ? { kind: "later", afterMs: seconds * 1000 } : { kind: "later" };
  }
  return { kind: "refused", reason: text(field(error, "message")) || NO_REASON };
}

/** The ticket's path on the host and with the security this page came with, whatever a proxy made the server believe. */
function socketUrl(given: string): string | undefined {
  const address = addressOf(given);
  if (address === undefined) return undefined;
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${address.pathname}${address.search}`;
}
