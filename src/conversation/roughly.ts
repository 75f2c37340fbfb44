import type { Quantity, Result } from "../entitlement/result.js";
import { flag } from "../entitlement/result.js";
import { SUM_PHRASES } from "./sum-phrases.js";

type Calculated = Extract<Result, { readonly kind: "calculated" }>;

/**
 * One result from those for each end of what was said roughly: the amount from the least to the most, and of last days the
 * earliest, for a day too many loses the claim. An end the calculator refuses says nothing.
 */
export function roughly(central: Calculated, ends: readonly Result[]): Calculated {
  const all = [central, ...ends.filter((one) => one.kind === "calculated")].filter(({ amount }) => amount.unit === central.amount.unit);
  const [least, most] = [best(all, (one, other) => lowOf(one) < lowOf(other)), best(all, (one, other) => highOf(one) > highOf(other))];
  if (least === undefined || most === undefined || same(least.amount, most.amount)) return central;
  if (central.amount.unit === "date") return least;
  if (!("from" in least.amount) || !("to" in most.amount)) return central;
  return {
    ...central,
    amount: { ...most.amount, from: least.amount.from },
    formula: SUM_PHRASES.between(least.formula, most.formula),
    // Parts would be of one end only.
    parts: [],
    flags: [flag("assumes", SUM_PHRASES.rough), ...central.flags],
  };
}

function best(all: readonly Calculated[], better: (one: Calculated, other: Calculated) => boolean): Calculated | undefined {
  return all.reduce<Calculated | undefined>((sofar, one) => (sofar === undefined || better(one, sofar) ? one : sofar), undefined);
}

function lowOf({ amount }: Calculated): number | string {
  return "from" in amount ? amount.from : "value" in amount ? amount.value : 0;
}

function highOf({ amount }: Calculated): number | string {
  return "to" in amount ? amount.to : "value" in amount ? amount.value : 0;
}

function same(one: Quantity, other: Quantity): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
