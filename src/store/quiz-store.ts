import type { Topic } from "../content/schema/topic.js";

/** How often one question was answered, and how often rightly. By whom is not known. */
export interface QuizCount {
  readonly topic: Topic;
  readonly question: string;
  readonly answered: number;
  readonly right: number;
}

export interface QuizStore {
  /** The counts of those Beijing days, both included; the least understood first. */
  quizResults(days: { readonly from: string; readonly until: string }): Promise<readonly QuizCount[]>;
}
