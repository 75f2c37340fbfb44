import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIFE } from "../../src/case/life.js";
import type { Card, Row } from "../../src/web/desk/ask/shapes.js";
import { detailsFor, type Filled } from "../../src/web/desk/card/act-details.js";
import { steady } from "../../src/web/desk/queue/steady.js";
import { fillTemplate, holeIn } from "../../src/web/desk/talk/fill-template.js";
import { woven } from "../../src/web/desk/talk/weave.js";
import { readYuan } from "../../src/web/desk/view/yuan.js";

const row = (reference: string, title = ""): Row => ({ reference, title }) as Row;

describe("the queue under the pointer", () => {
  it("keeps every row's place, greys what has left and counts what is new", () => {
    const shown = steady([], [row("a"), row("b")], false).rows;
    const now = steady(shown, [row("c"), row("b", "新")], true);
    expect(now.rows.map(({ reference, gone, title }) => ({ reference, gone, title }))).toEqual([
      { reference: "a", gone: true, title: "" },
      { reference: "b", gone: false, title: "新" },
    ]);
    expect(now.held).toBe(1);
    expect(steady(now.rows, [row("c"), row("b")], false).rows.map(({ reference }) => reference)).toEqual(["c", "b"]);
  });

  it("never moves a row while the pointer is there, whatever comes", () => {
    const list = fc.uniqueArray(fc.constantFrom("a", "b", "constructor", "__proto__", "😀"));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const shown = steady(
          [],
          before.map((one) => row(one)),
          false,
        ).rows;
        const now = steady(
          shown,
          after.map((one) => row(one)),
          true,
        );
        expect(now.rows.map(({ reference }) => reference)).toEqual(before.length === 0 ? after : before);
      }),
    );
  });
});

describe("a ready text", () => {
  const card = {
    reference: "AB12-CD34",
    title: "拖欠工资投诉",
    slots: [
      { step: "employer", name: "单位", fact: "employer", value: "某某饭店", hidden: false },
      { step: "name", name: "姓名", fact: "name", value: "张*", hidden: true },
    ],
  } as unknown as Card;
  const filling = { card, myName: "接某", today: "3/2" };

  it("is filled with what is known; a hidden name and an unknown word stay holes", () => {
    const text = fillTemplate("{姓名}您好，{单位}的事（{编号}）由{我的姓名}办，{constructor}。", filling);
    expect(text).toBe("{姓名}您好，某某饭店的事（AB12-CD34）由接某办，{constructor}。");
    expect(holeIn(text)).toBe("{姓名}");
    expect(holeIn("您好。")).toBeUndefined();
  });
});

describe("a step's form", () => {
  const empty: Filled = {
    ...{ reason: "", declineReason: "", body: "", answer: "", outcome: "", amount: "", told: "", to: "", solved: false, satisfied: "" },
  };

  it("says what is missing of every step that needs something", () => {
    for (const { needs } of Object.values(LIFE)) expect(detailsFor(needs, empty).kind).toBe(needs.length === 0 ? "details" : "wrong");
  });

  it("gives money in fen and leaves out what was not asked", () => {
    const filled = { ...empty, outcome: "paid", told: " 付清了 ", amount: "2.3万" };
    expect(detailsFor(["outcome", "told"], filled)).toEqual({ kind: "wrong", why: "追回的钱请写数字，例如 23000。" });
    expect(detailsFor(["outcome", "told"], { ...filled, amount: "23,000.5元", reason: "不问" })).toEqual({
      kind: "details",
      details: { outcome: "paid", told: "付清了", amountFen: 2_300_050 },
    });
  });

  it.each([
    ["23000", 2_300_000],
    ["２３．５", 2_350],
    ["1".repeat(40), undefined],
    ["-5", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("reads %s", (text, fen) => expect(readYuan(text)).toBe(fen));
});

it("shows each word once: a reply stands in the conversation and with the case", () => {
  const said = { id: "s1.a", at: 2, text: "您好" };
  const lines = [{ ...said, seq: 1, from: "staff" as const, attachments: [], sources: [] }];
  const card = {
    messages: [
      { ...said, from: "staff" },
      { id: "m", at: 3, from: "complainant", text: "谢谢" },
    ],
    notes: [{ id: "n", at: 1, staffId: "s1", text: "备注" }],
  } as unknown as Card;
  expect(woven(lines, card).map(({ kind, text }) => `${kind} ${text}`)).toEqual(["note 备注", "staff 您好", "worker 谢谢"]);
});
