const SHOW_AFTER_MS = 600;
/** By then a person has it, or something is wrong; either way we are not looking it up. */
const HIDE_AFTER_MS = 15_000;

/** Says that an answer is being looked for, when it takes longer than a moment. */
export class Typing {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly place: HTMLElement) {}

  begin(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.place.hidden = false;
      this.#timer = setTimeout(() => this.end(), HIDE_AFTER_MS);
    }, SHOW_AFTER_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.place.hidden = true;
  }
}
