import type Database from "better-sqlite3";
import { beijingDay } from "../../clock.js";
import type { Effect } from "../../conversation/turn.js";
import type { QuizCount, QuizStore } from "../quiz-store.js";
import type { OperationsOf } from "./operations.js";
import { prepareAll } from "./prepare.js";

export type QuizResult = Extract<Effect, { kind: "quiz-result" }>;

const SQL = {
  count: `
    INSERT INTO quiz_count (day, topic, question, answered, right_ones) VALUES (@day, @topic, @question, 1, @right)
    ON CONFLICT (day, question) DO UPDATE SET answered = answered + 1, right_ones = right_ones + @right`,
  results: `
    SELECT topic, question, SUM(answered) AS answered, SUM(right_ones) AS "right" FROM quiz_count
    WHERE day BETWEEN @from AND @until GROUP BY topic, question
    ORDER BY CAST(SUM(right_ones) AS REAL) / SUM(answered), SUM(answered) DESC, question`,
} as const;

/** Counting is part of the turn's own transaction: a turn taken twice counts once. */
export function prepareQuiz(db: Database.Database) {
  const run = prepareAll(db, SQL);
  return {
    count({ topic, question, right }: QuizResult, at: number): void {
      run.count.run({ day: beijingDay(at), topic, question, right: right ? 1 : 0 });
    },
    results: (days: { readonly from: string; readonly until: string }): readonly QuizCount[] => run.results.all(days) as QuizCount[],
  };
}
export type Quiz = ReturnType<typeof prepareQuiz>;

export function quizOperations(quiz: Quiz): OperationsOf<QuizStore> {
  return { quizResults: quiz.results };
}
