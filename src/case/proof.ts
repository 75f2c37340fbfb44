import { beijingTime } from "./beijing-time.js";
import type { SummaryLine } from "./summary.js";

export interface ProofFacts {
  readonly reference: string;
  readonly filedAt: number;
  readonly title: string;
  /** Who answers for it: 某县总工会. */
  readonly unit: string;
  readonly hotline: string;
  readonly summarySha256: string;
  readonly summary: readonly SummaryLine[];
  /** The day promised, when the region has confirmed its limits and the calendar knows the days. */
  readonly promisedOn?: string;
  readonly printedAt: number;
}

/** One block of a printed page. `fine`: small print. */
export type ProofBlock =
  | { readonly kind: "title" | "text" | "fine"; readonly text: string }
  | { readonly kind: "pair"; readonly name: string; readonly value: string }
  | { readonly kind: "rule" };

/** The proof that something was filed: when, what, with whom, and the hash by which what was filed can be checked. */
export function proofOf(facts: ProofFacts): readonly ProofBlock[] {
  const { reference, filedAt, title, unit, hotline, summarySha256, summary, promisedOn, printedAt } = facts;
  const pair = (name: string, value: string): ProofBlock => ({ kind: "pair", name, value });
  return [
    { kind: "title", text: "登记回执" },
    pair("受理编号", reference),
    pair("登记时间", `${beijingTime(filedAt)}（北京时间）`),
    pair("登记事项", title),
    pair("负责单位", unit),
    pair("查询电话", hotline),
    ...(promisedOn === undefined ? [] : [pair("答应接手", `${promisedOn} 前`)]),
    { kind: "rule" },
    { kind: "text", text: "登记内容" },
    ...summary.map(({ name, value }) => pair(name, value)),
    { kind: "rule" },
    { kind: "fine", text: `内容校验值（SHA-256）：${summarySha256}` },
    { kind: "fine", text: "校验值由登记时的内容算出。内容改动一个字，算出来的值就不同。" },
    { kind: "fine", text: "本回执只证明以上内容在登记时间交到了负责单位，不是对事情对错的认定。" },
    { kind: "fine", text: `打印时间：${beijingTime(printedAt)}` },
  ];
}
