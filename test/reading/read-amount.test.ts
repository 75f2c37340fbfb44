import { describe, expect, test } from "vitest";
import { readAmount, type Amount } from "../../src/reading/read-amount.js";
import { EXACT_AMOUNTS, RATED_AMOUNTS } from "./cases/amount-cases.js";
import { NO_AMOUNTS, VAGUE_AMOUNTS } from "./cases/vague-amount-cases.js";

function shown({ fen, low, high, period }: Amount): string {
  const bounds = low === undefined ? String(fen / 100) : `${low / 100}..${high === undefined ? "" : high / 100}`;
  return period === undefined ? bounds : `${bounds}/${period}`;
}

function amountsIn(words: string): string {
  const reading = readAmount(words);
  return reading.kind === "unread" ? "-" : reading.value.map(shown).join(" ");
}

describe("readAmount", () => {
  test.each([...EXACT_AMOUNTS, ...RATED_AMOUNTS, ...VAGUE_AMOUNTS, ...NO_AMOUNTS])("$words → $expected", ({ words, expected }) => {
    expect(amountsIn(words)).toBe(expected);
  });

  test.each([
    ["两万三", "我理解的是：2万3千元（23000元），对吗？"],
    ["一个月6000", "我理解的是：每月6千元（6000元），对吗？"],
    ["三百五", "我理解的是：350元，对吗？"],
    ["三块五", "我理解的是：3.5元，对吗？"],
    ["一万零五百", "我理解的是：1万零500元（10500元），对吗？"],
    ["五六千", "我理解的是：5千到6千元，对吗？"],
    ["五千左右", "我理解的是：5千元左右，对吗？"],
    ["不到三万", "我理解的是：不到3万元，对吗？"],
    ["至少两千", "我理解的是：不少于2千元，对吗？"],
  ])("%s is read back: %s", (words, readBack) => {
    const reading = readAmount(words);
    expect(reading.kind === "read" && reading.value[0]?.readBack).toBe(readBack);
  });

  test("says which words it read, and is less sure of vaguer ones", () => {
    const [named, vague, bare] = ["老板欠我两万三千块没给", "老板欠我几万没给", "老板欠我2300没给"].map((words) => {
      const reading = readAmount(words);
      return reading.kind === "read" ? reading.value[0] : undefined;
    });
    expect(named?.said).toBe("两万三千块");
    expect(named?.sure).toBeGreaterThan(bare?.sure ?? 1);
    expect(bare?.sure).toBeGreaterThan(vague?.sure ?? 1);
  });
});
