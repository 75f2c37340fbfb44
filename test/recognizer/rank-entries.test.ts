import { expect, it } from "vitest";
import { BY_MATTER, rankEntries } from "../../src/recognizer/rank-entries.js";

const weak = { answer: 0, card: 0.1, cardLead: 0.3, bayes: -6, law: 0, matter: -2, lead: 0, unsaid: 0 };
const strong = { answer: 1, card: 0.6, cardLead: 1, bayes: 0, law: 1, matter: -2, lead: 0, unsaid: 0 };
const helps = [new Set([0]), new Set([1, 2]), new Set([2]), new Set([1, 3])];

it("puts the likeliest card first and divides one share among all", () => {
  const ranked = rankEntries([weak, strong, { ...weak, answer: 2 }], { helps });
  expect(ranked.map(({ answer }) => answer)).toEqual([1, 0, 2]);
  expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

it("counts a rival that the card would help as well", () => {
  const [first] = rankEntries([strong, { ...strong, answer: 2 }], { helps });
  expect(first).toMatchObject({ answer: 1, share: 0.5, helpful: 1 });
});

it("of equally likely cards lets the one lead that helps with more of the rivals' matters", () => {
  const ranked = rankEntries([{ ...strong, answer: 2 }, strong, { ...strong, answer: 0 }, { ...strong, answer: 3 }], { helps });
  expect(ranked.map(({ answer }) => answer)).toEqual([1, 3, 0, 2]);
});

it("spreads the shares when asked to be soft", () => {
  const share = (softness: number): number => rankEntries([weak, strong], { helps, softness })[0]?.share ?? 0;
  expect(share(4)).toBeLessThan(share(1));
  expect(share(4)).toBeGreaterThan(0.5);
});

it("lets the matter divide some of what the words say", () => {
  const [first] = rankEntries([weak, { ...strong, answer: 2 }, { ...weak, answer: 3, lead: 1 }], { helps });
  expect(first?.answer).toBe(2);
  const led = rankEntries(
    [
      { ...weak, lead: 1 },
      { ...weak, answer: 2 },
    ],
    { helps },
  );
  expect(led[0]?.answer).toBe(0);
  expect(led[0]?.share).toBeCloseTo(0.5 + BY_MATTER.share / 2, 9);
});

it("ranks nothing when there is nothing", () => {
  expect(rankEntries([], { helps })).toEqual([]);
});
