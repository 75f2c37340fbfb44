import { checkInputs, wantedOf } from "./check-inputs.js";
import type { Environment } from "./figures.js";
import type { Given, Input, RawInputs } from "./input.js";
import type { Calculation, Refusal, Result, Withholding } from "./result.js";

/** What a calculator's rules make of checked inputs; `missing` names inputs that turned out to decide. */
export type Worked = Calculation | Refusal | Withholding | { readonly kind: "missing"; readonly names: readonly string[] };

export interface Calculator {
  readonly name: string;
  readonly title: string;
  /** Raised with every change of rule, so that an older number is known as such. */
  readonly version: number;
  readonly inputs: readonly Input[];
  readonly calculate: (raw: RawInputs, env: Environment) => Result;
}

interface Definition<I extends readonly Input[]> {
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly inputs: I;
  readonly work: (given: Given<I>, env: Environment) => Worked;
}

export function defineCalculator<const I extends readonly Input[]>({ name, title, version, inputs, work }: Definition<I>): Calculator {
  function calculate(raw: RawInputs, env: Environment): Result {
    const stamp = { calculator: name, version };
    const checked = checkInputs(inputs, raw, env.on);
    if (checked.kind !== "given") return { ...stamp, ...checked };
    // checkInputs has seen that each value is of its input's kind and that what is not optional is there.
    const given = Object.fromEntries(inputs.map((input) => [input.name, checked.values.get(input.name)])) as Given<I>;
    const worked = work(given, env);
    if (worked.kind !== "missing") return { ...stamp, ...worked };
    const wanted = inputs.filter((input) => worked.names.includes(input.name)).map(wantedOf);
    return { ...stamp, kind: "missing", wanted };
  }
  return { name, title, version, inputs, calculate };
}
