import { z } from "zod";
import { Id, line } from "./common.js";
import { FACTS } from "./facts.js";
import { Calculator } from "./related.js";
import { SlotFile } from "./slot.js";
import { Topic } from "./topic.js";

/** The name steps go to when the questions are over. */
export const END = "end";

/**
 * equals / at least / at most / is set / one of. Of a list of options, `equals` and `oneOf` ask whether it is among them.
 * Anything more is a named TypeScript rule.
 */
export const ConditionFile = z.union([
  z.strictObject({ step: Id, equals: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ step: Id, atLeast: z.number() }),
  z.strictObject({ step: Id, atMost: z.number() }),
  z.strictObject({ step: Id, isSet: z.boolean() }),
  z.strictObject({ step: Id, oneOf: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1) }),
]);
export type ConditionFile = z.infer<typeof ConditionFile>;

export const StepFile = z.strictObject({
  /** The name shown in the summary: 联系电话. */
  name: line(12),
  ask: line(200),
  why: line(200),
  slot: SlotFile,
  /** What the answer is to cases, calculators and papers; without it, the answer is only read by people. */
  fact: z.enum(FACTS).optional(),
  /** Said one after the other on unusable answers; after the last, a person is offered. */
  retry: z.array(line(200)).min(2),
  optional: z.boolean().default(false),
  /** Personal data: masked in summaries for staff lists, never logged. */
  sensitive: z.boolean().default(false),
  /** A sensitive item: asked for by itself, yes or no, before the question. Said no, the question is passed over (个人信息保护法 第二十九条). */
  consent: line(200).optional(),
  /** Money and dates that were not said plainly are read back and count only when confirmed. */
  confirm: z.literal("readback").optional(),
  /** Passed over, unasked, when this holds. */
  skipWhen: ConditionFile.optional(),
  next: z.union([Id, z.array(z.strictObject({ when: ConditionFile.optional(), go: Id })).min(1)]),
});
export type StepFile = z.infer<typeof StepFile>;

/** What we ask back. The state of a running dialog is its list of answers and nothing else. */
export const DialogFile = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  title: line(16),
  opening: line(200),
  /** What is good to have at hand; nobody must have it. */
  prepare: z.array(line(30)).max(6).default([]),
  /** Answers of these topics lead on to it, and stories about them begin it. */
  topics: z.array(Topic).default([]),
  /** Words in a story that say it is this dialog's matter. */
  cues: z.array(line(8)).default([]),
  first: Id,
  steps: z.record(Id, StepFile),
  /** What 提交 brings about: a message left, or a complaint filed. */
  outcome: z.enum(["message", "case"]),
  /** Calculators shown with the summary: the name, which fact each of its inputs is, and inputs that are the same for everybody here. */
  calculate: z
    .array(
      z.strictObject({
        name: Calculator,
        when: ConditionFile.optional(),
        inputs: z.record(z.string(), z.enum(FACTS)),
        fixed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
      }),
    )
    .default([]),
  submitted: line(200),
  cancelled: line(200),
});
export type DialogFile = z.infer<typeof DialogFile>;
