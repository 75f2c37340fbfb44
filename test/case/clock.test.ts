import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workCalendar } from "../../src/calendar.js";
import { dueAt, dueBadge, dueDay, endOfDay } from "../../src/case/clock.js";
import type { Pause } from "../../src/case/case.js";
import { beijingDay } from "../../src/clock.js";

const at = (beijing: string): number => Date.parse(`${beijing}:00+08:00`);
const due = (from: string, workdays: number, pauses: readonly Pause[] = []): string | undefined =>
  dueDay(at(from), workdays, { calendar: workCalendar, pauses });

describe("working days", () => {
  it.each([
    ["the next day", "2026-03-02T09:00", 1, "2026-03-03"],
    ["over a weekend", "2026-03-06T17:00", 1, "2026-03-09"],
    ["filed on a Sunday", "2026-03-08T23:59", 1, "2026-03-09"],
    ["late in the evening in Beijing is still that day", "2026-03-02T23:30", 1, "2026-03-03"],
    // 2026年国庆 1–7 October; 20 September and 10 October are worked.
    ["over 国庆", "2026-09-30T10:00", 1, "2026-10-08"],
    ["a Saturday that is worked", "2026-10-09T10:00", 1, "2026-10-10"],
    ["fifteen of them", "2026-03-02T09:00", 15, "2026-03-23"],
  ])("%s", (_, from, days, expected) => {
    expect(due(from, days)).toBe(expected);
  });

  it("promises nothing where the year's list is not known", () => {
    expect(due("2026-12-31T10:00", 1)).toBeUndefined();
    expect(due("2026-12-20T10:00", 15)).toBeUndefined();
    expect(due("2026-12-20T10:00", 1)).toBe("2026-12-21");
  });

  it("stands still while a pause lasts, and counts its first and last day", () => {
    const paused = (from: string, until?: string): Pause => ({
      reason: "awaiting-worker",
      from: at(from),
      ...(until === undefined ? {} : { until: at(until) }),
    });
    expect(due("2026-03-02T09:00", 3, [paused("2026-03-03T10:00")])).toBeUndefined();
    // Tuesday and Friday count, Wednesday and Thursday do not.
    expect(due("2026-03-02T09:00", 3, [paused("2026-03-03T10:00", "2026-03-06T10:00")])).toBe("2026-03-09");
    expect(due("2026-03-02T09:00", 3, [paused("2026-03-03T10:00", "2026-03-03T18:00")])).toBe("2026-03-05");
  });

  it("is never earlier for a pause, nor later by more than the days it lasted", () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), days, days, (workdays, begin, length) => {
        const from = at("2026-03-02T09:00");
        const pause = { reason: "referred", from: from + begin * 86_400_000, until: from + (begin + length) * 86_400_000 } as const;
        const plain = dueAt(from, workdays, { calendar: workCalendar, pauses: [] }) ?? NaN;
        const paused = dueAt(from, workdays, { calendar: workCalendar, pauses: [pause] }) ?? NaN;
        expect(paused).toBeGreaterThanOrEqual(plain);
        // Working days lost need as many working days more, and these may have weekends and holidays between them.
        expect(paused - plain).toBeLessThanOrEqual((length * 2 + 10) * 86_400_000);
        expect(workCalendar.isWorkday(beijingDay(paused))).toBe(true);
      }),
    );
  });
});

it("says how near a due time is", () => {
  const now = at("2026-03-03T10:00");
  const badge = (day: string): string => dueBadge(endOfDay(day), now);
  expect([dueBadge(undefined, now), badge("2026-03-02"), badge("2026-03-03"), badge("2026-03-04"), badge("2026-03-09")]).toEqual([
    "none",
    "overdue",
    "today",
    "soon",
    "later",
  ]);
});
