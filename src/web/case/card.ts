import { element } from "../chat/element.js";

export function card(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element("section", "card", element("h2", "", name), ...children);
}
