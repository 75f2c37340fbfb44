import days from "chinese-days";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysInMonth, makeDay, weekday } from "../../src/reading/calendar-day.js";
import { FESTIVALS } from "../../src/reading/festival-days.js";
import { lunarDay, lunarMonth, lunarYearOf } from "../../src/reading/lunar-calendar.js";

const DAY_MS = 86_400_000;

describe("calendar days", () => {
  test("agree with the machine's calendar over two centuries", () => {
    const first = Date.UTC(1900, 0, 1);
    for (let count = 0; count < 80_000; count += 37) {
      const date = new Date(first + count * DAY_MS);
      const text = date.toISOString().slice(0, 10);
      expect(addDays("1900-01-01", count)).toBe(text);
      expect(addDays(text, -count)).toBe("1900-01-01");
      expect(weekday(text) % 7).toBe(date.getUTCDay());
      expect(makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(text);
    }
  });

  test("months end where they end", () => {
    expect([2000, 2024, 2100, 2025].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
    expect([addMonths("2024-03-31", -1), addMonths("2025-12-31", 2), addMonths("2026-01-15", -13)]).toEqual([
      "2024-02-29",
      "2026-02-28",
      "2024-12-15",
    ]);
    expect([makeDay(2025, 2, 29), makeDay(2025, 13, 1), makeDay(2025, 0, 1), makeDay(99, 1, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the lunar calendar", () => {
  const years = Array.from({ length: 21 }, (_, index) => 2015 + index);

  test.each(years)("has the days of %i that another table has", (year) => {
    for (let month = 1; month <= 12; month += 1) {
      const found = lunarMonth(year, month);
      for (const day of [found?.first ?? "", found?.last ?? ""]) {
        expect(days.getLunarDate(day)).toMatchObject({ lunarYear: year, lunarMon: month, isLeap: false });
        expect(lunarYearOf(day)).toBe(year);
      }
      expect(days.getLunarDate(found?.first ?? "").lunarDay).toBe(1);
      const after = days.getLunarDate(addDays(found?.last ?? "", 1));
      expect(after.lunarDay).toBe(1);
    }
  });

  test("knows its bounds", () => {
    expect([lunarDay(2014, 1, 1), lunarDay(2036, 1, 1), lunarDay(2025, 2, 31), lunarDay(2025, 13, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(years)("清明 of %i is the solar term", (year) => {
    expect(days.getSolarTermDate(year, 4, "pure_brightness")).toBe(FESTIVALS.get("清明")?.(year)?.from);
  });
});
