import { randomBytes } from "node:crypto";
import type { Clock } from "../../src/clock.js";
import { checkMessage, takeMsgid } from "./kf-limits.js";
import type { ApiAnswer } from "./stand-in.js";

export interface KfDeskOptions {
  readonly clock: Clock;
  readonly notify: (openKfid: string, token: string) => void;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a person has on the phone. */
export interface Seen {
  readonly msgid: string;
  readonly at: number;
  readonly from: "bot" | "staff" | "person";
  readonly msgtype: string;
  readonly message: Fields;
}

/** 0 new, 1 bot, 2 pool, 3 staff, 4 ended or not begun. */
export type ServiceState = 0 | 1 | 2 | 3 | 4;

interface Customer {
  state: ServiceState;
  servicer: string | undefined;
  heardAt: number | undefined;
  sent: number;
  greetedAt: number | undefined;
  readonly seen: Seen[];
}

interface Account {
  readonly log: Record<string, unknown>[];
  /** Cursors of an earlier era mean nothing. */
  era: string;
  readonly customers: Map<string, Customer>;
  readonly msgids: Set<string>;
  readonly servicers: Map<string, "serving" | "stopped">;
  readonly tokens: Map<string, number>;
}

interface Code {
  readonly openKfid: string;
  readonly userid: string;
  readonly until: number;
  readonly types: readonly string[];
  /** Except for the greeting the session must still be in the state that made the code. */
  readonly state: ServiceState | undefined;
}

const WINDOW_MS = 48 * 3_600_000;
const QUOTA = 5;
const KEPT_MS = 3 * 86_400_000;
const TOKEN_MS = 600_000;
const BARE_CALLS_MAX = 10;

/** The official table; anything else is refused. */
const MOVES: Readonly<Record<ServiceState, readonly ServiceState[]>> = { 0: [1, 2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] };

/** 微信客服: accounts, who writes to them, who serves, and what may be sent when. */
export class KfDesk {
  /** The most that one page holds, whatever is asked for. */
  pageMax = 1_000;
  /** Whether now and then a page is empty and not the last, or begins with what the last one ended with. */
  awkward = false;
  /** A fail_type for a message that was taken and will not arrive after all. */
  failLater: (msgid: string) => number | undefined = () => undefined;
  readonly #options: KfDeskOptions;
  readonly #accounts = new Map<string, Account>();
  readonly #codes = new Map<string, Code>();
  #bareCalls: number[] = [];
  #count = 0;

  constructor(options: KfDeskOptions) {
    this.#options = options;
  }

  addAccount(openKfid: string, servicers: readonly string[] = ["wangmou"]): void {
    this.#accounts.set(openKfid, {
      ...{ log: [], era: randomBytes(4).toString("hex"), customers: new Map(), msgids: new Set(), tokens: new Map() },
      servicers: new Map(servicers.map((userid) => [userid, "serving"])),
    });
  }

  /** What this person has on the phone, oldest first. */
  seen(openKfid: string, userid: string): readonly Seen[] {
    return this.#customer(openKfid, userid).seen;
  }

  stateOf(openKfid: string, userid: string): ServiceState {
    return this.#customer(openKfid, userid).state;
  }

  /** The person writes; the message's id. */
  say(openKfid: string, userid: string, message: Fields & { readonly msgtype: string }): string {
    const customer = this.#customer(openKfid, userid);
    if (customer.state === 4) customer.state = 0;
    customer.heardAt = this.#options.clock();
    customer.sent = 0;
    const msgid = this.#nextId();
    customer.seen.push({ msgid, at: customer.heardAt, from: "person", msgtype: message.msgtype, message });
    this.#enter(openKfid, { msgid, open_kfid: openKfid, external_userid: userid, origin: 3, ...message });
    return msgid;
  }

  /** The person opens the conversation. */
  enter(openKfid: string, userid: string): void {
    const customer = this.#customer(openKfid, userid);
    const now = this.#options.clock();
    const fresh = customer.heardAt === undefined && now - (customer.greetedAt ?? -WINDOW_MS) >= WINDOW_MS;
    const code: Code = { openKfid, userid, until: now + 20_000, types: ["text", "msgmenu"], state: undefined };
    const welcome = fresh ? { welcome_code: this.#newCode(code) } : {};
    this.#event(openKfid, { event_type: "enter_session", external_userid: userid, scene: "", scene_param: "", ...welcome });
  }

  recall(openKfid: string, userid: string, msgid: string): void {
    this.#event(openKfid, { event_type: "user_recall_msg", external_userid: userid, recall_msgid: msgid });
  }

  /** Staff write in their own client, which takes the session. */
  staffSays(openKfid: string, userid: string, { servicer, content }: { readonly servicer: string; readonly content: string }): void {
    const customer = this.#customer(openKfid, userid);
    if (customer.state !== 3) this.staffTakes(openKfid, userid, servicer);
    const msgid = this.#nextId();
    customer.seen.push({ msgid, at: this.#options.clock(), from: "staff", msgtype: "text", message: { text: { content } } });
    const said = { origin: 5, msgtype: "text", text: { content }, servicer_userid: servicer };
    this.#enter(openKfid, { msgid, open_kfid: openKfid, external_userid: userid, ...said });
  }

  staffTakes(openKfid: string, userid: string, servicer: string): void {
    const customer = this.#customer(openKfid, userid);
    const change_type = customer.state === 4 ? 4 : 1;
    Object.assign(customer, { state: 3, servicer });
    this.#event(openKfid, { event_type: "session_status_change", external_userid: userid, change_type, new_servicer_userid: servicer });
  }

  staffEnds(openKfid: string, userid: string): void {
    const customer = this.#customer(openKfid, userid);
    const old_servicer_userid = customer.servicer ?? "";
    Object.assign(customer, { state: 4, servicer: undefined });
    this.#event(openKfid, { event_type: "session_status_change", external_userid: userid, change_type: 3, old_servicer_userid });
  }

  setServicer(openKfid: string, userid: string, status: "serving" | "stopped"): void {
    this.#account(openKfid).servicers.set(userid, status);
  }

  /** Cursors given out so far mean nothing any more. */
  forgetCursors(openKfid: string): void {
    this.#account(openKfid).era = randomBytes(4).toString("hex");
  }

  list(): ApiAnswer {
    const account_list = [...this.#accounts.keys()].map((open_kfid) => ({ open_kfid, name: "工会", avatar: "", manage_privilege: true }));
    return { errcode: 0, errmsg: "ok", account_list };
  }

  sync(body: Fields): ApiAnswer {
    const account = this.#accounts.get(text(body["open_kfid"]));
    if (account === undefined) return { errcode: 95000, errmsg: "invalid open_kfid" };
    const refused = this.#checkToken(account, text(body["token"]));
    if (refused !== undefined) return refused;
    const cursor = text(body["cursor"]);
    const start = cursor === "" ? 0 : placeIn(account, cursor);
    if (start === undefined) return { errcode: 40058, errmsg: "invalid cursor" };
    const oldest = Math.floor((this.#options.clock() - KEPT_MS) / 1000);
    const limit = Math.min(typeof body["limit"] === "number" ? body["limit"] : 1_000, this.pageMax);
    const odd = this.awkward && account.log.length > start ? (this.#count += 1) % 3 : 2;
    const from = odd === 1 && start > 0 ? start - 1 : start;
    const end = odd === 0 ? start : Math.min(start + limit, account.log.length);
    const msg_list = account.log.slice(from, end).filter(({ send_time }) => Number(send_time) >= oldest);
    const has_more = end < account.log.length ? 1 : 0;
    // An empty page has a cursor of its own, too.
    const next_cursor = `${account.era}:${end}${odd === 0 ? `:${this.#count}` : ""}`;
    return { errcode: 0, errmsg: "ok", next_cursor, has_more, msg_list };
  }

  send(body: Fields): ApiAnswer {
    const [openKfid, userid] = [text(body["open_kfid"]), text(body["touser"])];
    const account = this.#accounts.get(openKfid);
    const customer = account?.customers.get(userid);
    if (account === undefined) return { errcode: 95000, errmsg: "invalid open_kfid" };
    if (customer === undefined) return { errcode: 40096, errmsg: "invalid external_userid" };
    const refused = this.#maySend(customer) ?? checkMessage(body) ?? takeMsgid(account.msgids, body);
    if (refused !== undefined) return refused;
    customer.state = 1;
    customer.sent += 1;
    return this.#show({ openKfid, userid }, body);
  }

  sendOnEvent(body: Fields): ApiAnswer {
    const code = this.#codes.get(text(body["code"]));
    if (code === undefined || code.until <= this.#options.clock()) return { errcode: 41050, errmsg: "invalid code" };
    const customer = this.#customer(code.openKfid, code.userid);
    if (!code.types.includes(text(body["msgtype"]))) return { errcode: 40008, errmsg: "invalid message type" };
    if (code.state !== undefined && customer.state !== code.state) return { errcode: 95018, errmsg: "session status invalid" };
    const refused = checkMessage(body) ?? takeMsgid(this.#account(code.openKfid).msgids, body);
    if (refused !== undefined) return refused;
    this.#codes.delete(text(body["code"]));
    customer.greetedAt = this.#options.clock();
    return this.#show(code, body);
  }

  readState(body: Fields): ApiAnswer {
    const { state, servicer } = this.#customer(text(body["open_kfid"]), text(body["external_userid"]));
    return { errcode: 0, errmsg: "ok", service_state: state, ...(state === 3 ? { servicer_userid: servicer } : {}) };
  }

  moveState(body: Fields): ApiAnswer {
    const [openKfid, userid, servicer] = [text(body["open_kfid"]), text(body["external_userid"]), text(body["servicer_userid"])];
    const { servicers } = this.#account(openKfid);
    const customer = this.#customer(openKfid, userid);
    const to = MOVES[customer.state].find((state) => state === body["service_state"]);
    if (to === undefined) return { errcode: 95016, errmsg: "status transition not allowed" };
    if (to === 3 && !servicers.has(servicer)) return { errcode: 95014, errmsg: "not a servicer" };
    if (to === 3 && servicers.get(servicer) === "stopped") return { errcode: 95019, errmsg: "servicer is not serving" };
    Object.assign(customer, { state: to, servicer: to === 3 ? servicer : undefined });
    const until = this.#options.clock() + (to === 4 ? 20_000 : WINDOW_MS);
    const msg_code = this.#newCode({ openKfid, userid, until, types: to === 4 ? ["text", "msgmenu"] : ["text"], state: to });
    return { errcode: 0, errmsg: "ok", msg_code };
  }

  #maySend({ state, heardAt, sent }: Customer): ApiAnswer | undefined {
    if (state > 1) return { errcode: state === 4 ? 95013 : 95018, errmsg: "session status invalid" };
    if (heardAt === undefined) return { errcode: 95031, errmsg: "user did not start the session" };
    if (this.#options.clock() - heardAt >= WINDOW_MS) return { errcode: 95002, errmsg: "over 48 hours" };
    return sent >= QUOTA ? { errcode: 95001, errmsg: "over 5 messages" } : undefined;
  }

  #show({ openKfid, userid }: { readonly openKfid: string; readonly userid: string }, body: Fields): ApiAnswer {
    const msgid = text(body["msgid"]) || this.#nextId();
    const fail_type = this.failLater(msgid);
    if (fail_type === undefined) {
      const seen: Seen = { msgid, at: this.#options.clock(), from: "bot", msgtype: text(body["msgtype"]), message: body };
      this.#customer(openKfid, userid).seen.push(seen);
    } else this.#event(openKfid, { event_type: "msg_send_fail", external_userid: userid, fail_msgid: msgid, fail_type });
    return { errcode: 0, errmsg: "ok", msgid };
  }

  #checkToken({ tokens }: Account, token: string): ApiAnswer | undefined {
    const now = this.#options.clock();
    if (now - (tokens.get(token) ?? -TOKEN_MS) < TOKEN_MS) return undefined;
    this.#bareCalls = this.#bareCalls.filter((call) => call > now - 60_000);
    if (this.#bareCalls.length >= BARE_CALLS_MAX) return { errcode: 45009, errmsg: "api freq out of limit" };
    this.#bareCalls.push(now);
    return token === "" ? undefined : { errcode: 95007, errmsg: "invalid msg token" };
  }

  #event(openKfid: string, event: Fields): void {
    this.#enter(openKfid, { msgid: this.#nextId(), origin: 4, msgtype: "event", event: { open_kfid: openKfid, ...event } });
  }

  #enter(openKfid: string, message: Record<string, unknown>): void {
    const account = this.#account(openKfid);
    account.log.push({ send_time: Math.floor(this.#options.clock() / 1000), ...message });
    const token = `ENC${randomBytes(8).toString("hex")}`;
    account.tokens.set(token, this.#options.clock());
    this.#options.notify(openKfid, token);
  }

  #newCode(code: Code): string {
    const value = `CODE${randomBytes(8).toString("hex")}`;
    this.#codes.set(value, code);
    return value;
  }

  #nextId(): string {
    this.#count += 1;
    return `from_msgid_${this.#count}`;
  }

  #account(openKfid: string): Account {
    const account = this.#accounts.get(openKfid);
    if (account === undefined) throw new Error(`no account ${openKfid}`);
    return account;
  }

  #customer(openKfid: string, userid: string): Customer {
    const { customers } = this.#account(openKfid);
    const known = customers.get(userid);
    if (known !== undefined) return known;
    const customer: Customer = { state: 4, servicer: undefined, heardAt: undefined, sent: 0, greetedAt: undefined, seen: [] };
    customers.set(userid, customer);
    return customer;
  }
}

function placeIn({ era }: Account, cursor: string): number | undefined {
  const [of, place = ""] = cursor.split(":");
  return of === era && /^\d+$/.test(place) ? Number(place) : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
