import { expect, it } from "vitest";
import { rankEntries } from "../../src/recognizer/rank-entries.js";

const weak = { answer: 0, card: 0.1, cardLead: 0.3, bayes: -6, law: 0 };
const strong = { answer: 1, card: 0.6, cardLead: 1, bayes: 0, law: 1 };

it("puts the likeliest card first and divides one share among all", () => {
  const ranked = rankEntries([weak, strong, { ...weak, answer: 2 }]);
  expect(ranked.map(({ answer }) => answer)).toEqual([1, 0, 2]);
  expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

it("spreads the shares when asked to be soft", () => {
  const share = (softness: number): number => rankEntries([weak, strong], softness)[0]?.share ?? 0;
  expect(share(4)).toBeLessThan(share(1));
  expect(share(4)).toBeGreaterThan(0.5);
});

it("ranks nothing when there is nothing", () => {
  expect(rankEntries([])).toEqual([]);
});
