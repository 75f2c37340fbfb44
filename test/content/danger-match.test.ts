import fc from "fast-check";
import { expect, test } from "vitest";
import { findDangers } from "../../src/content/danger-match.js";
import type { Danger } from "../../src/content/library.js";
import { readLibrary } from "../../src/content/load.js";
import { ROOT } from "../support/stage.js";

const { dangers } = readLibrary(ROOT).library;
const every = [...dangers.values()];
const NOW = ["现在", "正在", "还在", "刚才", "刚刚", "马上", "快来", "救命", "咋救", "怎么救"];

/** The rules as they read, word by word, for texts of clauses joined by commas. */
function wordByWord(clauses: readonly string[]): readonly Danger[] {
  const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
  const holds = ({ rules, past }: Danger): boolean =>
    rules.some(({ all: [event = [], ...others], none }) =>
      clauses.some((clause, at) => {
        const around = clauses.slice(Math.max(0, at - 1), at + 2).join("，");
        const over = has(around, past) && !has(around, NOW);
        return has(clause, event) && !has(clause, none) && !over && others.every((group) => has(around, group));
      }),
    );
  return every.filter(holds).sort((one, other) => one.order - other.order);
}

const words = [...new Set(every.flatMap(({ rules, past }) => [...rules.flatMap(({ all, none }) => [...all.flat(), ...none]), ...past]))];
const word = fc.oneof(fc.constantFrom(...words), fc.constantFrom("constructor", "__proto__", "😀", "1".repeat(40), "转人工", "我", "在"));
const clause = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const events = fc
  .constantFrom(...every.flatMap(({ rules }) => rules.map(({ all }) => all)))
  .chain((all) => fc.tuple(...all.map((group) => fc.constantFrom(...group))));

test("finds what the rules say word by word", () => {
  const text = fc.array(
    fc.oneof(
      clause,
      events.map((parts) => parts.join("")),
      events.map((parts) => parts.join("，")),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(text, (parts) => {
      const clauses = parts
        .join("，")
        .split(/[，\p{S}\s\p{P}]+/u)
        .filter((part) => part !== "");
      fc.pre(clauses.length <= 2 || clauses.join("").length / clauses.length >= 2);
      expect(findDangers(dangers, parts.join("，"))).toEqual(wordByWord(clauses));
    }),
    { numRuns: 1_000 },
  );
});

test("reads a text written sign by sign as one part", () => {
  expect(findDangers(dangers, "不 想 活 了").map(({ id }) => id)).toEqual(["self-harm"]);
});
