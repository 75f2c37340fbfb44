import type Database from "better-sqlite3";
import { caseOperations } from "./case-operations.js";
import { deskOperations } from "./desk-operations.js";
import { prepareFiles } from "./files.js";
import { prepareMatters } from "./matters.js";
import { nudgeOperations } from "./nudge-operations.js";
import { conversationOperations, type Operations } from "./operations.js";
import { prepareQuiz, quizOperations } from "./quiz-operations.js";
import { staffOperations } from "./staff-operations.js";
import { wecomOperations } from "./wecom-operations.js";

/** Every port's part, on one connection. */
export function prepareOperations(db: Database.Database): Operations {
  const matters = prepareMatters(db);
  const files = prepareFiles(db);
  const quiz = prepareQuiz(db);
  return {
    ...conversationOperations(db, { matters, files, quiz }),
    ...quizOperations(quiz),
    ...staffOperations(db),
    ...caseOperations(matters, files),
    ...wecomOperations(db, matters),
    ...deskOperations(db, matters),
    ...nudgeOperations(db, matters),
  };
}
