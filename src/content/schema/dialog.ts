import { z } from "zod";
import { Id, line } from "./common.js";
import { FACTS } from "./facts.js";

/** The name steps go to when the questions are over. */
export const END = "end";

/** The kinds of thing a step may ask for; each is read by one reader. */
export const SlotFile = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    min: z.number().int().default(1),
    max: z.number().int().default(1000),
    /** True: whatever is written is the answer, even when it looks like a question of law. Commands still work. */
    takesAnything: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal("yes-no") }),
  z.strictObject({ type: z.literal("phone") }),
  z.strictObject({
    type: z.literal("choice"),
    options: z
      .array(z.strictObject({ value: Id, label: line(16), also: z.array(line(16)).default([]) }))
      .min(2)
      .max(8),
  }),
]);
export type SlotFile = z.infer<typeof SlotFile>;

/** equals / at least / at most / is set / one of. Anything more is a named TypeScript rule. */
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
  next: z.union([Id, z.array(z.strictObject({ when: ConditionFile.optional(), go: Id })).min(1)]),
});
export type StepFile = z.infer<typeof StepFile>;

/** What we ask back. The state of a running dialog is its list of answers and nothing else. */
export const DialogFile = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  title: line(16),
  opening: line(200),
  first: Id,
  steps: z.record(Id, StepFile),
  /** What 提交 brings about. `end` is the name steps go to last. */
  outcome: z.enum(["message"]),
  submitted: line(200),
  cancelled: line(200),
});
export type DialogFile = z.infer<typeof DialogFile>;
