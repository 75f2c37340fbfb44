import { expect, test } from "vitest";
import { readDateSlot } from "../../src/dialog/date-slot.js";

const TODAY = "2026-03-02";

function said(text: string): unknown {
  const reading = readDateSlot(text, "first", TODAY);
  return reading.kind === "taken" ? [reading.bounds?.low, reading.bounds?.high] : reading.because;
}

// Of a length of time, so much room either way as the length leaves.
test.each([
  ["有半年了", ["2025-08-19", "2025-09-18"]],
  ["半个月", ["2026-02-11", "2026-02-19"]],
])("%s is a day counted back", (text, bounds) => expect(said(text)).toEqual(bounds));

test.each(["三十年后", "三个月以后", "2030年5月"])("%s has not come", (text) => expect(said(text)).toBe("future"));
