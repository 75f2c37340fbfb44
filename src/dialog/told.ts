import type { FactName } from "../content/schema/facts.js";
import type { Bounds, SlotValue } from "./slot-value.js";

/** A fact told without being asked for. `doubtful`: to be read back before it counts. */
export interface Told {
  readonly value: Exclude<SlotValue, null>;
  readonly from: string;
  readonly bounds?: Bounds;
  readonly doubtful: boolean;
}

export type ToldFacts = Partial<Record<FactName, Told>>;

/** One fact from all its mentions; mentions that differ tell nothing sure. */
export function agreed(mentions: readonly Told[]): Told | undefined {
  const [first, ...others] = mentions;
  return first !== undefined && others.every(({ value }) => value === first.value) ? first : undefined;
}
