import { z } from "zod";
import { FACTS } from "./facts.js";
import { Id } from "./common.js";

const Value = z.union([z.string(), z.number(), z.boolean()]);

/** What of a complaint must be so. Of a list of options, `equals` and `oneOf` ask whether it is among them. */
export const FactCondition = z.union([
  z.strictObject({ fact: z.enum(FACTS), equals: Value }),
  z.strictObject({ fact: z.enum(FACTS), oneOf: z.array(Value).min(1) }),
  /** The opposite of `equals`; also where nothing was told. */
  z.strictObject({ fact: z.enum(FACTS), without: Value }),
  z.strictObject({ fact: z.enum(FACTS), isSet: z.boolean() }),
]);
export type FactCondition = z.infer<typeof FactCondition>;

/** Holds for the complaints named, when the facts are so; without either, always. */
export const Holding = {
  for: z.array(Id).min(1).optional(),
  when: FactCondition.optional(),
};
