import { bubble } from "./bubble.js";
import { element } from "./element.js";
import type { Line, Source } from "./line.js";

/** What has been said, in the server's order. */
export class Transcript {
  #last: Line | undefined;
  #day = "";

  constructor(
    private readonly log: HTMLElement,
    private readonly open: (source: Source) => void,
  ) {}

  get last(): Line | undefined {
    return this.#last;
  }

  /** Lines seen before are left out. */
  add(lines: readonly Line[]): void {
    for (const line of lines) {
      if (this.#last !== undefined && line.seq <= this.#last.seq) continue;
      this.#markDay(line.at);
      this.log.append(bubble(line, this.open));
      this.#last = line;
    }
  }

  /** A word of the page's own. */
  note(text: string): void {
    this.log.append(element("p", "note", text));
  }

  clear(): void {
    this.log.replaceChildren();
    this.#last = undefined;
    this.#day = "";
  }

  /** A date where a day begins, once it is not all of today. */
  #markDay(at: number): void {
    if (Number.isNaN(at)) return;
    const day = new Date(at).toLocaleDateString("zh-CN", { month: "long", day: "numeric" });
    const today = new Date().toLocaleDateString("zh-CN", { month: "long", day: "numeric" });
    if (day !== this.#day && (this.#day !== "" || day !== today)) this.log.append(element("p", "note", day));
    this.#day = day;
  }
}
