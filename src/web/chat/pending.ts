import { ownWords } from "./bubble.js";
import { button, element } from "./element.js";

export interface Pending {
  readonly id: string;
  /** Empty when it is files only. */
  readonly text: string;
  readonly files?: readonly string[];
}

interface Row {
  readonly root: HTMLElement;
  readonly state: HTMLElement;
  readonly retry: () => void;
  readonly text: string;
}

export interface PendingEvents {
  readonly changed: () => void;
  /** The words of a refused message, to be written differently. */
  readonly takeBack: (text: string) => void;
}

/** The person's own words that the server has not shown back yet, and how each fares. */
export class PendingView {
  readonly #rows = new Map<string, Row>();

  constructor(
    private readonly place: HTMLElement,
    private readonly events: PendingEvents,
  ) {}

  get size(): number {
    return this.#rows.size;
  }

  get last(): Element | null {
    return this.place.lastElementChild;
  }

  add({ id, text, files = [] }: Pending, retry: () => void): void {
    if (this.#rows.has(id)) return;
    const state = element("div", "state");
    const root = element("div", "line own waiting", ...ownWords(text, files), state);
    this.#rows.set(id, { root, state, retry, text });
    this.place.append(root);
    this.sending(id);
    this.events.changed();
  }

  sending(id: string): void {
    this.#show(id, "发送中…");
  }

  /** `part` of 1 has been sent. */
  progress(id: string, part: number): void {
    const row = this.#rows.get(id);
    const bar = row?.state.querySelector("progress") ?? element("progress", "");
    bar.max = 1;
    bar.value = part;
    bar.setAttribute("aria-label", "上传进度");
    if (!bar.isConnected) row?.state.replaceChildren(bar, "发送中…");
  }

  sent(id: string): void {
    this.#show(id, "");
  }

  stuck(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined || row.state.querySelector(".retry") !== null) return;
    const again = button("retry", "未送达，点一下重试", () => {
      this.sending(id);
      row.retry();
    });
    this.#show(id, again);
  }

  refused(id: string, reason: string): void {
    const row = this.#rows.get(id);
    const back = button("retry", row?.text === "" ? "知道了" : "拿回来改", () => {
      this.remove(id);
      if (row !== undefined && row.text !== "") this.events.takeBack(row.text);
    });
    this.#show(id, element("span", "reason", reason), back);
    row?.root.classList.add("refused");
  }

  remove(id: string): void {
    this.#rows.get(id)?.root.remove();
    if (this.#rows.delete(id)) this.events.changed();
  }

  clear(): void {
    for (const id of [...this.#rows.keys()]) this.remove(id);
  }

  #show(id: string, ...state: readonly (Node | string)[]): void {
    this.#rows.get(id)?.state.replaceChildren(...state);
  }
}
