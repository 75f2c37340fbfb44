import type { Facts } from "../case/case.js";
import { adviseEvidence } from "../case/evidence.js";
import type { Library } from "../content/library.js";
import { reply, type Reply } from "./activity.js";

/** How the evidence stands and what to do today; undefined where nobody has written down what proves such a complaint. */
export function sayEvidence({ evidence }: Library, dialog: string, facts: Facts): Reply | undefined {
  const rules = evidence.get(dialog);
  if (rules === undefined) return undefined;
  const { verdict, today } = adviseEvidence(rules, facts);
  return reply(`证据：${verdict}\n今天先做：\n${today.map((line, index) => `${index + 1}. ${line}`).join("\n")}`);
}
