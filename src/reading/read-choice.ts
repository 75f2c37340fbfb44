import { bareWords, isQuestion } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly also?: readonly string[];
}

const ORDINALS = new Map(
  [..."一二三四五六七八九"].flatMap((sign, index): [string, number][] => [
    [sign, index + 1],
    [`第${sign}`, index + 1],
    [`第${sign}个`, index + 1],
    [`第${sign}项`, index + 1],
    [`第${sign}种`, index + 1],
    [`选${sign}`, index + 1],
  ]),
);

/** 1, ①, 第二个, 选3, 最后一个 → the position among `count`, from 1; undefined when the text names none of them. */
export function readOrdinal(text: string, count: number): number | undefined {
  const bare = bareWords(text);
  if (["最后", "最后一个", "最后一项", "最后那个"].includes(bare)) return count;
  const digit = /^(?:第|选|选择|我选)?(\d{1,2})(?:个|项|种|号)?$/.exec(bare)?.[1];
  const place = digit === undefined ? ORDINALS.get(bare) : Number(digit);
  return place !== undefined && place >= 1 && place <= count ? place : undefined;
}

/** By position, by label, by one of its other names, or by the only option whose name the text contains. */
export function readChoice(text: string, options: readonly Option[]): Reading<string> {
  const place = readOrdinal(text, options.length);
  const byPlace = place === undefined ? undefined : options[place - 1];
  if (byPlace !== undefined) return read(byPlace.value);
  const bare = bareWords(text);
  if (bare === "") return UNREAD;
  const names = (option: Option): string[] => [option.label, ...(option.also ?? [])].map(bareWords);
  const exact = options.find((option) => names(option).includes(bare));
  if (exact !== undefined) return read(exact.value);
  if (isQuestion(text)) return UNREAD;
  const within = options.filter((option) => names(option).some((name) => name.length > 1 && bare.includes(name)));
  const [only] = within;
  return only !== undefined && within.length === 1 ? read(only.value) : UNREAD;
}
