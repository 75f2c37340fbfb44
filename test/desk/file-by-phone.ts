import { expect } from "vitest";
import type { Browser } from "./open-desk.js";

interface Question {
  readonly step: string;
  readonly slot: string;
  readonly choices: readonly string[];
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["employer", "=某某建筑有限公司"],
  ["name", "张小明"],
  ["phone", "13912345678"],
  ["level", "保密"],
]);
const BY_SLOT: ReadonlyMap<string, string> = new Map([
  ["amount", "两万三"],
  ["date", "2025年11月1日"],
  ["duration", "三个月"],
  ["count", "12"],
  ["text", "干完活一直没有结钱"],
  ["employer", "某某建筑有限公司"],
  ["project", "某某花园二期"],
  ["name", "张小明"],
  ["phone", "13912345678"],
  ["id-number", ""],
  ["files", "没有"],
]);

/** Fills the form as a person at the phone does: question by question. */
export async function fillForm(staff: Browser, level: string): Promise<{ step: string; text: string }[]> {
  const answers: { step: string; text: string }[] = [];
  for (let count = 0; count < 40; count += 1) {
    const stand = await staff.post("/intake/form", { dialog: "unpaid-wages", answers });
    expect([stand.status, stand.at("problem")]).toEqual([200, undefined]);
    const next = stand.at("next") as Question | undefined;
    if (next === undefined) return answers;
    const words = next.step === "level" ? level : (WORDS.get(next.step) ?? BY_SLOT.get(next.slot) ?? next.choices[0] ?? "土门镇");
    answers.push({ step: next.step, text: words });
  }
  throw new Error("the form has no end");
}

/** Files the same call twice, as an impatient hand does: it is one case. */
export async function fileByPhone(staff: Browser, level: string): Promise<{ readonly reference: string; readonly receipt: string }> {
  const answers = await fillForm(staff, level);
  const { ticket, reference, receipt } = (await staff.post("/intake/numbers")).body as Record<string, string>;
  const filed = await staff.post("/intake/file", { dialog: "unpaid-wages", answers, ticket });
  const again = await staff.post("/intake/file", { dialog: "unpaid-wages", answers, ticket });
  for (const answer of [filed, again])
    expect([answer.status, answer.at("reference"), answer.at("receipt")]).toEqual([200, reference, receipt]);
  return { reference: String(reference), receipt: String(receipt) };
}
