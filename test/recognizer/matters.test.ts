import { expect, it } from "vitest";
import type { Answer } from "../../src/content/library.js";
import { createMatterFinder, linkMatters } from "../../src/recognizer/matters.js";
import { toTerms, type Terms } from "../../src/recognizer/terms.js";
import { smallLibrary } from "./small-library.js";

const text = (...ids: number[]): Terms => toTerms(new Map(ids.map((id) => [id, 1])));
const [WAGES, UNPAID, INJURY, HAND, UNMET] = [0, 1, 2, 3, 9];

it("finds the matter whose phrases and answers' variants say the words", () => {
  const matterOf = createMatterFinder({ phrases: [[text(WAGES)], [text(INJURY)]], variants: [[text(UNPAID)], [text(HAND)]] });
  for (const [said, matter] of [
    [text(WAGES), 0],
    [text(UNPAID), 0],
    [text(HAND, INJURY), 1],
  ] as const) {
    const shares = matterOf(said);
    expect(shares[matter]).toBeGreaterThan(0.8);
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
  }
  expect([...matterOf(text(UNMET))]).toEqual([0.5, 0.5]);
});

it("gathers the answers that no matter leads to by topic", () => {
  const [model] = [...smallLibrary().answers.values()] as [Answer];
  const card = (id: string, topic: Answer["topic"]): Answer => ({ ...model, id, topic });
  const answers = [card("one", "wages"), card("two", "wages"), card("three", "injury"), card("four", "wages")];
  const matter = { id: "pay", title: "工资", phrases: [], articles: [], answers: ["two", "constructor"] };
  const { named, answers: links, ofAnswer } = linkMatters([matter], answers);
  expect(named).toBe(1);
  expect(links.map((own) => [...own])).toEqual([[1], [0, 3], [2]]);
  expect(ofAnswer.map((own) => [...own])).toEqual([[1], [0], [2], [1]]);
});

it("finds nothing where there is nothing", () => {
  expect([...createMatterFinder({ phrases: [], variants: [] })(text(WAGES))]).toEqual([]);
});
