import { expect, test } from "vitest";
import { readCaseWish } from "../../src/conversation/case-words.js";
import { readCommand } from "../../src/conversation/commands.js";
import { askable } from "../../src/quiz/draw.js";
import { readQuizWord } from "../../src/quiz/read-pick.js";
import { bareWords } from "../../src/reading/plain-text.js";
import { stage } from "../support/stage.js";

const { library } = stage();
const questions = [...library.quiz.values()].flatMap((file) => file.questions);

test("there are enough questions, and nearly all of them may be asked", () => {
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(askable(library, "2026-11-24").length).toBeGreaterThanOrEqual(questions.length * 0.9);
});

test("no option means something else when it is typed", () => {
  const faults = questions.flatMap(({ id, options }) =>
    options
      .filter((option) => readCommand(option, false) ?? readCaseWish(option) ?? readQuizWord(bareWords(option)))
      .map((option) => `${id}: ${option}`),
  );
  expect(faults).toEqual([]);
});

test("the right answer is not always at the same place", () => {
  const places = [1, 2, 3].map((place) => questions.filter(({ right }) => right === place).length);
  for (const count of places) expect(count).toBeGreaterThan(questions.length / 6);
});
