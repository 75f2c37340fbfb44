import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { CallbackKeys } from "../../src/channel/wecom/crypto.js";
import type { Clock } from "../../src/clock.js";
import { AccessTokens } from "./access-tokens.js";
import { AppMessages } from "./app-messages.js";
import { Callbacks } from "./callbacks.js";
import { KfDesk } from "./kf-desk.js";
import { Media } from "./media.js";

export interface StandInOptions {
  readonly clock: Clock;
  readonly keys: CallbackKeys;
  readonly secret: string;
  readonly agentId: number;
}

/** What goes wrong with a call: refused with a code, or done and never answered, or not even heard. */
export type Mishap = { readonly errcode: number } | "accept-then-time-out" | "lost" | undefined;

export interface ApiRequest {
  readonly api: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export type ApiAnswer = Readonly<Record<string, unknown>> & { readonly errcode: number };

/**
 * A local WeCom: tokens, 微信客服, application messages, media, callbacks, with the platform's limits, and a clock that
 * tests move.
 */
export class StandIn {
  readonly tokens: AccessTokens;
  readonly kf: KfDesk;
  readonly app: AppMessages;
  readonly media: Media;
  readonly callbacks: Callbacks;
  /** How often each API was called. */
  readonly calls = new Map<string, number>();
  /** Decides before each call what goes wrong with it. */
  mishap: (request: ApiRequest) => Mishap = () => undefined;
  /** Calls to one API within a minute before it answers 45009. */
  burstMax = 10_000;
  /** Set when the caller's address is not in 企业可信IP. */
  untrustedAddress: string | undefined;
  readonly #server: Server;
  readonly #clock: Clock;
  readonly #minutes = new Map<string, { readonly minute: number; readonly count: number }>();

  constructor({ clock, keys, secret, agentId }: StandInOptions) {
    this.#clock = clock;
    this.tokens = new AccessTokens({ clock, corpId: keys.receiveId, secret });
    this.callbacks = new Callbacks({ clock, keys });
    this.kf = new KfDesk({ clock, notify: (openKfid, token) => this.callbacks.notice(openKfid, token) });
    this.app = new AppMessages({ clock, agentId });
    this.media = new Media(clock);
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  /** Resolves to its address. */
  async open(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`;
  }

  async close(): Promise<void> {
    await this.callbacks.idle();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const bytes = await readAll(request);
    const asked: ApiRequest = { api: url.pathname.replace(/^\/cgi-bin\//, ""), query: url.searchParams, body: parse(bytes) };
    this.calls.set(asked.api, (this.calls.get(asked.api) ?? 0) + 1);
    const mishap = this.mishap(asked);
    if (mishap === "lost") return void request.socket.destroy();
    const refused = typeof mishap === "object" ? { errcode: mishap.errcode, errmsg: "as arranged" } : this.#gate(asked);
    if (asked.api === "media/get" && refused === undefined) {
      if (this.media.send(asked.query.get("media_id") ?? "", request, response)) return;
    }
    const said = refused ?? this.#route(asked, bytes);
    if (mishap === "accept-then-time-out") return void request.socket.destroy();
    response.writeHead(200, { "Content-Type": "application/json; charset=UTF-8" }).end(JSON.stringify(said));
  }

  /** What is refused whatever is asked: frequency, address, token. */
  #gate({ api, query }: ApiRequest): ApiAnswer | undefined {
    const minute = Math.floor(this.#clock() / 60_000);
    const known = this.#minutes.get(api);
    const count = known?.minute === minute ? known.count + 1 : 1;
    this.#minutes.set(api, { minute, count });
    if (count > this.burstMax) return { errcode: 45009, errmsg: "api freq out of limit" };
    if (this.untrustedAddress !== undefined) return { errcode: 60020, errmsg: `not allow to access, from ip: ${this.untrustedAddress}` };
    return api === "gettoken" ? undefined : this.tokens.check(query.get("access_token"));
  }

  #route({ api, query, body }: ApiRequest, bytes: Buffer): ApiAnswer {
    switch (api) {
      case "gettoken":
        return this.tokens.give(query.get("corpid"), query.get("corpsecret"));
      case "get_jsapi_ticket":
      case "ticket/get":
        return { errcode: 0, errmsg: "ok", ticket: `ticket-${query.get("type") ?? "corp"}`, expires_in: 7_200 };
      case "media/upload":
        return this.media.keep(bytes, query.get("type") ?? "file");
      case "media/get":
        return { errcode: 40007, errmsg: "invalid media_id" };
      case "kf/account/list":
        return this.kf.list();
      case "kf/sync_msg":
        return this.kf.sync(body);
      case "kf/send_msg":
        return this.kf.send(body);
      case "kf/send_msg_on_event":
        return this.kf.sendOnEvent(body);
      case "kf/service_state/get":
        return this.kf.readState(body);
      case "kf/service_state/trans":
        return this.kf.moveState(body);
      case "message/send":
        return this.app.send(body);
      case "message/update_template_card":
        return this.app.updateCard(body);
      case "auth/getuserinfo":
        return this.app.userOf(query.get("code"));
      default:
        return { errcode: 40066, errmsg: "invalid url" };
    }
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
