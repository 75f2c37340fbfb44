import { beijingDay } from "../clock.js";
import { confirmedFigures } from "../content/confirmed-figure.js";
import type { Dialog } from "../content/library.js";
import { holds } from "../dialog/branch.js";
import { givenOf, position, type DialogAnswer, type DialogState } from "../dialog/dialog.js";
import type { Calculator } from "../entitlement/calculator.js";
import { CALCULATORS } from "../entitlement/calculate.js";
import type { Environment } from "../entitlement/figures.js";
import type { InputValue, RawInputs } from "../entitlement/input.js";
import type { Result } from "../entitlement/result.js";
import { roughly } from "./roughly.js";
import type { TurnContext } from "./turn.js";

/** Figures are of a region, and nothing later than now has happened. */
type Ground = Pick<TurnContext, "library" | "region" | "now">;

/** Of more rough answers than these only the first widen the range: 8 sums are enough. */
const ROUGH_MAX = 3;
/** 去年十一月到今年一月没发 means those months whole: of them the month's first and last day are no guess. */
const WHOLE_MONTHS: ReadonlySet<string> = new Set(["unpaidFrom", "unpaidUntil"]);

/** What a calculator makes of a finished dialog of its own. */
export function workOut(context: Ground, calculator: Calculator, { dialog, state }: { dialog: Dialog; state: DialogState }): Result {
  const given = givenOf(state);
  const answers = position(dialog, state).path.flatMap((name): [string, DialogAnswer][] => {
    const answer = given.get(name);
    return answer === undefined ? [] : [[name, answer]];
  });
  return withRoom(context, calculator, { answers, fixed: {} });
}

/** What the calculators named by a complaint dialog make of its answers; what cannot be worked out is left out. */
export function sumsOf(context: Ground, { dialog, state }: { dialog: Dialog; state: DialogState }): readonly Result[] {
  const given = givenOf(state);
  const path = position(dialog, state).path;
  return dialog.calculate.flatMap(({ name, when, inputs, fixed }) => {
    if (when !== undefined && !holds(when, given)) return [];
    const calculator = CALCULATORS.get(name);
    const answers = Object.entries(inputs).flatMap(([input, fact]): [string, DialogAnswer][] => {
      const step = path.find((one) => dialog.steps[one]?.fact === fact);
      const answer = step === undefined ? undefined : given.get(step);
      return answer === undefined ? [] : [[input, answer]];
    });
    const result = calculator === undefined ? undefined : withRoom(context, calculator, { answers, fixed });
    return result?.kind === "calculated" || result?.kind === "withheld" ? [result] : [];
  });
}

interface Answers {
  readonly answers: readonly (readonly [input: string, answer: DialogAnswer])[];
  readonly fixed: RawInputs;
}

/** The result for the values, widened to what the ends of rough answers give. */
function withRoom(context: Ground, calculator: Calculator, { answers, fixed }: Answers): Result {
  const env = environmentOf(context);
  const plain: RawInputs = { ...fixed, ...Object.fromEntries(answers.map(([input, { value }]) => [input, value])) };
  const central = calculator.calculate(plain, env);
  const rough = answers
    .filter(([input, { bounds, value }]) => bounds !== undefined && value !== null && !WHOLE_MONTHS.has(input))
    .slice(0, ROUGH_MAX);
  if (rough.length === 0 || central.kind !== "calculated") return central;
  return roughly(
    central,
    corners(rough).map((ends) => calculator.calculate({ ...plain, ...ends }, env)),
  );
}

function environmentOf({ library, region, now }: Ground): Environment {
  return { on: beijingDay(now), figures: confirmedFigures(library, region) };
}

/** Every choice of one end of each rough answer. */
function corners(rough: Answers["answers"]): readonly RawInputs[] {
  return rough.reduce<readonly Readonly<Record<string, InputValue>>[]>(
    (sofar, [input, { bounds }]) =>
      bounds === undefined ? sofar : sofar.flatMap((one) => [bounds.low, bounds.high].map((end) => ({ ...one, [input]: end }))),
    [{}],
  );
}
