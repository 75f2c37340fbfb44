import { z } from "zod";
import type { Clock } from "../../clock.js";
import { OutsideError } from "../../errors.js";
import type { Log } from "../../log.js";
import type { WecomTokenStore } from "../../store/wecom-store.js";
import type { WecomSettings } from "../../wecom-settings.js";
import { policyOf, type Policy } from "./errcodes.js";
import { tokenName, Tokens } from "./token.js";

/** What the platform said: its answer, or its code and what that asks of us. */
export type Answer =
  | { readonly kind: "ok"; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly errcode: number; readonly policy: Policy };

export interface Call {
  /** Such as `kf/send_msg`. */
  readonly api: string;
  readonly query?: Readonly<Record<string, string>>;
  /** With it the call is a POST. */
  readonly body?: object;
}

export interface WecomClient {
  /** Rejects with OutsideError `channel-unavailable` when no answer came: whether the call was heard is not known. */
  call(call: Call): Promise<Answer>;
  /** Opens a file; the caller reads or cancels the body. */
  download(mediaId: string): Promise<Download>;
  /** A JS-SDK ticket: the corp's, or the app's. */
  ticket(kind: "corp" | "app"): Promise<string>;
}

export type Download =
  | { readonly kind: "file"; readonly name: string | undefined; readonly body: ReadableStream<Uint8Array> }
  | { readonly kind: "refused"; readonly errcode: number; readonly policy: Policy };

export interface ClientOptions {
  readonly settings: Pick<WecomSettings, "apiBase" | "corpId" | "secret">;
  readonly store: WecomTokenStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 4_500;
const DOWNLOAD_MS = 60_000;
const MINUTE_MS = 60_000;

/** The status is 200 for refusals too: the code alone decides. Unknown fields pass. */
const Body = z.looseObject({ errcode: z.number().int().default(0) });
const TokenBody = z.looseObject({ access_token: z.string().min(1).max(2_048), expires_in: z.number().int().positive().default(7_200) });
const TicketBody = z.looseObject({ ticket: z.string().min(1).max(2_048), expires_in: z.number().int().positive().default(7_200) });

/** The platform's API with token, deadline and blocks. Addresses hold the token and are never logged. */
export function createClient(options: ClientOptions): WecomClient {
  const { settings, store, clock, log, timeoutMs = TIMEOUT_MS } = options;
  const { apiBase, corpId, secret } = settings;
  const blockedUntil = new Map<string, number>();
  const name = tokenName(corpId, secret);
  const tokens = new Tokens({ store, clock, log, name, fetchToken: () => fetchToken() });
  const tickets = {
    corp: new Tokens({ store, clock, log, name: `${name}.corp-ticket`, fetchToken: () => fetchTicket({ api: "get_jsapi_ticket" }) }),
    app: new Tokens({
      ...{ store, clock, log, name: `${name}.app-ticket` },
      fetchToken: () => fetchTicket({ api: "ticket/get", query: { type: "agent_config" } }),
    }),
  };

  function addressOf({ api, query = {} }: Call, more: Readonly<Record<string, string>>): string {
    return `${apiBase}/cgi-bin/${api}?${new URLSearchParams({ ...query, ...more }).toString()}`;
  }

  async function ask(call: Call, more: Readonly<Record<string, string>>): Promise<Answer> {
    const init: RequestInit =
      call.body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(call.body) };
    const read = await reach(addressOf(call, more), { ...init, signal: AbortSignal.timeout(timeoutMs) }, (response) => response.json());
    const parsed = Body.safeParse(read);
    if (!parsed.success) throw new OutsideError("channel-unavailable", true);
    const { errcode } = parsed.data;
    return errcode === 0 ? { kind: "ok", body: parsed.data } : refusal(call.api, errcode);
  }

  function refusal(api: string, errcode: number): Extract<Answer, { kind: "refused" }> {
    const policy = policyOf(errcode);
    log.warn(policy === "settings" ? "wecom-needs-administrator" : "wecom-refused", { route: api, code: String(errcode) });
    if (policy === "frequency") blockedUntil.set(api, clock() + MINUTE_MS);
    return { kind: "refused", errcode, policy };
  }

  async function fetchToken(): Promise<{ token: string; seconds: number }> {
    const answer = await ask({ api: "gettoken" }, { corpid: corpId, corpsecret: secret });
    const parsed = TokenBody.safeParse(answer.kind === "ok" ? answer.body : undefined);
    if (!parsed.success) throw new OutsideError("channel-unavailable", true);
    return { token: parsed.data.access_token, seconds: parsed.data.expires_in };
  }

  async function fetchTicket(call: Call): Promise<{ token: string; seconds: number }> {
    const answer = await withToken(call.api, (token) => ask(call, { access_token: token }));
    const parsed = TicketBody.safeParse(answer.kind === "ok" ? answer.body : undefined);
    if (!parsed.success) throw new OutsideError("channel-unavailable", true);
    return { token: parsed.data.ticket, seconds: parsed.data.expires_in };
  }

  /** A token the platform no longer takes is renewed, once. */
  async function withToken<T extends Answer | Download>(api: string, run: (token: string) => Promise<T>): Promise<T> {
    if (clock() < (blockedUntil.get(api) ?? 0)) throw new OutsideError("channel-unavailable", true);
    const token = await tokens.get();
    const first = await run(token);
    if (first.kind !== "refused" || first.policy !== "token") return first;
    await tokens.drop(token);
    return run(await tokens.get());
  }

  async function fetchMedia(mediaId: string, token: string): Promise<Download> {
    const address = addressOf({ api: "media/get" }, { access_token: token, media_id: mediaId });
    return reach(address, { signal: AbortSignal.timeout(DOWNLOAD_MS) }, async (response) => {
      // A refusal is JSON with status 200; a file has a disposition.
      const disposition = response.headers.get("Content-Disposition");
      const json = /json|text\/plain/i.test(response.headers.get("Content-Type") ?? "");
      if (response.body !== null && response.ok && (disposition !== null || !json)) {
        return { kind: "file", name: fileName(disposition), body: response.body };
      }
      const parsed = Body.safeParse(await response.json());
      return refusal("media/get", parsed.success && parsed.data.errcode !== 0 ? parsed.data.errcode : -1);
    });
  }

  return {
    call: (call) => withToken(call.api, (token) => ask(call, { access_token: token })),
    download: (mediaId) => withToken("media/get", (token) => fetchMedia(mediaId, token)),
    ticket: (kind) => tickets[kind].get(),
  };
}

async function reach<T>(address: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    return await read(await fetch(address, { ...init, redirect: "error" }));
  } catch {
    // The error's own message and cause hold the address, and with it the token.
    throw new OutsideError("channel-unavailable", true);
  }
}

/** As browsers are told it: `filename="…"`, or the encoded form. */
function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=(?:utf-8)?''([^;]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
    // Header bytes arrive as Latin-1 although the platform writes UTF-8.
    return plain === undefined ? undefined : Buffer.from(plain, "latin1").toString("utf8");
  } catch {
    return plain;
  }
}
