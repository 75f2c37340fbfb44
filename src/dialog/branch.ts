import type { ConditionFile } from "../content/schema/dialog.js";
import type { DialogAnswer } from "./dialog.js";
import type { SlotValue } from "./slot-value.js";

/** Whether a branch's condition holds of the answers so far; an unanswered or skipped step, and an empty list, meet only `isSet: false`. */
export function holds(condition: ConditionFile, given: ReadonlyMap<string, DialogAnswer>): boolean {
  const value = given.get(condition.step)?.value ?? null;
  if ("isSet" in condition) return isSet(value) === condition.isSet;
  if (value === null) return false;
  const among = (wanted: string | number | boolean): boolean =>
    typeof value === "object" ? value.some((one) => one === wanted) : value === wanted;
  if ("equals" in condition) return among(condition.equals);
  if ("oneOf" in condition) return condition.oneOf.some(among);
  if (typeof value !== "number") return false;
  return "atLeast" in condition ? value >= condition.atLeast : value <= condition.atMost;
}

function isSet(value: SlotValue): boolean {
  return value !== null && !(typeof value === "object" && value.length === 0);
}
