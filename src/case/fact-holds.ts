import type { FactCondition } from "../content/schema/fact-condition.js";
import type { SlotValue } from "../dialog/slot-value.js";
import type { Facts } from "./case.js";

interface Holding {
  readonly for?: readonly string[] | undefined;
  readonly when?: FactCondition | undefined;
}

/** Whether something written for some complaints and some facts holds for this one. */
export function holdsFor({ for: dialogs, when }: Holding, complaint: { readonly dialog: string; readonly facts: Facts }): boolean {
  return (dialogs === undefined || dialogs.includes(complaint.dialog)) && (when === undefined || factHolds(when, complaint.facts));
}

export function factHolds(condition: FactCondition, facts: Facts): boolean {
  const value = facts[condition.fact] ?? null;
  if ("isSet" in condition) return (value !== null) === condition.isSet;
  if ("without" in condition) return !isAmong(value, [condition.without]);
  return isAmong(value, "equals" in condition ? [condition.equals] : condition.oneOf);
}

function isAmong(value: SlotValue, wanted: readonly (string | number | boolean)[]): boolean {
  if (value === null) return false;
  return typeof value === "object" ? wanted.some((one) => value.some((given) => given === one)) : wanted.includes(value);
}
