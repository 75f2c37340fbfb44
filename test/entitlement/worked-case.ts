import { expect, test } from "vitest";
import { calculate } from "../../src/entitlement/calculate.js";
import type { FigureId, FigureLookup } from "../../src/entitlement/figures.js";
import type { RawInputs } from "../../src/entitlement/input.js";
import type { Quantity, Result } from "../../src/entitlement/result.js";

export const TODAY = "2026-11-24";

/** Made-up figures that apply on every day; real ones are content. */
export type Figures = Partial<Record<FigureId, number>>;

export function lookup(figures: Figures = {}): FigureLookup {
  return (id) => figures[id];
}

export type Amount = number | readonly [number, number] | string;

/** A case counted by hand from the statute's words; `because` holds the arithmetic. */
export interface WorkedCase {
  readonly because: string;
  readonly inputs: RawInputs;
  readonly figures?: Figures;
  readonly on?: string;
  /** The main amount: a number, a range, a day or month, or "no-limit". */
  readonly amount?: Amount;
  readonly parts?: Readonly<Record<string, Amount>>;
  readonly flags?: readonly string[];
  readonly noFlags?: readonly string[];
  readonly missing?: readonly string[];
  readonly refused?: readonly string[];
  readonly withheld?: string;
}

export function run(name: string, { inputs, figures, on = TODAY }: Pick<WorkedCase, "inputs" | "figures" | "on">): Result {
  const result = calculate(name, inputs, { on, figures: lookup(figures) });
  if (result === undefined) throw new Error(`no calculator ${name}`);
  return result;
}

export function testCases(name: string, cases: readonly WorkedCase[]): void {
  test.each(cases.map((one) => [one.because, one] as const))("%s", (_because, one) => check(name, one));
}

function check(name: string, one: WorkedCase): void {
  const result = run(name, one);
  if (one.missing !== undefined)
    return expect(result).toMatchObject({
      kind: "missing",
      wanted: one.missing.map((input) => expect.objectContaining({ name: input }) as object),
    });
  if (one.refused !== undefined)
    return expect(result).toMatchObject({
      kind: "refused",
      faults: one.refused.map((input) => expect.objectContaining({ input }) as object),
    });
  if (one.withheld !== undefined) return expect(result).toMatchObject({ kind: "withheld", reason: one.withheld });
  if (result.kind !== "calculated") throw new Error(JSON.stringify(result));
  expect(short(result.amount)).toEqual(one.amount);
  const parts = Object.fromEntries(result.parts.map(({ label, quantity }) => [label, short(quantity)]));
  if (one.parts !== undefined) expect(parts).toEqual(one.parts);
  const kinds = result.flags.map(({ kind }) => kind);
  for (const kind of one.flags ?? []) expect(kinds).toContain(kind);
  for (const kind of one.noFlags ?? []) expect(kinds).not.toContain(kind);
}

function short(quantity: Quantity): Amount {
  switch (quantity.unit) {
    case "no-limit":
      return "no-limit";
    case "date":
    case "month":
      return quantity.value;
    case "fen":
    case "days":
    case "months":
    case "hours":
      return quantity.from === quantity.to ? quantity.from : [quantity.from, quantity.to];
  }
}
