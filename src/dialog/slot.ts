import type { SlotFile } from "../content/schema/dialog.js";
import { countChars, visible } from "../reading/plain-text.js";
import { readChoice } from "../reading/read-choice.js";
import { readPhone } from "../reading/read-phone.js";
import { readYesNo } from "../reading/read-yes-no.js";
import { read, UNREAD, type Reading } from "../reading/reading.js";

export type SlotValue = string | number | boolean | null;

/** Reads a person's words as the kind of value a step asks for. */
export function readSlot(slot: SlotFile, text: string): Reading<Exclude<SlotValue, null>> {
  switch (slot.type) {
    case "text":
      return readText(text, slot.min, slot.max);
    case "yes-no":
      return readYesNo(text);
    case "phone":
      return readPhone(text);
    case "choice":
      return readChoice(text, slot.options);
  }
}

/** A closed slot knows its answers, so it is tried before anything else; an open one takes any words. */
export function isClosed(slot: SlotFile): boolean {
  return slot.type !== "text";
}

/** A value in the words of the summary. */
export function showValue(slot: SlotFile, value: SlotValue): string {
  if (value === null) return "（没有填）";
  if (slot.type === "yes-no") return value === true ? "是" : "否";
  if (slot.type === "choice") return slot.options.find((option) => option.value === value)?.label ?? String(value);
  return String(value);
}

/** Buttons under the question. */
export function slotChoices(slot: SlotFile): readonly string[] {
  if (slot.type === "choice") return slot.options.map(({ label }) => label);
  return slot.type === "yes-no" ? ["是", "否"] : [];
}

function readText(text: string, min: number, max: number): Reading<string> {
  const shown = visible(text);
  const length = countChars(shown);
  return length >= min && length <= max && /[\p{L}\p{N}]/u.test(shown) ? read(shown) : UNREAD;
}
