import type { SlotFile } from "../content/schema/slot.js";
import { organisationsIn } from "../reading/organisation.js";
import { isQuestion } from "../reading/plain-text.js";
import { projectsIn } from "../reading/read-project.js";
import { sayDays } from "../reading/say-date.js";
import { sayMoney } from "../reading/say-money.js";
import { sayMonths } from "../reading/say-duration.js";
import type { DialogAnswer } from "./dialog.js";

/** A closed slot knows its answers, so it is tried before anything else; an open one takes any words. */
export function isClosed(slot: SlotFile): boolean {
  return !["text", "employer", "project", "township", "name"].includes(slot.type);
}

/** Whether an open slot's answer is so plainly a name that nobody need look for a question in it. */
export function namesPlainly({ type }: SlotFile, text: string): boolean {
  if (isQuestion(text)) return false;
  if (type === "name" || type === "township") return true;
  return (type === "employer" || type === "project") && (organisationsIn(text).length > 0 || projectsIn(text).length > 0);
}

/** Buttons under the question. */
export function slotChoices(slot: SlotFile): readonly string[] {
  if (slot.type === "choice") return slot.options.map(({ label }) => label);
  if (slot.type === "many-choice") return [...slot.options.map(({ label }) => label), slot.none];
  if (slot.type === "yes-no") return ["是", "否"];
  return slot.type === "files" ? ["好了", "没有"] : [];
}

/** An answer in the words of the summary. */
export function showValue(slot: SlotFile, { value, bounds, from }: Pick<DialogAnswer, "value" | "bounds" | "from">): string {
  if (value === null) return without(from);
  if (typeof value === "object") return showList(slot, value);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return showText(slot, value, bounds);
  const { low = value, high = value } = bounds ?? {};
  const room = { low: Number(low), high: Number(high) };
  if (slot.type === "amount") return sayMoney({ fen: value, ...room });
  if (slot.type === "duration") return sayMonths({ months: value, ...room });
  if (slot.type === "number") return `${room.low === room.high ? value : `${room.low}到${room.high}`}${slot.unit}`;
  if (slot.type !== "count") return String(value);
  return room.low === room.high ? `${value}人` : `${room.low}到${room.high}人`;
}

function showText(slot: SlotFile, value: string, bounds: DialogAnswer["bounds"]): string {
  if (slot.type === "choice") return slot.options.find((option) => option.value === value)?.label ?? value;
  if (slot.type !== "date") return value;
  return sayDays(String(bounds?.low ?? value), String(bounds?.high ?? value));
}

function showList(slot: SlotFile, values: readonly string[]): string {
  if (slot.type === "files") return values.length === 0 ? "没有" : `${values.length}个文件`;
  if (slot.type === "dates") return values.map((day) => sayDays(day, day)).join("、");
  if (slot.type !== "many-choice") return values.join("、");
  const labels = slot.options.filter((option) => values.includes(option.value)).map(({ label }) => label);
  return labels.length === 0 ? slot.none : labels.join("；");
}

/** Why there is no answer, as far as it was said. */
function without(from: string): string {
  if (/不知道|不清楚|不晓得|记不|忘了/.test(from)) return "（不知道）";
  return /不想|不方便|不留/.test(from) ? "（不想说）" : "（没有填）";
}
