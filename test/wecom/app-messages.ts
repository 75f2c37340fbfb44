import type { Clock } from "../../src/clock.js";
import type { ApiAnswer } from "./stand-in.js";

type Fields = Readonly<Record<string, unknown>>;

export interface AppMessage {
  readonly to: string;
  readonly at: number;
  readonly body: Fields;
}

const PER_MINUTE = 30;
const CODE_MS = 300_000;
const CARD_MS = 72 * 3_600_000;

/** Messages of the app to members: whom it cannot reach is named, what is too much is dropped and nobody is told. */
export class AppMessages {
  readonly members = new Set<string>();
  readonly shown: AppMessage[] = [];
  readonly updates: Fields[] = [];
  readonly #options: { readonly clock: Clock; readonly agentId: number };
  readonly #codes = new Map<string, { readonly userid: string; readonly until: number }>();
  readonly #cards = new Map<string, number>();
  readonly #tasks = new Set<string>();
  #count = 0;

  constructor(options: { readonly clock: Clock; readonly agentId: number }) {
    this.#options = options;
  }

  send(body: Fields): ApiAnswer {
    if (body["agentid"] !== this.#options.agentId) return { errcode: 40056, errmsg: "invalid agentid" };
    const wanted = typeof body["touser"] === "string" ? body["touser"].split("|") : [];
    const known = wanted.filter((userid) => this.members.has(userid));
    if (known.length === 0) return { errcode: 81013, errmsg: "all users invalid" };
    const task = (body["template_card"] as { task_id?: string } | undefined)?.task_id;
    if (task !== undefined && this.#tasks.has(task)) return { errcode: 41040, errmsg: "task_id used" };
    if (task !== undefined) this.#tasks.add(task);
    for (const to of known) if (this.#lately(to) < PER_MINUTE) this.shown.push({ to, at: this.#options.clock(), body });
    const invaliduser = wanted.filter((userid) => !this.members.has(userid)).map((userid) => userid.toLowerCase());
    return {
      errcode: 0,
      errmsg: "ok",
      msgid: `app-${this.shown.length}`,
      invaliduser: invaliduser.join("|"),
      response_code: this.newCardCode(),
    };
  }

  newCardCode(): string {
    const code = `RESP${(this.#count += 1)}`;
    this.#cards.set(code, this.#options.clock() + CARD_MS);
    return code;
  }

  updateCard(body: Fields): ApiAnswer {
    const code = typeof body["response_code"] === "string" ? body["response_code"] : "";
    if ((this.#cards.get(code) ?? 0) <= this.#options.clock()) return { errcode: 41041, errmsg: "invalid response_code" };
    this.#cards.delete(code);
    this.updates.push(body);
    return { errcode: 0, errmsg: "ok" };
  }

  /** A code as the browser brings it back after signing in. */
  newCode(userid: string): string {
    const code = `code-${(this.#count += 1)}`;
    this.#codes.set(code, { userid, until: this.#options.clock() + CODE_MS });
    return code;
  }

  userOf(code: string | null): ApiAnswer {
    const known = this.#codes.get(code ?? "");
    this.#codes.delete(code ?? "");
    if (known === undefined) return { errcode: 40029, errmsg: "invalid code" };
    if (known.until <= this.#options.clock()) return { errcode: 42003, errmsg: "code expired" };
    return { errcode: 0, errmsg: "ok", userid: known.userid };
  }

  #lately(to: string): number {
    const since = this.#options.clock() - 60_000;
    return this.shown.filter((one) => one.to === to && one.at > since).length;
  }
}
