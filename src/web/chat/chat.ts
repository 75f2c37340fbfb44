import { ChoicesView } from "./choices.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { DirectLine } from "./direct-line.js";
import { find } from "./element.js";
import { Follow } from "./follow.js";
import type { Page } from "./line.js";
import { Outbox } from "./outbox.js";
import { PendingView } from "./pending.js";
import type { Session } from "./session.js";
import { showSource } from "./sources.js";
import { Transcript } from "./transcript.js";
import { Typing } from "./typing.js";
import { Uploads } from "./uploads.js";

/** A line that is on the server comes back by the socket within this, or the socket is dead. */
const ECHO_WITHIN_MS = 4_000;
const EXPIRED = "上次的对话已经过期，这是新的对话。";

/** The conversation on the page: joins what is heard, what is said and what is shown. */
export class Chat {
  readonly #log = find("log", HTMLElement);
  readonly #banner = find("offline", HTMLElement);
  readonly #follow = new Follow();
  readonly #typing = new Typing(find("typing", HTMLElement));
  readonly #transcript = new Transcript(this.#log, showSource);
  readonly #composer = new Composer({ send: (text) => this.#say(text) });
  readonly #choices = new ChoicesView(find("choices", HTMLElement), (say, byKeyboard) => this.#choose(say, byKeyboard));
  readonly #pending = new PendingView(find("pending", HTMLElement), {
    changed: () => this.#showChoices(),
    takeBack: (text) => this.#composer.takeBack(text),
  });
  readonly #line: DirectLine;
  readonly #outbox: Outbox;
  readonly #uploads: Uploads;
  readonly #connection: Connection;
  #reachable = true;

  constructor(session: Session) {
    const events = { posted: (seq: number) => this.#posted(seq), held: () => this.#held(), gone: () => this.#connection.wake() };
    this.#line = new DirectLine(session);
    this.#outbox = new Outbox(this.#line, this.#pending, events);
    this.#uploads = new Uploads(session, this.#pending, events);
    this.#connection = new Connection(this.#line, {
      heard: (page) => this.#heard(page),
      reachable: (reachable) => this.#setReachable(reachable),
      expired: () => this.#expired(),
    });
  }

  begin(): void {
    this.#listenToControls();
    addEventListener("online", () => this.#networkChanged());
    addEventListener("offline", () => this.#showBanner());
    document.addEventListener("visibilitychange", () => (document.hidden ? undefined : this.#networkChanged()));
    this.#outbox.resume();
    void this.#connection.run();
  }

  /** Nothing of it is left on this device; the next line begins a new conversation. */
  forget(): void {
    this.#line.forget();
    this.#outbox.wipe();
    this.#transcript.clear();
    this.#choices.clear();
    this.#typing.end();
    this.#connection.restart();
  }

  #listenToControls(): void {
    find("staff", HTMLButtonElement).addEventListener("click", () => this.#say("转人工"));
    const picker = find("files", HTMLInputElement);
    find("attach", HTMLButtonElement).addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      this.#uploads.send([...(picker.files ?? [])]);
      picker.value = "";
      this.#follow.return();
      this.#follow.show(this.#pending.last, true);
    });
  }

  #choose(say: string, byKeyboard: boolean): void {
    this.#say(say);
    if (byKeyboard) this.#composer.focus();
  }

  #say(text: string): void {
    this.#outbox.send(text);
    if (this.#transcript.last?.by !== "staff") this.#typing.begin();
    this.#follow.return();
    this.#follow.show(this.#pending.last, true);
  }

  #heard({ lines }: Page): void {
    const first = this.#transcript.last === undefined;
    const before = this.#log.lastElementChild;
    this.#transcript.add(lines);
    for (const { clientId } of lines) if (clientId !== undefined) this.#outbox.settle(clientId);
    this.#showChoices();
    this.#log.setAttribute("aria-busy", "false");
    if (lines.every(({ by }) => by === "worker")) return;
    this.#typing.end();
    // Coming back, the reader is put where they spoke last; the first time the page stays at its top.
    const begin = first ? [...this.#log.querySelectorAll(".own")].pop() : beginOfReply(before);
    if (begin !== undefined) this.#follow.show(begin, !first);
  }

  #posted(seq: number): void {
    setTimeout(() => this.#connection.expect(seq), ECHO_WITHIN_MS);
    const { last } = this.#transcript;
    if ((last?.seq ?? 0) <= seq && last?.by !== "staff") this.#typing.begin();
  }

  #held(): void {
    this.#typing.end();
    this.#follow.show(this.#pending.last, false);
  }

  #showChoices(): void {
    if (this.#pending.size > 0) this.#choices.clear();
    else this.#choices.follow(this.#transcript.last);
  }

  #expired(): void {
    this.#transcript.clear();
    this.#transcript.note(EXPIRED);
    this.#outbox.reshow();
  }

  #networkChanged(): void {
    this.#showBanner();
    this.#connection.wake();
    this.#outbox.wake();
  }

  #setReachable(reachable: boolean): void {
    const back = reachable && !this.#reachable;
    this.#reachable = reachable;
    this.#showBanner();
    if (back) this.#outbox.wake();
  }

  #showBanner(): void {
    this.#banner.hidden = this.#reachable && navigator.onLine;
  }
}

/** The person's words just before the first new line, or else that line. */
function beginOfReply(before: Element | null): Element | null {
  return before?.classList.contains("own") === true ? before : (before?.nextElementSibling ?? null);
}
