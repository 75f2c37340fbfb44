import { ref } from "vue";
import type { CaseAct } from "../../../case/life.js";
import { dialogs } from "../view/dialogs.js";
import { card } from "./matter.js";
import { say } from "./notice.js";
import { go, pane, place } from "./place.js";

/** The single keys, as the help shows them. */
export const KEYS = [
  ["J", "下一件"],
  ["K", "上一件"],
  ["回车", "打开选中的那件"],
  ["R", "写回复"],
  ["N", "写内部备注"],
  ["A", "接手"],
  ["T", "转交"],
  ["E", "办结"],
  ["/", "插入常用语"],
  ["?", "这份帮助"],
  ["Esc", "离开输入框、关掉窗口"],
] as const;

const KEPT = "desk-keys";
export const helpOpen = ref(false);
export const actWanted = ref<CaseAct>();
/** Some people's tools press letters by themselves: WCAG 2.1.4 asks for a way to turn single keys off. */
export const keysOn = ref(localStorage.getItem(KEPT) !== "off");

export function setKeys(on: boolean): void {
  keysOn.value = on;
  localStorage.setItem(KEPT, on ? "on" : "off");
}

/** `E` is the step that ends what is at hand, whichever the matter is at. */
const ENDING: readonly CaseAct[] = ["close", "finish", "settle"];

const DO: ReadonlyMap<string, () => void> = new Map([
  ["j", () => moveTo(1)],
  ["k", () => moveTo(-1)],
  ["r", () => write("reply")],
  ["n", () => write("note")],
  ["a", () => act(["claim"], "这件事现在不能接手。")],
  ["t", () => act(["transfer"], "这件事现在不能转交。")],
  ["e", () => act(ENDING, "这件事现在还不能办结。")],
  ["/", () => press("[data-key='templates']")],
  ["?", () => (helpOpen.value = true)],
]);

/** Returns what stops it. */
export function followKeys(): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialogs.value > 0) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    if (target?.closest("input, textarea, select, [contenteditable]") != null) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const run = DO.get(event.key.toLowerCase());
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}

function moveTo(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(".row")];
  const at = all.findIndex((one) => one === document.activeElement || one.dataset["reference"] === place.value.reference);
  const focused = all.findIndex((one) => one === document.activeElement);
  const from = focused >= 0 ? focused : at;
  all[Math.min(Math.max(from + step, 0), all.length - 1)]?.focus();
}

function write(voice: "reply" | "note"): void {
  if (card.value === undefined) return;
  pane.value = "talk";
  press(`[data-key='${voice}']`);
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

/** Of the matter that is open; of the one the list stands on, once it is open. */
function act(acts: readonly CaseAct[], why: string): void {
  const { activeElement } = document;
  const chosen = activeElement instanceof HTMLElement ? activeElement.dataset["reference"] : undefined;
  if (chosen !== undefined && chosen !== card.value?.reference) return go("queue", chosen);
  const open = acts.find((one) => card.value?.acts.some((row) => row.act === one));
  if (open === undefined) say(card.value === undefined ? "请先打开一件事。" : why, "bad");
  else actWanted.value = open;
}
