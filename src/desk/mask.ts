import type { About } from "../case/case.js";
import { maskReceipt } from "../case/mask-receipt.js";
import type { FactName } from "../content/schema/facts.js";

/** What tells who somebody is. Hidden by default; shown for a reason that is written down. */
export const HIDDEN_FACTS: ReadonlySet<FactName> = new Set<FactName>(["name", "phone", "idNumber"]);

/** 保密: hidden from everyone but who may open identities, and not even hinted at. */
export function isConfidential(about: About): boolean {
  return about.kind === "case" && about.facts.level === "confidential";
}

export function maskValue(fact: FactName, value: string, confidential: boolean): string {
  if (confidential) return "（保密）";
  const letters = [...value];
  if (fact === "name") return `${letters[0] ?? ""}${"*".repeat(Math.max(letters.length - 1, 1))}`;
  if (fact === "phone") return value.replace(/^(\d{3})\d+(\d{4})$/, "$1****$2");
  return `${letters.slice(0, 1).join("")}${"*".repeat(Math.max(letters.length - 3, 1))}${letters.slice(-2).join("")}`;
}

const PHONE = /(?<!\d)(1[3-9]\d)[-\s]?\d{4}[-\s]?(\d{4})(?!\d)/g;
const ID_NUMBER = /(?<!\d)(\d)\d{14,15}(\d?[\dXx])(?!\d)/g;

/**
 * A text as staff see it by default: phone and ID numbers, receipt codes, and whatever the person gave as name, phone or
 * ID number, hidden.
 */
export function maskText(text: string, about: About): string {
  const confidential = isConfidential(about);
  const told = "dialog" in about ? about.dialog.answers.filter(({ step }) => HIDDEN_FACTS.has(step as FactName)) : [];
  const facts = about.kind === "case" ? [...HIDDEN_FACTS].map((fact) => ({ step: fact, value: about.facts[fact] ?? null, from: "" })) : [];
  const hidden = [...told, ...facts].flatMap(({ step, value }) =>
    typeof value === "string" && [...value].length > 1 ? [{ fact: step as FactName, value }] : [],
  );
  const without = hidden.reduce(
    (masked, { fact, value }) => masked.replaceAll(value, maskValue(fact, value, confidential)),
    maskReceipt(text),
  );
  return without.replace(ID_NUMBER, "$1**************$2").replace(PHONE, confidential ? "（保密）" : "$1****$2");
}
