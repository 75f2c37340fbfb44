import type { ConditionFile } from "../content/schema/dialog.js";
import type { DialogAnswer } from "./dialog.js";

/** Whether a branch's condition holds of the answers so far; an unanswered or skipped step meets only `isSet: false`. */
export function holds(condition: ConditionFile, given: ReadonlyMap<string, DialogAnswer>): boolean {
  const value = given.get(condition.step)?.value ?? null;
  if ("isSet" in condition) return (value !== null) === condition.isSet;
  if (value === null) return false;
  const among = (wanted: string | number | boolean): boolean =>
    typeof value === "object" ? value.some((one) => one === wanted) : value === wanted;
  if ("equals" in condition) return among(condition.equals);
  if ("oneOf" in condition) return condition.oneOf.some(among);
  if (typeof value !== "number") return false;
  return "atLeast" in condition ? value >= condition.atLeast : value <= condition.atMost;
}
