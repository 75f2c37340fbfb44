import { z } from "zod";
import { Day, Id, line } from "./common.js";

/** A number that depends on region and date. */
export const FigureFile = z.strictObject({
  id: Id,
  name: line(40),
  unit: line(12),
  /** Whom to ask while there is no confirmed number. */
  askWhom: line(40),
  rows: z.array(
    z.strictObject({
      region: line(30),
      from: Day,
      until: Day.optional(),
      value: z.number().nonnegative(),
      source: line(80),
      /** True until a person has confirmed it at the source; such a row is never used. */
      verify: z.boolean(),
    }),
  ),
});
export type FigureFile = z.infer<typeof FigureFile>;
