import fc from "fast-check";
import { expect, test } from "vitest";
import { Play, type Stage } from "../../src/cli/play.js";
import { OUTCOMES } from "../../src/conversation/outcomes.js";
import { answerOf, region, scriptedRecognizer, smallLibrary } from "../support/small-library.js";

const HOSTILE = [
  "",
  " ",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "1".repeat(40),
  "１２３",
  "😀",
  "\u0000",
  "\ud800",
  "null",
  "[object Object]",
  "转人工",
  "返回",
  "修改",
  "跳过",
  "为什么",
  "重复",
  "取消",
  "稍后",
  "继续",
  "提交",
  "菜单",
  "留言",
  "都不是",
  "答题",
  "不答了",
  "A",
  "乙样",
  "改第1项",
  "改第9项",
  "修改电话",
  "是",
  "否",
  "1",
  "2",
  "3",
  "第二个",
  "最后一个",
  "工资",
  "13800001111",
  "11010519491231002X",
  "没签合同怎么办",
  "补偿金怎么算",
  "合同",
  "流血了现在",
  "<img src=x onerror=alert(1)>",
  "${1+1}",
  "'; DROP TABLE",
  "好的好的好的",
  "字".repeat(6000),
];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const walk = fc.array(
  fc.record({ text: words, event: fc.constantFrom("say", "say", "say", "say", "say", "files", "arrive", "take", "give") }),
  { minLength: 1, maxLength: 30 },
);

const stage: Stage = {
  library: smallLibrary(),
  region,
  recognizer: scriptedRecognizer({
    没签合同怎么办: answerOf("double-pay"),
    补偿金怎么算: answerOf("severance"),
    合同: { verdict: "clarify", candidates: [{ entry: "double-pay", score: 0.4, why: {} }] },
  }),
  calendar: { isWorkday: () => true },
  short: false,
};

test("any walk: each turn ends in a named outcome and speaks exactly when no person owns the conversation", () => {
  fc.assert(
    fc.property(walk, (steps) => {
      const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
      for (const { text, event } of steps) {
        if (event === "take") play.setOwner({ by: "staff", staffId: "s", name: "王某" });
        else if (event === "give") play.setOwner({ by: "bot" });
        else {
          const owned = play.conversation.owner.by === "staff";
          const file = { name: "a.jpg", contentType: "image/jpeg", bytes: 1 };
          const more = event === "arrive" ? ({ kind: "arrive" } as const) : event === "files" ? { attachments: [file] } : {};
          const result = play.say(text, more);
          expect(Object.keys(OUTCOMES)).toContain(result.outcome);
          expect(result.replies.length > 0).toBe(!owned);
          expect(result.replies.length).toBeLessThanOrEqual(3);
          for (const one of result.replies) expect(one.text.trim()).not.toBe("");
          // Nothing a turn keeps may change on its way through the store.
          expect(JSON.parse(JSON.stringify(result.conversation))).toEqual(result.conversation);
          expect(JSON.stringify(result.conversation).length).toBeLessThan(20_000);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("an answer given is never lost but by its own taking back: rejected words change nothing, 返回 undoes exactly one", () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (texts) => {
      const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
      play.say("留言");
      for (const text of texts) {
        const before = play.conversation.dialog;
        const result = play.say(text);
        const after =
          play.conversation.dialog ?? (result.outcome === "paused" || result.outcome === "danger" ? play.conversation.paused : undefined);
        if (before === undefined || result.outcome === "cancelled" || result.outcome === "submitted" || after === undefined) continue;
        if (after.dialog !== before.dialog) continue;
        const lost = before.answers.filter((answer) => !after.answers.some(({ step }) => step === answer.step));
        expect(lost.length).toBeLessThanOrEqual(/^(返回|修改|改第\d项|修改电话)$/.test(text) || text === "2" ? 1 : 0);
      }
    }),
    { numRuns: 300 },
  );
});
