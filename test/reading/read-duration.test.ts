import { describe, expect, test } from "vitest";
import { readDuration } from "../../src/reading/read-duration.js";
import { DURATIONS, NO_DURATIONS, VAGUE_DURATIONS } from "./cases/duration-cases.js";

function durationIn(words: string): string {
  const reading = readDuration(words);
  if (reading.kind === "unread") return "-";
  const { years, months, days, low, high } = reading.value;
  const parts = `${years === undefined ? "" : `${years}y`}${months === undefined ? "" : `${months}m`}${days === undefined ? "" : `${days}d`}`;
  return low === high ? parts : `${parts} ${low}..${high ?? ""}`;
}

describe("readDuration", () => {
  test.each([...DURATIONS, ...VAGUE_DURATIONS, ...NO_DURATIONS])("$words → $expected", ({ words, expected }) => {
    expect(durationIn(words)).toBe(expected);
  });

  test.each([
    ["两年零三个月", { low: 27, high: 27 }],
    ["三个半月", { low: 3.5, high: 3.5 }],
    ["一年半", { low: 18, high: 18 }],
    ["两个月零5天", { low: 2.17, high: 2.17 }],
  ])("%s in months", (words, bounds) => {
    expect(readDuration(words)).toMatchObject({ kind: "read", value: bounds });
  });

  test.each([
    ["两年零三个月", "我理解的是：2年3个月，对吗？"],
    ["3个半月", "我理解的是：3个半月，对吗？"],
    ["干了五六年", "我理解的是：5年到6年，对吗？"],
    ["快两年了", "我理解的是：不到2年，对吗？"],
    ["三年左右", "我理解的是：3年左右，对吗？"],
    ["十来天", "我理解的是：10天到20天，对吗？"],
    ["至少两年", "我理解的是：不少于2年，对吗？"],
  ])("%s is read back: %s", (words, readBack) => {
    expect(readDuration(words)).toMatchObject({ kind: "read", value: { readBack } });
  });

  test("is less sure when a text names several", () => {
    const one = readDuration("干了两年");
    const two = readDuration("干了两年，欠了五个月");
    expect(one).toMatchObject({ value: { years: 2, said: "两年", sure: 1 } });
    expect(two).toMatchObject({ value: { years: 2, said: "两年", sure: 0.7 } });
  });
});
