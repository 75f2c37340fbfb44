import { z } from "zod";
import { ArticleLabel, Day, Id, line } from "./common.js";
import { Calculator, ComplaintDialog } from "./related.js";
import { Topic } from "./topic.js";

export const CitationFile = z.strictObject({
  law: line(40),
  article: ArticleLabel,
  /** The statement this article carries, so that a second reader can hold one against the other. */
  for: line(50),
  /** The article's own words, held against the official text where it was brought in. */
  quote: line(120).optional(),
});

const Branches = z.array(z.strictObject({ when: line(30), then: line(60) })).max(4);
const Steps = z.array(line(65)).min(1).max(3, "步骤最多 3 条");
const Citations = z.array(CitationFile).min(1).max(8);

/** What the answer was under earlier law. What is not written here is as it is now; `branches: []` drops them. */
export const EarlierFile = z.strictObject({
  from: Day.optional(),
  until: Day,
  conclusion: line(90),
  branches: Branches.optional(),
  steps: Steps.optional(),
  citations: Citations,
  notCovered: line(90).optional(),
});

/** A curated answer. Limits keep a reply within two phone bubbles. */
export const AnswerFile = z.strictObject({
  id: Id,
  topic: Topic,
  /** As shown among the choices of "您是不是想问". */
  title: line(20),
  /** The question as people really put it; the recognizer learns from these alone. */
  variants: z.array(line(300)).min(12, "问法少于 12 种"),
  conclusion: line(90),
  /** When the facts decide: each case and what holds then. */
  branches: Branches.optional(),
  steps: Steps,
  /** What proves it and where it is kept, most telling first: the answer to "要是没证据呢". */
  evidence: z.array(line(40)).max(5).optional(),
  citations: Citations,
  notCovered: line(90),
  /** What people ask next: short words as they say them, and the answer that opens. */
  followUps: z
    .array(z.strictObject({ ask: line(16), open: Id }))
    .min(1)
    .max(4),
  /** What works the amount out, and what takes the complaint down, where there is one for this question. */
  calculator: Calculator.optional(),
  dialog: ComplaintDialog.optional(),
  /** Regional, dated numbers the answer needs; without a confirmed one the number is withheld. */
  figures: z.array(Id).optional(),
  /** Days of the fact for which this answer holds, where the law changed. */
  from: Day.optional(),
  until: Day.optional(),
  earlier: z.array(EarlierFile).min(1).max(3).optional(),
  /** Which day decides between these, as it is asked: 您是哪年哪月被辞退的？ */
  asksDay: line(30).optional(),
  /** The second reading against the statute's text, by someone other than the writer. Without it the card is a draft. */
  reviewed: z.strictObject({ on: Day, by: line(20), found: line(120) }).optional(),
});
export type AnswerFile = z.infer<typeof AnswerFile>;
