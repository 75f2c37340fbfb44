import { expect, it } from "vitest";
import type { Answer } from "../../src/content/library.js";
import { helpsAsWell, helpsOf } from "../../src/recognizer/helps.js";
import { smallLibrary } from "./small-library.js";

const [model] = [...smallLibrary().answers.values()] as [Answer];
const card = (id: string, topic: Answer["topic"], articles: readonly string[]): Answer => ({
  ...model,
  id,
  topic,
  citations: articles.map((article) => ({ law: "劳动合同法", article, for: "理由" })),
});
const fired = card("fired", "ending", ["第四十八条", "第八十七条", "第四十七条"]);

it.each([
  ["the same card", card("fired", "wages", []), true],
  ["the same first article, whatever the topic", card("other", "wages", ["第四十八条"]), true],
  ["most of the deciding articles within the topic", card("other", "ending", ["第四十七条", "第八十七条"]), true],
  ["most of the deciding articles of another topic", card("other", "wages", ["第四十七条", "第八十七条"]), false],
  ["one of three deciding articles", card("other", "ending", ["第四十七条"]), false],
  ["nothing cited", card("other", "ending", []), false],
] as const)("%s", (_, other, expected) => {
  expect(helpsAsWell(other, fired)).toBe(expected);
});

it("lists for each card those whose askers it helps, itself among them", () => {
  const helps = helpsOf([fired, card("other", "ending", ["第四十八条"]), card("third", "wages", ["第三十条"])]);
  expect(helps.map((helped) => [...helped])).toEqual([[0, 1], [0, 1], [2]]);
});
