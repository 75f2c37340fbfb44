import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDay, partsOf } from "../../src/reading/calendar-day.js";
import { readAmount } from "../../src/reading/read-amount.js";
import { readDate } from "../../src/reading/read-date.js";
import { readDuration } from "../../src/reading/read-duration.js";
import { spokenText } from "../../src/reading/spoken-text.js";

const PIECES = [
  ..."零〇一二两三四五六七八九十百千万亿半多几来余把个年月日号天周元块毛角分点到至-~、,.:/ ¥w%前后底初",
  ..."俩仨廿卅壹贰仟圆２３",
  ..."去年 前年 上个月 星期 春节 国庆 腊月 正月 初 农历 闰 上半年 季度 至今 左右 不到 将近 至少 每天 一个月 工资 欠 0 7 12 31 2024 1,234 99999999 3.5".split(
    " ",
  ),
  ...[
    "constructor",
    "__proto__",
    "toString",
    "1".repeat(40),
    "九".repeat(40),
    "万".repeat(40),
    "😀",
    "\u0000",
    "\u200b",
    "\ud800",
    "返回",
    "转人工",
    "取消",
    "",
  ],
];
const words = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(""));
const today = fc
  .record({ year: fc.integer({ min: 2010, max: 2045 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day }) => makeDay(year, month, day) ?? "");
const RUNS = { numRuns: 4_000 };
const surely = (sure: number): boolean => sure > 0 && sure <= 1;

test("an amount is a whole number of fen between its bounds, and was said", () => {
  fc.assert(
    fc.property(words, (text) => {
      const reading = readAmount(text);
      if (reading.kind === "unread") return;
      for (const { fen, low = fen, high, sure, said, readBack } of reading.value) {
        expect(Number.isSafeInteger(fen) && fen > 0 && Number.isSafeInteger(low) && low <= fen).toBe(true);
        if (high !== undefined) expect(Number.isSafeInteger(high) && high >= fen).toBe(true);
        expect(surely(sure) && said !== "" && spokenText(text).includes(said)).toBe(true);
        expect(readBack).toMatch(/^我理解的是：.+，对吗？$/);
      }
    }),
    RUNS,
  );
});

test("a duration lies between its bounds, and was said", () => {
  fc.assert(
    fc.property(words, (text) => {
      const reading = readDuration(text);
      if (reading.kind === "unread") return;
      const { years = 0, months = 0, days = 0, low, high = Infinity, sure, said, readBack } = reading.value;
      expect(low <= high && low >= 0 && Number.isFinite(low)).toBe(true);
      expect(years * 12 + months + days / 30).toBeLessThanOrEqual(high + 0.02);
      expect(surely(sure) && spokenText(text).includes(said)).toBe(true);
      expect(readBack).toMatch(/^我理解的是：.+，对吗？$/);
      expect(readBack).not.toMatch(/NaN|undefined|-/);
    }),
    RUNS,
  );
});

test("a date has days that exist, in order, and was said", () => {
  fc.assert(
    fc.property(words, today, (text, day) => {
      const reading = readDate(text, day);
      if (reading.kind === "unread") return;
      const { from, until, sure, said, readBack } = reading.value;
      for (const end of [from, until]) {
        const { year, month, day: date } = partsOf(end);
        expect(makeDay(year, month, date)).toBe(end);
      }
      expect(from <= until && surely(sure) && said !== "" && spokenText(text).includes(said)).toBe(true);
      expect(readBack).toMatch(/^我理解的是：.+，对吗？$/);
    }),
    RUNS,
  );
});

test("a date without its year has begun by today and ends by today", () => {
  const bare = fc.constantFrom(
    ..."八月 十二月 3月5号 12月31日 五一 国庆 中秋 春节 除夕 腊月 正月十五 年底 年初 月底 下半年 冬天 三月到六月 十月到二月 周五 31号 三四月份 春节后 年前 清明前".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(bare, today, (text, day) => {
      const reading = readDate(text, day);
      if (reading.kind === "unread") return;
      expect(reading.value.from <= day && reading.value.until <= day).toBe(true);
    }),
    RUNS,
  );
});

test("a text of twenty thousand signs is read in time that grows with its length", () => {
  for (const piece of [
    "9",
    "九",
    "万",
    "3月",
    "三个",
    "一年零",
    "去年",
    "周",
    "上上",
    "农历",
    "5-",
    "1,234",
    "三点",
    "¥",
    "块",
    "今天到",
  ]) {
    const long = piece.repeat(20_000 / piece.length);
    readAmount(long);
    readDuration(long);
    readDate(long, "2026-03-18");
  }
}, 20_000);
