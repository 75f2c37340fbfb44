const NEAR_END_PX = 160;
const GAP_PX = 10;

/** Keeps what is new in view, unless the reader has gone back to read. */
export class Follow {
  #away = false;

  constructor() {
    for (const kind of ["wheel", "touchmove"] as const) addEventListener(kind, () => (this.#away = !isAtEnd()), { passive: true });
  }

  /** The person has just said something, and looks at what comes. */
  return(): void {
    this.#away = false;
  }

  /** Scrolls to the end, but never past the beginning of `from`: an answer is read from its first word. */
  show(from: Element | null, smooth: boolean): void {
    if (this.#away && !isAtEnd()) return;
    const end = document.documentElement.scrollHeight - window.innerHeight;
    const header = document.querySelector(".top")?.getBoundingClientRect().bottom ?? 0;
    const begin = from === null ? end : from.getBoundingClientRect().top + window.scrollY - Math.max(0, header) - GAP_PX;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    window.scrollTo({ top: Math.min(end, begin), behavior: smooth && !calm ? "smooth" : "auto" });
  }
}

function isAtEnd(): boolean {
  return document.documentElement.scrollHeight - window.innerHeight - window.scrollY < NEAR_END_PX;
}
