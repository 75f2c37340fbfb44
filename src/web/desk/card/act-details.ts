import { NEEDS, type Need } from "../../../case/life.js";
import { readYuan } from "../view/yuan.js";

/** What stands in the form; the empty text where nothing was written or chosen. */
export interface Filled {
  reason: string;
  declineReason: string;
  body: string;
  answer: string;
  outcome: string;
  /** Yuan, as typed. */
  amount: string;
  told: string;
  to: string;
  solved: boolean;
  satisfied: string;
}

export type Details =
  | { readonly kind: "details"; readonly details: Readonly<Record<string, string | number | boolean>> }
  | { readonly kind: "wrong"; readonly why: string };

const FIELDS: Readonly<Record<Exclude<Need, "solved" | "into">, Exclude<keyof Filled, "solved">>> = {
  ...{ reason: "reason", "decline-reason": "declineReason", body: "body", answer: "answer", outcome: "outcome", told: "told", to: "to" },
};

/** What the step needs, as the server takes it, or what is still missing. */
export function detailsFor(needs: readonly Need[], filled: Filled): Details {
  const details: Record<string, string | number | boolean> = {};
  for (const need of needs) {
    if (need === "into") return { kind: "wrong", why: `${NEEDS.into}。` };
    if (need === "solved") {
      if (!filled.solved) return { kind: "wrong", why: `${NEEDS.solved}。` };
      details["solved"] = true;
      if (filled.satisfied !== "") details["satisfied"] = filled.satisfied === "yes";
      continue;
    }
    const given = filled[FIELDS[need]].trim();
    if (given === "") return { kind: "wrong", why: `${NEEDS[need]}。` };
    details[FIELDS[need]] = given;
  }
  if (!needs.includes("outcome") || filled.amount.trim() === "") return { kind: "details", details };
  const amountFen = readYuan(filled.amount);
  return amountFen === undefined
    ? { kind: "wrong", why: "追回的钱请写数字，例如 23000。" }
    : { kind: "details", details: { ...details, amountFen } };
}
