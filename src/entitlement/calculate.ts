import { annualLeave } from "./annual-leave.js";
import type { Calculator } from "./calculator.js";
import type { Environment } from "./figures.js";
import type { RawInputs } from "./input.js";
import type { Result } from "./result.js";
import { doubleWage } from "./double-wage.js";
import { injury } from "./injury.js";
import { limitation } from "./limitation.js";
import { maternity } from "./maternity.js";
import { nonCompete } from "./non-compete.js";
import { overtime } from "./overtime.js";
import { probation } from "./probation.js";
import { retirement } from "./retirement.js";
import { severance } from "./severance.js";
import { sickLeave } from "./sick-leave.js";
import { unemployment } from "./unemployment.js";
import { unpaidWages } from "./unpaid-wages.js";

/** Every calculator by its name, in the order they are offered. */
export const CALCULATORS: ReadonlyMap<string, Calculator> = new Map(
  [
    unpaidWages,
    severance,
    doubleWage,
    overtime,
    annualLeave,
    sickLeave,
    maternity,
    injury,
    probation,
    unemployment,
    retirement,
    nonCompete,
    limitation,
  ].map((one) => [one.name, one]),
);

/** The result, or undefined when no calculator has that name. Never throws on what people enter. */
export function calculate(name: string, inputs: RawInputs, env: Environment): Result | undefined {
  return CALCULATORS.get(name)?.calculate(inputs, env);
}
