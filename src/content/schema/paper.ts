import { z } from "zod";
import { CitationFile } from "./answer.js";
import { Id, line } from "./common.js";
import { Holding } from "./fact-condition.js";
import { OFFICES } from "./region.js";

/**
 * In texts, {amount} is a fact of the complaint, {步:family} the answer to that step, {空:开户行} a blank for whoever hands
 * it in, {仲裁委} an office. A fact nobody told becomes a blank too.
 */
const Text = line(400);

const Said = z.strictObject({ text: Text, ...Holding });

const Block = z.union([
  z.strictObject({ heading: line(20), ...Holding }),
  z.strictObject({ text: Text, ...Holding }),
  /** Name and value, as a table; of several rows of one name that hold, the first. */
  z.strictObject({ fields: z.array(z.strictObject({ name: line(16), text: Text, ...Holding })).min(1), ...Holding }),
  z.strictObject({ numbered: z.array(Said).min(1), ...Holding }),
  /** What proves it and is in hand, then what the employer must bring: from knowledge/evidence. */
  z.strictObject({ evidence: z.enum(["list", "table"]), ...Holding }),
]);
export type PaperBlockFile = z.infer<typeof Block>;

/** A paper to hand in, filled from what was said. */
export const PaperFile = z.strictObject({
  id: Id,
  title: line(20),
  /** On a button: 投诉书. */
  button: line(10),
  /** Where it goes. */
  to: z.enum(OFFICES),
  /** How whoever signs it is called: 申请人. */
  signer: line(8),
  /** Papers are offered in this order. */
  rank: z.number().int(),
  dialogs: z.array(Id).min(1),
  blocks: z.array(Block).min(1),
  attach: z.array(Said).min(1),
  /** What to mind, on the page that stays with the person. */
  mind: z.array(Said).min(1),
  citations: z.array(CitationFile).min(1),
});
export type PaperFile = z.infer<typeof PaperFile>;
