import { z } from "zod";
import { ArticleLabel, Id, line } from "./common.js";
import { Topic } from "./topic.js";

/** One question with one right answer, which an article of its card carries. Words alone: no placeholder, no regional figure. */
export const QuizQuestionFile = z.strictObject({
  id: Id,
  question: line(80),
  /** Short enough for a button. */
  options: z.array(line(20)).min(3, "选项少于 3 个").max(4, "选项多于 4 个"),
  /** Which option is right, counted from 1. */
  right: z.number().int().min(1).max(4),
  why: line(100),
  /** The reviewed answer it is drawn from. */
  card: Id,
  citation: z.strictObject({ law: line(40), article: ArticleLabel }),
});
export type QuizQuestionFile = z.infer<typeof QuizQuestionFile>;

/** The questions of one topic; the file's name is the topic. */
export const QuizFile = z.strictObject({ id: Topic, questions: z.array(QuizQuestionFile).min(1) });
export type QuizFile = z.infer<typeof QuizFile>;
