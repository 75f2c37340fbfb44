import { describe, expect, test } from "vitest";
import { readDate } from "../../src/reading/read-date.js";
import { daysOf } from "./cases/expected-days.js";
import { CALENDAR_DATES, PARTS_OF_DATES, RELATIVE_DATES, TODAY } from "./cases/date-cases.js";
import { FESTIVAL_DATES, NO_DATES, SPANS_OF_DATES } from "./cases/period-cases.js";

function daysIn(words: string, today = TODAY): string {
  const reading = readDate(words, today);
  return reading.kind === "unread" ? "-" : `${reading.value.from}..${reading.value.until}`;
}

describe("readDate", () => {
  const rows = [...CALENDAR_DATES, ...RELATIVE_DATES, ...PARTS_OF_DATES, ...FESTIVAL_DATES, ...SPANS_OF_DATES, ...NO_DATES];
  test.each(rows)("$words → $expected", ({ words, expected }) => {
    expect(daysIn(words)).toBe(daysOf(expected));
  });

  test.each([
    ["去年八月", "2026-01-02", "2025-08-01..2025-08-31"],
    ["上个月", "2026-01-31", "2025-12-01..2025-12-31"],
    ["昨天", "2024-03-01", "2024-02-29..2024-02-29"],
    ["上周三", "2026-01-01", "2025-12-24..2025-12-24"],
    ["腊月", "2025-12-01", "2024-12-31..2025-01-28"],
    ["春节后", "2026-01-10", "2025-02-05..2025-03-06"],
    ["年底", "2026-12-05", "2026-12-01..2026-12-05"],
    ["八月", "2026-07-31", "2025-08-01..2025-08-31"],
    ["八月", "2026-08-01", "2026-08-01..2026-08-01"],
    ["去年腊月", "2026-01-25", "2024-12-31..2025-01-28"],
    ["闰年2月29号", "2028-03-01", "2028-02-29..2028-02-29"],
    ["三月到六月", "2026-11-24", "2026-03-01..2026-06-30"],
  ])("%s said on %s is %s", (words, today, expected) => {
    expect(daysIn(words, today)).toBe(expected);
  });

  test.each([
    ["去年八月", "我理解的是：2025年8月，对吗？"],
    ["24年3月5号", "我理解的是：2024年3月5日，对吗？"],
    ["前年", "我理解的是：2024年，对吗？"],
    ["上个月底", "我理解的是：2026年2月25日到2月28日，对吗？"],
    ["三月到六月", "我理解的是：2025年3月到6月，对吗？"],
    ["去年国庆到春节", "我理解的是：2025年10月1日到2026年2月23日，对吗？"],
  ])("%s is read back: %s", (words, readBack) => {
    expect(readDate(words, TODAY)).toMatchObject({ kind: "read", value: { readBack } });
  });

  test("says which words it read, and is less sure of the vaguer and of what lies ahead", () => {
    const sure = (words: string): number => {
      const reading = readDate(words, TODAY);
      return reading.kind === "read" ? reading.value.sure : 0;
    };
    expect(readDate("老板从去年8月开始到现在没发工资", TODAY)).toMatchObject({ value: { said: "去年8月开始到现在" } });
    expect(sure("去年八月")).toBeGreaterThan(sure("上个月底"));
    expect(sure("上个月底")).toBeGreaterThan(sure("前阵子"));
    expect(sure("下个月")).toBeLessThan(sure("上个月"));
  });
});
