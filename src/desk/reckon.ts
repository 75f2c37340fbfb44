import { z } from "zod";
import type { About } from "../case/case.js";
import { beijingDay } from "../clock.js";
import { sumsOf } from "../conversation/work-out.js";
import type { Result } from "../entitlement/result.js";
import { sayQuantity, sayResult } from "../entitlement/say-result.js";
import { addDays } from "../reading/calendar-day.js";
import type { Desk } from "./desk.js";

const Calculation = z.object({ name: z.string(), text: z.string(), steps: z.array(z.string()), basis: z.array(z.string()) });
/** `lastDay` is missing where no time runs. `warn`: it is near, or over. */
const Limitation = z.object({ lastDay: z.string().optional(), text: z.string(), steps: z.array(z.string()), warn: z.boolean() });

/** What the law makes of a case's facts today. */
export const Reckoned = z.object({ calculation: z.array(Calculation), limitation: Limitation.optional() });

const WARN_DAYS = 60;

/** Worked out anew at each look, by today's figures: what stood at the filing may be old. Nothing for what is no case. */
export function reckon({ stage, clock }: Pick<Desk, "stage" | "clock">, about: About): z.input<typeof Reckoned> | undefined {
  if (about.kind !== "case") return undefined;
  const { library, region } = stage;
  const state = about.dialog;
  const dialog = library.dialogs.byVersion.get(`${state.dialog}@${state.version}`);
  if (dialog === undefined) return undefined;
  const nameOf = (law: string): string => library.statutes.get(law)?.short ?? law;
  const now = clock();
  const results = sumsOf({ library, region, now }, { dialog, state });
  const limit = results.find(({ calculator }) => calculator === "limitation");
  return {
    calculation: results.filter((one) => one !== limit).map((one) => calculationOf(one, nameOf)),
    ...(limit?.kind === "calculated" ? { limitation: limitationOf(limit, nameOf, beijingDay(now)) } : {}),
  };
}

function calculationOf(result: Result, nameOf: (law: string) => string): z.input<typeof Calculation> {
  const [text = "", ...steps] = sayResult(result, nameOf);
  const basis = result.kind === "calculated" ? result.steps.flatMap((step) => step.basis) : result.kind === "withheld" ? result.basis : [];
  const named = [...new Set(basis.map(({ law, article }) => `《${nameOf(law)}》${article}`))];
  return { name: result.calculator, text, steps, basis: named };
}

function limitationOf(result: Extract<Result, { kind: "calculated" }>, nameOf: (law: string) => string, today: string) {
  const { label, amount } = result;
  const lastDay = amount.unit === "date" ? { lastDay: amount.value } : {};
  const warn = amount.unit === "date" && amount.value < addDays(today, WARN_DAYS);
  return { ...lastDay, text: `${label}：${sayQuantity(amount)}`, steps: sayResult(result, nameOf).slice(1), warn };
}
