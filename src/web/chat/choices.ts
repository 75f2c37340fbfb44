import { button, element } from "./element.js";
import type { Choice, Line } from "./line.js";

/** The buttons under the last thing the bot said, numbered as it counts them, so that a digit does as well. */
export class ChoicesView {
  #choices: readonly Choice[] = [];

  constructor(
    private readonly place: HTMLElement,
    private readonly choose: (say: string, byKeyboard: boolean) => void,
  ) {}

  /** Whatever was said last decides; the person's own words leave none. */
  follow(last: Line | undefined): void {
    this.#choices = last === undefined || last.by === "worker" ? [] : last.choices;
    this.#show();
  }

  clear(): void {
    this.#choices = [];
    this.#show();
  }

  #show(): void {
    const numbered = this.#choices.length > 1;
    this.place.replaceChildren(...this.#choices.map((choice, index) => this.#chip(choice, numbered ? index + 1 : undefined)));
    this.place.hidden = this.#choices.length === 0;
  }

  #chip({ label, say }: Choice, number: number | undefined): HTMLElement {
    // A press by key counts no clicks.
    const chip = button("choice", "", ({ detail }) => {
      this.clear();
      this.choose(say, detail === 0);
    });
    if (number !== undefined) chip.append(element("span", "number", String(number)));
    chip.append(element("span", "", label));
    return chip;
  }
}
