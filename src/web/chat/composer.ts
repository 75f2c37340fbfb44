import { find } from "./element.js";

export interface ComposerEvents {
  readonly send: (text: string) => void;
}

/** Where the person writes. */
export class Composer {
  readonly #box = find("say", HTMLTextAreaElement);

  constructor(private readonly events: ComposerEvents) {
    find("composer", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#box.addEventListener("input", () => this.#grow());
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || !hasKeyboard()) return;
      event.preventDefault();
      this.#send();
    });
  }

  focus(): void {
    this.#box.focus();
  }

  /** Puts words back to be changed, before whatever stands there. */
  takeBack(text: string): void {
    this.#box.value = [text, this.#box.value].filter((part) => part !== "").join("\n");
    this.#grow();
    this.focus();
  }

  #send(): void {
    const text = this.#box.value.trim();
    if (text === "") return this.focus();
    this.#box.value = "";
    this.#grow();
    this.events.send(text);
  }

  #grow(): void {
    this.#box.style.height = "auto";
    this.#box.style.height = this.#box.value === "" ? "" : `${this.#box.scrollHeight + 2}px`;
  }
}

/** On a phone Enter begins a new line, and the button sends. */
function hasKeyboard(): boolean {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}
