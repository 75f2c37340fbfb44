import { expect, test } from "vitest";
import { listQuizResults } from "../../src/cli/quiz-results.js";
import { smallLibrary } from "../support/small-library.js";

const counts = [
  { topic: "contract", question: "question-1", answered: 4, right: 1 },
  { topic: "contract", question: "question-gone", answered: 2, right: 1 },
  { topic: "hours", question: "weekly-rest", answered: 3, right: 3 },
] as const;

test("topics come first, the least understood on top, then the questions most often missed", () => {
  expect(listQuizResults(counts, smallLibrary()).split("\n")).toEqual([
    "按类，最不熟的在前：",
    "合同订立\t答6次\t答对33%",
    "工时加班\t答3次\t答对100%",
    "",
    "答错最多的题：",
    "第1问？\t答4次\t答对25%",
    "question-gone\t答2次\t答对50%",
  ]);
});

test("nothing answered is said in words", () => {
  expect(listQuizResults([], smallLibrary())).toBe("还没有人答过题。");
});
