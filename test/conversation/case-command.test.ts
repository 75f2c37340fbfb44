import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matter } from "../../src/case/case.js";
import { readCaseWish } from "../../src/conversation/case-words.js";
import { newConversation } from "../../src/conversation/conversation.js";
import { takeTurn } from "../../src/conversation/take-turn.js";
import type { TurnResult } from "../../src/conversation/turn.js";
import { stage } from "../support/stage.js";

const NOW = Date.parse("2026-03-03T02:00:00Z");
const CODE = "4679-ACDE-FGHJ-KMNP-QRTU-VWXY-3467";

function filed(change: Partial<Matter> = {}): Matter {
  const dialog = { dialog: "unpaid-wages", version: 1, answers: [] };
  return {
    ...{ reference: "4F7K-9QRT", about: { kind: "case", dialog, facts: {} }, state: "working", owner: "s1", revision: 3, risk: 0 },
    ...{ openedAt: NOW, clockFrom: NOW, pauses: [], dueAt: NOW + 86_400_000, ...change },
  };
}

function turn(text: string, cases?: readonly Matter[]): TurnResult {
  const { library, region, recognizer, calendar } = stage();
  const activity = {
    id: "a1",
    channel: "webchat",
    conversationId: "c1",
    sourceId: "s",
    from: { role: "worker", id: "w" },
    kind: "message",
  } as const;
  return takeTurn({
    ...{ activity: { ...activity, text, attachments: [], at: NOW }, conversation: { ...newConversation("c1", "webchat"), turns: 1 } },
    casePage: "/case",
    ...{ library, region, recognizer, calendar, now: NOW, newReference: () => "AAAA-CCCC", newReceipt: () => CODE },
    ...(cases === undefined ? {} : { cases }),
  });
}

const said = ({ replies }: TurnResult): string => replies.map(({ text }) => text).join("\n");

describe("what is filed already", () => {
  it("查进度 tells where each stands, without a date nobody confirmed", () => {
    const result = turn("查进度", [filed(), filed({ reference: "6666-7777", state: "closed" })]);
    expect(result.outcome).toBe("case-shown");
    expect(said(result)).toBe(
      "编号 4F7K-9QRT（拖欠工资投诉）：正在办理。\n编号 6666-7777（拖欠工资投诉）：已经办结。还有问题可以在这里说，会重新办理。",
    );
    expect(said(turn("查进度"))).toContain("没有登记过");
  });

  it("a code opens its case, a number alone only to whoever filed it from here", () => {
    expect(said(turn(CODE, [filed()]))).toContain("正在办理");
    expect(said(turn(CODE, []))).toContain("没有查到");
    expect(said(turn("4f7k9qrt", [filed()]))).toContain("正在办理");
    expect(said(turn("编号：4F7K-9QRT", [filed({ reference: "6666-7777" })]))).toContain("怕被别人看到");
  });

  it("撤回 asks first, and then changes the case as it was seen", () => {
    const asked = turn("我要撤回", [filed()]);
    expect(asked.effects).toEqual([]);
    expect(asked.replies[0]?.suggestions.map(({ say }) => say)).toEqual(["确定撤回 4F7K-9QRT", "不撤了"]);
    const done = turn("确定撤回 4F7K-9QRT", [filed()]);
    expect(done.outcome).toBe("case-withdrawn");
    expect(done.effects).toMatchObject([
      { kind: "change-case", change: { reference: "4F7K-9QRT", revision: 3, from: "working", state: "withdrawn" } },
    ]);
    expect(turn("确定撤回 4F7K-9QRT", [filed({ state: "withdrawn" })]).effects).toEqual([]);
    expect(turn("确定撤回 4F7K-9QRT", [filed({ reference: "6666-7777" })]).effects).toEqual([]);
  });

  it("补充材料 says where to send it", () => {
    expect(said(turn("补充材料", [filed()]))).toContain("直接发在这里");
  });

  it("下载投诉书 tells where, and 还缺什么证据 what is missing, of a case filed here", () => {
    const papers = said(turn("下载投诉书", [filed()]));
    expect(papers).toContain("打开查询页 /case ，输入查询码，就能下载：投诉书、仲裁申请书、证据清单");
    const about = { ...filed().about, kind: "case", facts: { trade: "site", evidence: ["chat"] } } as Matter["about"];
    const proof = said(turn("还缺什么证据？", [filed({ about })]));
    expect(proof).toContain("手里的单独拿出来不够");
    expect(proof).toContain("拍工地大门口的维权告示牌");
    expect(said(turn("下载投诉书"))).not.toContain("/case");
  });
});

it("hears a code however it is typed, and nothing in ordinary words", () => {
  for (const typed of [CODE, CODE.toLowerCase(), CODE.replaceAll("-", " "), CODE.replaceAll("-", ""), ` ${CODE}。`]) {
    expect(readCaseWish(typed)).toEqual({ kind: "receipt", receipt: CODE.replaceAll("-", "") });
  }
  const hostile = ["", "constructor", "__proto__", "toString", "9".repeat(40), "😀", "老板欠我两万三没给", "13800001111", "转人工", "提交"];
  for (const text of hostile) expect([text, readCaseWish(text)]).toEqual([text, undefined]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readCaseWish(text)));
});
