import { expect, it } from "vitest";
import { learnTelling } from "../../src/recognizer/telling.js";
import { toTerms, type Terms } from "../../src/recognizer/terms.js";

const text = (...ids: number[]): Terms => toTerms(new Map(ids.map((id) => [id, 1])));
const [MATTER, STORY, EVERYWHERE, UNMET] = [0, 1, 2, 3];

it("weighs a matter's word above a story's and above one that is everywhere", () => {
  const tell = learnTelling([
    [text(MATTER, EVERYWHERE), text(MATTER), text(MATTER, STORY)],
    [text(EVERYWHERE), text(EVERYWHERE)],
    [text(EVERYWHERE)],
    [text(EVERYWHERE)],
  ]);
  const { weights } = tell(text(MATTER, STORY, EVERYWHERE, UNMET));
  const [matter = 0, story = 0, everywhere = 0, unmet = 0] = [...weights];
  expect(matter).toBeGreaterThan(everywhere);
  expect(everywhere).toBeGreaterThan(story);
  expect(unmet).toBeCloseTo(story, 6);
});
