import type { KfWaiting } from "../../../store/wecom-store.js";

const JOIN_MAX = 9;

/**
 * The leading messages that make up one turn: words and files sent in a row. A click stands alone, for it answers one
 * question; whatever staff or the platform did in between ends the row.
 */
export function joinable(waiting: readonly KfWaiting[]): readonly KfWaiting[] {
  const [first] = waiting;
  if (first === undefined || isClick(first)) return first === undefined ? [] : [first];
  const end = waiting.findIndex((one) => one.origin !== 3 || one.turn !== undefined || isClick(one));
  return waiting.slice(0, Math.min(end < 0 ? waiting.length : end, JOIN_MAX));
}

/** Nobody clicks twice in one breath, so nothing is waited for after a click. */
export function isClick({ type, raw }: KfWaiting): boolean {
  if (type !== "text") return false;
  const { text } = JSON.parse(raw) as { text?: { menu_id?: unknown } };
  return typeof text?.menu_id === "string" && text.menu_id !== "";
}
