import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withStart } from "../../src/dialog/count-back.js";
import { readDatesSlot } from "../../src/dialog/date-slot.js";
import { readNumberSlot } from "../../src/dialog/number-slot.js";

const TODAY = "2026-03-02";
const slot = (unit: string, max: number, decimals = 0, min = 0) => ({ type: "number", unit, min, max, decimals }) as const;
const hours = slot("小时", 8784, 2);
const read = (text: string, wanted: Parameters<typeof readNumberSlot>[1]): unknown => {
  const reading = readNumberSlot(text, wanted, TODAY);
  return reading.kind === "taken" ? reading.value : (reading.because ?? "unread");
};

describe("how many", () => {
  test.each([
    ["三十个半小时", hours, 30.5],
    ["一共44小时", hours, 44],
    ["44", hours, 44],
    ["半个小时", hours, 0.5],
    ["没有", hours, 0],
    ["没加班", hours, 0],
    ["每天两小时", hours, "other-period"],
    ["一天2小时", hours, "other-period"],
    ["三天", hours, "other-period"],
    ["10小时和20小时", hours, "several"],
    ["周末给几倍", hours, "unread"],
    ["9999小时", hours, "out-of-range"],
    ["一年", slot("个月", 600, 0, 1), 12],
    ["三年", slot("个月", 600, 0, 1), 36],
    ["一年半", slot("个月", 600, 0, 1), 18],
    ["36", slot("个月", 600, 0, 1), 36],
    ["没有", slot("个月", 600, 0, 1), "unread"],
    ["二十一天", slot("天", 366, 1), 21],
    ["2天半", slot("天", 366, 1), 2.5],
    ["两个月", slot("天", 366, 1), "other-period"],
    ["八年", slot("年", 60, 1), 8],
    ["九年零十一个半月", slot("年", 60, 1), 9.9],
    ["去年", slot("年", 2199, 0, 2008), 2025],
    ["2024", slot("年", 2199, 0, 2008), 2024],
    ["24年", slot("年", 2199, 0, 2008), 2024],
    ["2099年", slot("年", 2199, 0, 2008), "future"],
    ["1999年", slot("年", 2199, 0, 2008), "out-of-range"],
  ])("%s", (text, wanted, value) => expect(read(text, wanted)).toBe(value));

  test("hostile words are read as nothing or as a number within bounds", () => {
    const words = fc.oneof(
      fc.constantFrom("constructor", "__proto__", "9".repeat(40), "😀", "-5", "1e9"),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    fc.assert(
      fc.property(words, (text) => {
        const reading = readNumberSlot(text, hours, TODAY);
        if (reading.kind === "taken") expect(Number(reading.value) >= 0 && Number(reading.value) <= 8784).toBe(true);
      }),
    );
  });
});

describe("several days", () => {
  test.each([
    ["去年十月八号、去年十二月1号", ["2025-10-08", "2025-12-01"]],
    ["2025年12月1日，2025年10月8日", ["2025-10-08", "2025-12-01"]],
    ["去年八月", ["2025-08-01"]],
  ])("%s", (text, days) => expect(readDatesSlot(text, 20, TODAY)).toMatchObject({ kind: "taken", value: days }));

  test("one part that is no day makes the whole unread", () =>
    expect(readDatesSlot("去年十月八号、找过好多次", 20, TODAY).kind).toBe("unusable"));
});

describe("a beginning counted back", () => {
  const worked = (value: number) => ({ workedMonths: { value, from: "三年两个月", doubtful: false } });

  test("from today, with half a month on either side, and read back", () =>
    expect(withStart(worked(38), TODAY).startedOn).toEqual({
      value: "2023-01-03",
      from: "三年两个月",
      bounds: { low: "2022-12-19", high: "2023-01-18" },
      doubtful: true,
    }));

  test("from the last day where it was told", () => {
    const endedOn = { value: "2025-12-31", from: "去年底", doubtful: false };
    expect(withStart({ ...worked(12), endedOn }, TODAY).startedOn?.value).toBe("2025-01-01");
  });

  test("never in place of a day that was told", () => {
    const startedOn = { value: "2020-05-01", from: "20年5月", doubtful: false };
    expect(withStart({ ...worked(12), startedOn }, TODAY).startedOn).toBe(startedOn);
  });
});
