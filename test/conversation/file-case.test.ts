import { expect, test } from "vitest";
import { Play } from "../../src/cli/play.js";
import { systemIds } from "../../src/ids.js";
import { stage } from "../support/stage.js";

/** Made before the tests, whose time it would take. */
const STAGE = stage();

function filed(level: "匿名" | "保密"): { play: Play; result: ReturnType<Play["say"]> } {
  const play = new Play(STAGE, Date.parse("2026-03-02T09:00:00+08:00"));
  const story = "我叫张某某，电话13800001111，我要投诉某某饭店欠我工资两万三";
  for (const text of [story, "土门", "去年十一月", "还在干", "12个人", "都没有", level]) play.say(text);
  return { play, result: play.say("提交") };
}

test("提交 emits one case with its facts, and once more emits none", () => {
  const { play, result } = filed("保密");
  expect(result.effects).toHaveLength(1);
  expect(result.effects[0]).toMatchObject({
    kind: "file-case",
    urgent: false,
    facts: {
      employer: "某某饭店",
      amount: 2_300_000,
      unpaidFrom: "2025-11-01",
      people: 12,
      name: "张某某",
      phone: "13800001111",
      level: "confidential",
    },
  });
  expect(play.say("提交").effects).toEqual([]);
});

test("who chose 匿名 hands in neither the name nor the number told before", () => {
  const { result } = filed("匿名");
  expect(JSON.stringify(result.effects)).not.toMatch(/张某某|13800001111/);
});

test("the secret is shown once and kept in no conversation", () => {
  const { play, result } = filed("保密");
  const [effect] = result.effects;
  const receipt = effect?.kind === "file-case" ? effect.receipt : "";
  expect(result.replies.filter(({ text }) => text.includes(receipt))).toHaveLength(1);
  expect(JSON.stringify(play.conversation)).not.toContain(receipt);
});

test("a receipt has at least 112 bits, in signs that are not mistaken", () => {
  const ids = systemIds(() => 0);
  const receipts = Array.from({ length: 200 }, () => ids.receipt());
  for (const receipt of receipts) expect(receipt).toMatch(/^([34679ACDEFGHJKMNPQRTUVWXY]{4}-){6}[34679ACDEFGHJKMNPQRTUVWXY]{4}$/);
  expect(new Set(receipts).size).toBe(200);
  expect(28 * Math.log2(25)).toBeGreaterThan(112);
});
