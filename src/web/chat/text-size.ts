import { keep, recall } from "./kept.js";

const SIZES = ["small", "medium", "large"] as const;

/** 字号 小 中 大, remembered on this device. */
export function prepareTextSize(group: HTMLElement): void {
  const buttons = [...group.querySelectorAll<HTMLButtonElement>("button[data-size]")];
  const show = (size: string): void => {
    document.documentElement.dataset["size"] = size;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset["size"] === size));
  };
  for (const one of buttons) {
    one.addEventListener("click", () => {
      const size = one.dataset["size"] ?? "medium";
      keep("size", size);
      show(size);
    });
  }
  show(SIZES.find((size) => size === recall("size")) ?? "medium");
}
