import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALCULATORS, calculate } from "../../src/entitlement/calculate.js";
import type { FigureLookup } from "../../src/entitlement/figures.js";
import type { Input, InputValue, RawInputs } from "../../src/entitlement/input.js";
import type { Calculation, Quantity, Result } from "../../src/entitlement/result.js";
import { limitationClock } from "../../src/entitlement/limitation-clock.js";
import { addDays, addMonths } from "../../src/reading/calendar-day.js";
import { lookup, TODAY } from "./worked-case.js";

const calculators = [...CALCULATORS.values()];
const HOSTILE = ["", "constructor", "__proto__", "toString", "1".repeat(40), "１２３", "😀", "转人工", "取消", "2026-02-30", "2026-13-01"];
const day = fc.integer({ min: 0, max: 9_000 }).map((back) => addDays(TODAY, -back));
const figures: fc.Arbitrary<FigureLookup> = fc.constantFrom(
  lookup(),
  lookup({
    "average-wage": 7000,
    "minimum-wage": 2000.5,
    "national-disposable-income": 54_188,
    "unemployment-benefit": 1500,
    "maternity-days": 188,
  }),
);

/** A value in order for that input. */
function fit(input: Input): fc.Arbitrary<InputValue> {
  switch (input.kind) {
    case "amount":
      return fc.integer({ min: input.min, max: input.max });
    case "count":
      return fc.integer({ min: input.min, max: Math.min(input.max, 2026) });
    case "date":
      return day;
    case "dates":
      return fc.array(day, { maxLength: 4 });
    case "choice":
      return fc.constantFrom(...input.choices.map(({ value }) => value));
    case "yes-no":
      return fc.boolean();
  }
}

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE, Number.NaN, Infinity, -1, 0.1, 1e39, null, undefined, {}, [], [[]], [1]),
  fc.string(),
  fc.double(),
  fc.anything(),
);

function record(inputs: readonly Input[], value: (input: Input) => fc.Arbitrary<unknown>): fc.Arbitrary<RawInputs> {
  return fc
    .record(Object.fromEntries(inputs.map((input) => [input.name, value(input)])), { requiredKeys: [] })
    .map((given) => given as RawInputs);
}

function quantities(result: Calculation): readonly Quantity[] {
  return [result.amount, ...result.parts.map(({ quantity }) => quantity)];
}

function expectSound(result: Result | undefined): void {
  if (result === undefined) throw new Error("no such calculator");
  if (result.kind === "missing") return expect(result.wanted.length).toBeGreaterThan(0);
  if (result.kind === "refused") {
    expect(result.faults.length).toBeGreaterThan(0);
    return expect(result.faults.every(({ say }) => say.length > 0 && !/undefined|NaN/.test(say))).toBe(true);
  }
  if (result.kind === "withheld") return expect(result.say).toMatch(/\p{Script=Han}/u);
  for (const quantity of quantities(result)) expectQuantity(quantity);
  expect(result.steps.length).toBeGreaterThan(0);
  for (const { text, basis } of result.steps) {
    expect(basis.length, text).toBeGreaterThan(0);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\de\+/);
  }
  expect(`${result.formula}${result.flags.map(({ text }) => text).join("")}`).not.toMatch(/undefined|NaN|Infinity|\de\+/);
}

function expectQuantity(quantity: Quantity): void {
  switch (quantity.unit) {
    case "fen":
      expect(Number.isSafeInteger(quantity.from) && Number.isSafeInteger(quantity.to)).toBe(true);
      return expect(0 <= quantity.from && quantity.from <= quantity.to, JSON.stringify(quantity)).toBe(true);
    case "days":
    case "months":
    case "hours":
      return expect(0 <= quantity.from && quantity.from <= quantity.to && Number.isFinite(quantity.to), JSON.stringify(quantity)).toBe(
        true,
      );
    case "date":
      return expect(quantity.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    case "month":
      return expect(quantity.value).toMatch(/^\d{4}-\d{2}$/);
    case "no-limit":
      return;
  }
}

describe.each(calculators)("$name", ({ name, inputs }) => {
  test("gives whole, ordered amounts and a basis for every step, or says why not", () => {
    fc.assert(
      fc.property(record(inputs, fit), figures, (given, found) => {
        expectSound(calculate(name, given, { on: TODAY, figures: found }));
      }),
      { numRuns: 300 },
    );
  });

  test("ends in a named result on anything at all", () => {
    const either = (input: Input) => fc.oneof({ weight: 2, arbitrary: fit(input) }, { weight: 1, arbitrary: strange });
    fc.assert(
      fc.property(record(inputs, either), figures, (given, found) => {
        expectSound(calculate(name, given, { on: TODAY, figures: found }));
      }),
      { numRuns: 300 },
    );
  });

  test("refuses an input it does not know, __proto__ among them", () => {
    const given = JSON.parse('{"__proto__":1,"constructor":2}') as RawInputs;
    expect(calculate(name, given, { on: TODAY, figures: lookup() })).toMatchObject({
      kind: "refused",
      faults: [{ input: "__proto__" }, { input: "constructor" }],
    });
  });

  test("asks in Chinese, and names what decides", () => {
    for (const { question, label } of inputs) expect(`${question}${label}`).toMatch(/^[^a-z]*$/);
    expect(new Set(inputs.map((input) => input.name)).size).toBe(inputs.length);
    expect(inputs.filter(({ kind }) => kind === "amount").every((input) => input.name.endsWith("Fen"))).toBe(true);
  });
});

/** The most a result comes to, in fen. */
function most(name: string, given: RawInputs, found = lookup()): number {
  const result = calculate(name, given, { on: TODAY, figures: found });
  if (result?.kind !== "calculated" || result.amount.unit !== "fen") throw new Error(JSON.stringify(result));
  return result.amount.to;
}

describe("never less for more, where the law is so", () => {
  const pays = fc.tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 5_000_000 }));
  const span = fc.tuple(fc.integer({ min: 0, max: 6_500 }), fc.integer({ min: 0, max: 2_000 }));
  const grounds = fc.constantFrom("agreed", "forced", "unlawful", "unsure", "fault");
  const capped = lookup({ "average-wage": 7000, "minimum-wage": 2000 });

  test("more pay, more severance; without the figures and under the cap", () => {
    fc.assert(
      fc.property(pays, span, grounds, fc.constantFrom(capped, lookup()), ([low, more], [ago, length], ground, found) => {
        const dates = { ground, startedOn: addDays(TODAY, -ago - length), endedOn: addDays(TODAY, -Math.min(ago, 6_000)) };
        // Beyond three times the average the years are cut to twelve, so there a little more pay may give less.
        const high = Math.min(low + more, 2_100_000);
        expect(most("severance", { ...dates, averagePayFen: high }, found)).toBeGreaterThanOrEqual(
          most("severance", { ...dates, averagePayFen: Math.min(low, 2_100_000) }, found),
        );
      }),
    );
  });

  test("longer service, never less severance, cap or no cap", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        span,
        grounds,
        fc.constantFrom(capped, lookup()),
        (averagePayFen, [days, more], ground, found) => {
          const given = { ground, endedOn: "2026-11-01", averagePayFen };
          const short = most("severance", { ...given, startedOn: addDays("2026-11-01", -days) }, found);
          expect(most("severance", { ...given, startedOn: addDays("2026-11-01", -days - more) }, found)).toBeGreaterThanOrEqual(short);
        },
      ),
    );
  });

  test("a later last day, never fewer wages; more pay, never less", () => {
    fc.assert(
      fc.property(pays, span, ([monthlyPayFen, more], [ago, days]) => {
        const given = { payBy: "month", unpaidFrom: addDays(TODAY, -ago - days) };
        const [early, late] = [addDays(TODAY, -ago - Math.floor(days / 2)), addDays(TODAY, -ago)];
        const base = most("unpaid-wages", { ...given, monthlyPayFen, unpaidUntil: early });
        expect(most("unpaid-wages", { ...given, monthlyPayFen, unpaidUntil: late })).toBeGreaterThanOrEqual(base);
        expect(most("unpaid-wages", { ...given, monthlyPayFen: monthlyPayFen + more, unpaidUntil: early })).toBeGreaterThanOrEqual(base);
      }),
    );
  });

  test("more pay, never less overtime, double wage or injury benefit; at most eleven months of double wage", () => {
    fc.assert(
      fc.property(pays, fc.integer({ min: 0, max: 2_000 }), fc.constantFrom("1", "5", "10"), ([low, more], ago, outcome) => {
        const compare = (name: string, field: string, given: RawInputs) => {
          const base = most(name, { ...given, [field]: low }, capped);
          expect(most(name, { ...given, [field]: low + more }, capped)).toBeGreaterThanOrEqual(base);
          return base;
        };
        compare("overtime", "monthlyPayFen", { happenedOn: TODAY, workdayHours: 3, restDayHours: 8, holidayHours: 8 });
        compare("injury", "averagePayFen", { outcome, happenedOn: TODAY });
        expect(compare("double-wage", "monthlyPayFen", { startedOn: addDays(TODAY, -ago) })).toBeLessThanOrEqual(low * 11);
      }),
    );
  });
});

test("the cautious day is never later than any other reading, and an open one", () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(12, 24),
      fc.array(day, { maxLength: 5 }),
      fc.boolean(),
      fc.option(fc.tuple(day, fc.nat(500))),
      (anchor, months, interruptions, proven, pause) => {
        const suspended = pause === null ? undefined : { from: pause[0], until: addDays(pause[0], pause[1]) };
        const { safe, strict, arguable } = limitationClock({ anchor, months, interruptions, proven, suspended });
        expect(safe <= strict && strict <= arguable).toBe(true);
        if (!proven) expect(strict < addMonths(anchor, months)).toBe(true);
      },
    ),
  );
});
