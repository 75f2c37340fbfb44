import { expect, it } from "vitest";
import type { MatterChange } from "../../src/case/act.js";
import { LIFE, type CaseAct } from "../../src/case/life.js";
import { tellChange } from "../../src/case/tell-change.js";

const SECRET = "内部原因canary";

function changeOf(act: CaseAct, details: MatterChange["details"]): MatterChange {
  const { from, to } = LIFE[act];
  const state = to === "same" ? from[0] : to;
  const base = { reference: "ABCD-EFGH", revision: 1, at: 0, clockFrom: 0, pauses: [], from: from[0], state };
  return { ...base, act, details, mover: { actor: "handler", staffId: "s1" } };
}

it.each(Object.keys(LIFE) as CaseAct[])("%s is told with the number, and no reason of the office's own", (act) => {
  const details = act === "ask-worker" ? {} : { reason: SECRET };
  const { text } = tellChange(changeOf(act, { ...details, answer: SECRET, body: "inspection", to: "s2" }), { by: "接某", to: "办某" });
  expect(text).toContain("ABCD-EFGH");
  expect(text).not.toContain("canary");
});

it("what staff wrote for the person goes along", () => {
  expect(tellChange(changeOf("ask-worker", { reason: "请补工资条。" }), { by: "接某" })).toMatchObject({ letter: "请补工资条。" });
  const referred = tellChange(changeOf("refer", { reason: SECRET, body: "inspection", told: "监察大队会联系您。" }), { by: "接某" });
  expect(referred.text).toBe("您的事有新进展（编号 ABCD-EFGH）：已经转给劳动监察，我们会一直跟到那边答复。\n监察大队会联系您。");
  expect(tellChange(changeOf("transfer", { to: "s2" }), { by: "接某", to: "办某" }).text).toContain("接某先离开了");
});
