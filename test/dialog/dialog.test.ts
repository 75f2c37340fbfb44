import { describe, expect, test } from "vitest";
import type { Dialog } from "../../src/content/library.js";
import { advance, begin, confirmAnswer, consentOf, position, reopen, stepBack, stepsInAll } from "../../src/dialog/dialog.js";
import { factsOf, fill, onPath } from "../../src/dialog/fill.js";
import { dialog as small } from "../support/small-library.js";

const step = small.steps["callback"];
if (step === undefined) throw new Error("small library: no step callback");

/** First a name, then, consent given, files; money only where the name is not set. */
const DIALOG: Dialog = {
  ...small,
  id: "complaint",
  outcome: "case",
  first: "employer",
  steps: {
    employer: { ...step, name: "单位", slot: { type: "employer" }, fact: "employer", next: "files" },
    files: { ...step, name: "材料", slot: { type: "files", max: 3 }, consent: "同意吗？", next: "amount" },
    amount: { ...step, name: "钱数", slot: { type: "amount" }, fact: "amount", confirm: "readback", next: "pay" },
    pay: {
      ...step,
      name: "月工资",
      slot: { type: "amount", per: "month" },
      fact: "monthlyPay",
      confirm: "readback",
      skipWhen: { step: "amount", isSet: true },
      next: "end",
    },
  },
};
const at = (answers: Parameters<typeof advance>[1][]): string => {
  const here = position(DIALOG, answers.reduce(advance, begin(DIALOG)));
  return here.at === "review" ? "review" : `${here.at} ${here.step}`;
};
const employer = { step: "employer", value: "某某公司", from: "某某公司" };
const agreed = { step: consentOf("files"), value: true, from: "同意" };
const refused = { step: consentOf("files"), value: false, from: "不同意" };
const files = { step: "files", value: [], from: "没有" };
const amount = { step: "amount", value: 100, from: "一块" };

describe("position", () => {
  test("a consent is asked before its question; refused, the question is passed over", () => {
    expect(at([employer])).toBe("consent files");
    expect(at([employer, agreed])).toBe("step files");
    expect(at([employer, refused])).toBe("step amount");
  });

  test("an answer read back is where we stand till it is confirmed", () => {
    const state = [employer, refused, { ...amount, pending: "confirm" as const }].reduce(advance, begin(DIALOG));
    expect(position(DIALOG, state).at).toBe("confirm");
    expect(position(DIALOG, confirmAnswer(state, "amount")).at).toBe("review");
  });

  test("a step is passed over by what was answered, and counts in no number", () => {
    expect(at([employer, refused, amount])).toBe("review");
    expect(at([employer, refused, { ...amount, value: null }])).toBe("step pay");
    expect(stepsInAll(DIALOG, [employer, refused, amount].reduce(advance, begin(DIALOG)))).toBe(2);
  });
});

test("what is asked again keeps its answer, and 返回 leaves it as it was", () => {
  const whole = [employer, agreed, files, amount].reduce(advance, begin(DIALOG));
  const opened = reopen(whole, "employer");
  expect(position(DIALOG, opened)).toMatchObject({ at: "step", step: "employer" });
  expect(stepBack(DIALOG, opened)).toEqual(whole);
});

test("返回 takes back the answer before, a consent too", () => {
  const state = [employer, agreed].reduce(advance, begin(DIALOG));
  const before = stepBack(DIALOG, state);
  expect(before?.answers).toEqual([employer]);
  expect(stepBack(DIALOG, begin(DIALOG))).toBeUndefined();
});

test("what was told fills steps but those behind a consent; what is doubtful waits to be confirmed", () => {
  const facts = {
    employer: { value: "某某公司", from: "某某公司", doubtful: false },
    amount: { value: 500000, from: "五千左右", doubtful: true, bounds: { low: 450000, high: 550000 } },
  };
  const { state, steps } = fill(DIALOG, begin(DIALOG), { facts, story: "" });
  expect(steps).toEqual(["employer", "amount"]);
  expect(state.answers.find(({ step: name }) => name === "amount")?.pending).toBe("confirm");
  const unsure = { employer: { value: "某某公司", from: "某某公司", doubtful: true } };
  expect(fill(DIALOG, begin(DIALOG), { facts: unsure, story: "" }).steps).toEqual([]);
});

test("only what is on the path is handed in", () => {
  const state = [employer, refused, files, amount, { step: "pay", value: 300, from: "三块" }].reduce(advance, begin(DIALOG));
  expect(factsOf(DIALOG, state)).toEqual({ employer: "某某公司", amount: 100 });
  expect(onPath(DIALOG, state).answers).toEqual([employer, refused, amount]);
});
