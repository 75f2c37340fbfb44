import { expect, it } from "vitest";
import { reckon } from "../../src/desk/reckon.js";
import type { DialogAnswer } from "../../src/dialog/dialog.js";
import { sumsOf } from "../../src/conversation/work-out.js";
import { stage } from "../support/stage.js";

const now = Date.parse("2026-03-02T01:00:00Z");
const { library, region } = stage();
const dialog = library.dialogs.current.get("work-injury");

/** An injury form with these answers. */
function caseOf(given: Readonly<Record<string, DialogAnswer["value"]>>) {
  if (dialog === undefined) throw new Error("no form");
  const answers = Object.entries(given).map(([step, value]) => ({ step, value, from: String(value) }));
  const state = { dialog: dialog.id, version: dialog.version, answers };
  return { about: { kind: "case", dialog: state, facts: {} } as const, state, dialog };
}

it("nothing is worked out of what is no case, or of a form that is gone", () => {
  const desk = { stage: stage(), clock: () => now };
  expect(reckon(desk, { kind: "handoff", reason: "asked" })).toBeUndefined();
  const gone = { dialog: "constructor", version: 1, answers: [] };
  expect(reckon(desk, { kind: "case", dialog: gone, facts: {} })).toBeUndefined();
});

it("the last day is told with its basis, and warned of when it is near", () => {
  const {
    about,
    state,
    dialog: form,
  } = caseOf({
    ...{ danger: false, what: "accident", employer: "某建筑公司", township: "土门镇", happened: "2025-03-20" },
  });
  const held = sumsOf({ library, region, now }, { dialog: form, state });
  const told = reckon({ stage: stage(), clock: () => now }, about);
  expect(held.length).toBeGreaterThan(0);
  expect(told?.limitation).toMatchObject({ lastDay: "2026-03-19", warn: true });
  expect(told?.limitation?.steps.join()).toContain("《工伤保险条例》");
});
