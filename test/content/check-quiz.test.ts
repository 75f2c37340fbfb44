import { describe, expect, test } from "vitest";
import { checkQuiz } from "../../src/content/check-quiz.js";
import { printFault } from "../../src/content/fault.js";
import { QuizFile, type QuizQuestionFile } from "../../src/content/schema/quiz.js";
import { quiz, smallLibrary } from "../support/small-library.js";

const [first] = quiz.questions;
if (first === undefined) throw new Error("no question");

function faultsOf(...changed: readonly Partial<QuizQuestionFile>[]): string[] {
  const questions = changed.map((change) => ({ ...first, ...change }) as QuizQuestionFile);
  return checkQuiz(smallLibrary({ quiz: new Map([["contract", { id: "contract", questions }]]) }), "2026-11-24").map(printFault);
}

describe("a quiz question is checked:", () => {
  test("a sound one has no fault", () => expect(faultsOf({})).toEqual([]));

  const CASES: readonly (readonly [string, Partial<QuizQuestionFile>, string])[] = [
    ["its card exists", { card: "constructor" }, "没有“constructor”这条答案"],
    ["its card is of the topic", { card: "severance" }, "“severance”不是这一类的答案"],
    ["its card cites the article", { citation: { law: "劳动合同法", article: "第四十七条" } }, "没有引用《劳动合同法》第四十七条"],
    ["the right one is among the options", { right: 4 }, "可只有 3 个选项"],
    ["no two options are alike", { options: ["甲样", "甲样", "丙样"] }, "有两个选项一样"],
    ["no option says a danger word", { options: ["甲样", "乙样", "现在有人流血"] }, "会触发遇险提示"],
    ["no figure is filled in", { why: "不低于{数字:minimum-wage}。" }, "地区数字不出题"],
  ];
  for (const [what, change, fault] of CASES)
    test(what, () => {
      const faults = faultsOf(change);
      expect(faults).toContainEqual(expect.stringContaining(fault));
      expect(faults).toContainEqual(expect.stringContaining("knowledge/quiz/contract.yaml：question-1："));
    });

  test("ids and questions are used once", () => {
    expect(faultsOf({}, {}).join("\n")).toMatch(/编号用了两次[\s\S]*题目写了两次/);
  });

  test("the article is in force today", () => {
    const library = smallLibrary({ quiz: new Map([["contract", quiz]]) });
    expect(checkQuiz(library, "2012-01-01")[0]?.what).toContain("不是现行规定");
  });

  test("there are three or four options", () => {
    for (const options of [
      ["甲", "乙"],
      ["甲", "乙", "丙", "丁", "戊"],
    ])
      expect(QuizFile.safeParse({ ...quiz, questions: [{ ...first, options }] }).success).toBe(false);
  });
});
