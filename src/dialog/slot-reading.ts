import type { Bounds, SlotValue } from "./slot-value.js";

/** Why an answer that was read cannot be kept; each has its sentence for the person. */
export type Unusable = "too-long" | "out-of-range" | "check-digit" | "future" | "absurd" | "several" | "other-period";

/** What a step made of an answer. `doubtful`: to be read back before it counts. */
export type SlotReading =
  | { readonly kind: "taken"; readonly value: Exclude<SlotValue, null>; readonly bounds?: Bounds; readonly doubtful: boolean }
  | { readonly kind: "unusable"; readonly because?: Unusable };

export const UNUSABLE: SlotReading = { kind: "unusable" };

export function taken(value: Exclude<SlotValue, null>, bounds?: Bounds, doubtful = false): SlotReading {
  return { kind: "taken", value, doubtful, ...(bounds === undefined ? {} : { bounds }) };
}
