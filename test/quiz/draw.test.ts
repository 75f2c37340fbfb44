import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuizQuestion } from "../../src/content/library.js";
import { askable, drawRound } from "../../src/quiz/draw.js";
import { doublePay, quiz, smallLibrary } from "../support/small-library.js";

const many: readonly QuizQuestion[] = Array.from({ length: 23 }, (_, index) => ({
  ...(quiz.questions[0] ?? { options: [], question: "", right: 1, why: "", card: "", citation: { law: "", article: "" } }),
  id: `question-${index}`,
  topic: "contract",
}));
const ids = (drawn: readonly QuizQuestion[]): string[] => drawn.map(({ id }) => id);

describe("a round is drawn", () => {
  test("without any question coming again until all have been asked, whoever asks", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom("constructor", "__proto__", "9".repeat(40))), (seed) => {
        const asked: string[] = [];
        while (asked.length < 20) asked.push(...ids(drawRound(many, { seed, drawn: asked.length, size: 5 })));
        expect(new Set(asked).size).toBe(20);
      }),
      { numRuns: 50 },
    );
  });

  test("in another order for another conversation, and the same one every time", () => {
    const order = (seed: string): string[] => ids(drawRound(many, { seed, drawn: 0, size: 23 }));
    expect(order("c1")).toEqual(order("c1"));
    expect(order("c1")).not.toEqual(order("c2"));
    expect([...order("c1")].sort()).toEqual(ids(many).sort());
  });

  test("in an order that one question more does not upset", () => {
    const before = ids(drawRound(many, { seed: "c1", drawn: 0, size: 23 }));
    const one = { ...many[0], id: "new-one" } as QuizQuestion;
    const after = ids(drawRound([...many, one], { seed: "c1", drawn: 0, size: 24 }));
    expect(after.filter((id) => id !== "new-one")).toEqual(before);
  });

  test("short where there are few questions, empty where there are none", () => {
    expect(drawRound(many.slice(0, 3), { seed: "c1", drawn: 0, size: 5 })).toHaveLength(3);
    expect(drawRound([], { seed: "c1", drawn: 0, size: 5 })).toEqual([]);
  });
});

describe("a question may be asked", () => {
  test("while its card is reviewed and its article in force", () => {
    expect(ids(askable(smallLibrary(), "2026-03-02"))).toEqual(["question-1", "question-2", "question-3"]);
  });

  test("not while its card is a draft", () => {
    expect(askable(smallLibrary({ answers: new Map(), drafts: new Map([[doublePay.id, doublePay]]) }), "2026-03-02")).toEqual([]);
  });

  test("not on a day on which its card or its article does not hold", () => {
    const later = { ...doublePay, from: "2026-04-01" };
    expect(askable(smallLibrary({ answers: new Map([[later.id, later]]) }), "2026-03-02")).toEqual([]);
    expect(askable(smallLibrary(), "2012-01-01")).toEqual([]);
  });
});
