import { z } from "zod";
import { Id, line } from "./common.js";

/** The first screen: what is said to someone who arrives, and the buttons under it. */
export const MenuFile = z.strictObject({
  id: Id,
  /** At most three lines; {县} and {工会} are filled in from the region. */
  greeting: line(120),
  /** One answer opens at once; several are offered as a choice; a dialog begins. */
  buttons: z
    .array(
      z.union([
        z.strictObject({ label: line(16), answers: z.array(Id).min(1).max(6) }),
        z.strictObject({ label: line(16), say: line(16) }),
      ]),
    )
    .min(4)
    .max(7),
});
export type MenuFile = z.infer<typeof MenuFile>;
