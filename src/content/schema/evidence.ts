import { z } from "zod";
import { CitationFile } from "./answer.js";
import { Id, line } from "./common.js";
import { FactCondition } from "./fact-condition.js";

/** How far it carries: by itself, together with others, or hardly when it stands alone. */
export const STRENGTHS = ["strong", "weak", "alone"] as const;

const Named = { id: Id, item: line(24), proves: line(40), when: FactCondition.optional() };

/** What proves a complaint of one dialog, most telling first. */
export const EvidenceFile = z.strictObject({
  /** The dialog's. */
  id: Id,
  /** What the person can have; its id is the option of the dialog's question for evidence, where that has it. */
  items: z.array(z.strictObject({ ...Named, strength: z.enum(STRENGTHS), get: line(70) })).min(2),
  /** What the employer keeps and must bring, by which article. */
  employer: z.array(z.strictObject({ ...Named, citations: z.array(CitationFile).min(1) })).min(1),
  /** What can be done today, the most pressing first; `lacks`: only while that item is not in hand. */
  today: z.array(z.strictObject({ do: line(70), lacks: Id.optional(), when: FactCondition.optional() })).min(3),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;
