import type { FactName } from "../content/schema/facts.js";
import { countChars } from "../reading/plain-text.js";
import type { Bounds, SlotValue } from "./slot-value.js";

/** Less only says what it is about: 我要投诉公司没交社保. */
const STORY_CHARS_MIN = 25;
const STORY_CHARS_MAX = 2_000;

/** A fact told without being asked for. `doubtful`: to be read back before it counts. */
export interface Told {
  readonly value: Exclude<SlotValue, null>;
  readonly from: string;
  readonly bounds?: Bounds;
  readonly doubtful: boolean;
}

export type ToldFacts = Partial<Record<FactName, Told>>;

/** One fact from all its mentions; mentions that differ tell nothing sure. */
export function agreed(mentions: readonly Told[]): Told | undefined {
  const [first, ...others] = mentions;
  return first !== undefined && others.every(({ value }) => value === first.value) ? first : undefined;
}

/** A story of some length is itself the answer to 怎么回事. */
export function toldAsStory(story: string): ToldFacts {
  const length = countChars(story);
  return length < STORY_CHARS_MIN || length > STORY_CHARS_MAX ? {} : { story: { value: story, from: story, doubtful: false } };
}
