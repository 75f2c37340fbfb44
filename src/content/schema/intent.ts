import { z } from "zod";
import { ArticleLabel, Id, line } from "./common.js";

/** What a recognized intent leads to. */
export const Opens = z.union([
  z.strictObject({ dialog: Id }),
  z.strictObject({ answer: Id }),
  z.strictObject({ handoff: z.enum(["asked", "complaint"]) }),
  z.strictObject({ reply: z.array(line(200)).min(1) }),
]);
export type Opens = z.infer<typeof Opens>;

/** Something people say that is not a question of law: greetings, thanks, abuse, wishing to file a complaint. */
export const IntentFile = z.strictObject({
  id: Id,
  title: line(20),
  phrases: z.array(line(120)).min(5, "说法少于 5 种"),
  opens: Opens,
  /** Buttons under the reply. */
  suggest: z.array(line(16)).max(6).optional(),
});
export type IntentFile = z.infer<typeof IntentFile>;

/**
 * Words that mean danger. A rule holds around a clause with a word of its first group (the event) when every other
 * group has one of its words in that clause or the next to it, and no word of `none` is in the clause itself (see
 * danger-match.ts). Kept as plain words so that a county can read, and add to, what sets off the alarm.
 */
export const DangerFile = z.strictObject({
  id: Id,
  title: line(20),
  rules: z.array(z.strictObject({ all: z.array(z.array(line(20)).min(1)).min(1), none: z.array(line(20)).default([]) })).min(1),
  /** Words that tell of what is over, or ask what is owed for it: they excuse from the next clause too, unless the event's own says 现在. */
  past: z.array(line(20)).default([]),
  /** Sentences that must set it off, and sentences that must not. */
  examples: z.array(line(120)).min(5),
  counterExamples: z.array(line(120)).min(5),
  /** Whom to call first and what to do till they come; one bubble. */
  reply: line(200),
  /** Comes first when several dangers are named at once: 1 before 2. */
  order: z.number().int().min(1).max(9),
});
export type DangerFile = z.infer<typeof DangerFile>;

/** A field of life that is not labour law, with who can help; its phrases teach the scope classifier. */
export const OutsideFile = z.strictObject({
  id: Id,
  title: line(20),
  referral: line(120),
  phrases: z.array(line(600)).min(20, "例句少于 20 条"),
});
export type OutsideFile = z.infer<typeof OutsideFile>;

/** Labour questions in registers the answers' variants lack: long complaints, official wording. Teaches scope only. */
export const InsideFile = z.strictObject({ id: Id, title: line(20), phrases: z.array(line(600)).min(20) });
export type InsideFile = z.infer<typeof InsideFile>;

/**
 * What people's questions are about, coarser than an answer: with what a lawyer would open for it and the answers it leads
 * to, both the likeliest first. Phrases in registers the answers' variants lack: from outside the law and short of facts.
 */
export const MatterFile = z.strictObject({
  id: Id,
  title: line(20),
  phrases: z.array(line(120)).min(5, "说法少于 5 种"),
  articles: z
    .array(z.strictObject({ law: line(40), article: ArticleLabel }))
    .min(1)
    .max(7),
  answers: z.array(Id).default([]),
});
export type MatterFile = z.infer<typeof MatterFile>;

/** Words for the segmenter, colloquial words and the law's, common typing errors. */
export const WordsFile = z.strictObject({
  /** Terms kept whole by the segmenter. */
  terms: z.array(line(20)),
  /** What people say → what the law calls it. The law's words are added, never substituted. */
  colloquial: z.array(z.strictObject({ say: z.array(line(20)).min(1), law: z.array(line(20)).min(1) })),
  /** wrong → right, applied to the text before anything else. */
  typos: z.record(line(10), line(10)),
});
export type WordsFile = z.infer<typeof WordsFile>;
