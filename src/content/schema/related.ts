import { z } from "zod";

/** The calculators an answer may lead to, by the name `hotline calculate` knows. */
export const CALCULATORS = [
  "severance",
  "double-wage",
  "overtime",
  "annual-leave",
  "sick-leave",
  "maternity",
  "injury",
  "unpaid-wages",
  "probation",
  "unemployment",
  "retirement",
  "non-compete",
  "limitation",
] as const;

/** The complaint dialogs an answer may lead to, by their id in `dialogs/`. */
export const COMPLAINT_DIALOGS = [
  "unpaid-wages",
  "no-contract",
  "dismissed",
  "overtime-leave",
  "social-insurance",
  "work-injury",
  "women-workers",
  "safety-hazard",
  "collective-union",
  "dispatch-platform",
  "hardship",
  "suggestion",
] as const;

export type Calculator = (typeof CALCULATORS)[number];
export type ComplaintDialog = (typeof COMPLAINT_DIALOGS)[number];

export const Calculator = z.enum(CALCULATORS, `计算器只能写：${CALCULATORS.join("、")}`);
export const ComplaintDialog = z.enum(COMPLAINT_DIALOGS, `投诉对话只能写：${COMPLAINT_DIALOGS.join("、")}`);
