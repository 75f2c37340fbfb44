import { z } from "zod";
import { Id, line } from "./common.js";

const Options = z
  .array(
    z.strictObject({
      value: Id,
      label: line(16),
      also: z.array(line(16)).default([]),
      /** Words that, in a story told before the question, surely mean this option and no other. */
      cues: z.array(line(12)).default([]),
      /** What choosing it means, shown under the question. */
      about: line(80).optional(),
    }),
  )
  .min(2)
  .max(12);

/** The kinds of thing a step may ask for; each is read by one reader. */
export const SlotFile = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    min: z.number().int().default(1),
    max: z.number().int().default(1000),
    /** True: whatever is written is the answer, even when it looks like a question of law. Commands still work. */
    takesAnything: z.boolean().default(false),
  }),
  /** `yes`, `no`: words that say so wherever they stand, in the answer or in a story told before: 还在干, 早就走了. */
  z.strictObject({ type: z.literal("yes-no"), yes: z.array(line(12)).default([]), no: z.array(line(12)).default([]) }),
  z.strictObject({ type: z.literal("phone") }),
  z.strictObject({ type: z.literal("choice"), options: Options }),
  /** Several at once; the value is a list of option values, empty for the label of `none`. */
  z.strictObject({ type: z.literal("many-choice"), options: Options, none: line(16).default("都没有") }),
  /** Money, in integer fen. `per`: what one payment covers; other periods are not taken for it. */
  z.strictObject({ type: z.literal("amount"), per: z.enum(["hour", "day", "month", "year"]).optional() }),
  /** A day that has come, `YYYY-MM-DD`. Of 去年八月 the `edge` named is the value; how much room there was is kept beside it. */
  z.strictObject({ type: z.literal("date"), edge: z.enum(["first", "last"]).default("first") }),
  /** A length of time in months; may be a half. */
  z.strictObject({ type: z.literal("duration") }),
  z.strictObject({ type: z.literal("count"), min: z.number().int().default(1), max: z.number().int().default(10_000) }),
  /** Hours, days, months, years or heads that are not the people of a matter; with a `min` in the calendar, which year. */
  z.strictObject({
    type: z.literal("number"),
    unit: line(4),
    min: z.number(),
    max: z.number(),
    decimals: z.number().int().min(0).max(2).default(0),
  }),
  /** Several days that have come. */
  z.strictObject({ type: z.literal("dates"), max: z.number().int().min(1).max(20).default(20) }),
  z.strictObject({ type: z.literal("id-number") }),
  z.strictObject({ type: z.literal("name") }),
  z.strictObject({ type: z.literal("employer") }),
  z.strictObject({ type: z.literal("project") }),
  /** A township of the configured region, or the words for a place outside it. */
  z.strictObject({ type: z.literal("township") }),
  /** Files sent in the dialog; the value lists their names in the data folder, empty for 没有. */
  z.strictObject({ type: z.literal("files"), max: z.number().int().min(1).max(20).default(10) }),
]);
export type SlotFile = z.infer<typeof SlotFile>;
export type OptionFile = z.infer<typeof Options>[number];
