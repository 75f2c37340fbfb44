import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Play, type Stage } from "../../src/cli/play.js";
import type { Dialog } from "../../src/content/library.js";
import type { SlotFile } from "../../src/content/schema/slot.js";
import { OUTCOMES } from "../../src/conversation/outcomes.js";
import { position } from "../../src/dialog/dialog.js";
import { scriptedRecognizer } from "../support/small-library.js";
import { stage as realStage } from "../support/stage.js";

const HOSTILE = [
  ..." |constructor|__proto__|toString|😀|null|改第1项|改第99项|返回|修改|跳过|为什么|重复|稍后|继续|提交|不对|不是|错了|不对，是两万五".split(
    "|",
  ),
  ..."公司名写错了，是某某公司|电话改成13800002222|金额不对|改欠薪单位|是，那能要赔偿吗|没签合同怎么办？|同意|不同意|对|1|2|3|99|第二个|最后一个".split(
    "|",
  ),
  ..."不知道|不想说|大概吧|没有|都没有|都有|除了合同都有|好了|两万三|五六千|一个月6000|去年八月|2030年5月|三个半月|我们十几个人|就我一个".split(
    "|",
  ),
  ..."张某某|姓李|13800001111|11010519491231002X|某某建筑公司|宏达建筑工地|土门|兰州|匿名|保密|实名|留言|菜单|转人工|重新开始|取消".split(
    "|",
  ),
  "我在宏达建筑工地干了3个月，老板欠我两万三没给，我叫张某某，电话13800001111",
  "1".repeat(40),
  "某".repeat(200),
  "字".repeat(6000),
];

const stage: Stage = { ...realStage(), recognizer: scriptedRecognizer({}) };
const dialogs = [...stage.library.dialogs.current.values()];
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);
/** Words after which an answer may be gone: taken back, or its form given up, put aside or handed in. */
const TAKES_BACK = /^(返回|修改|取消|重新开始|提交|留言|菜单|稍后|继续)$/;
const ANSWERS_MAX = 80;

function begun(dialog: Dialog): Play {
  const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
  play.setChoices([{ label: dialog.title, say: dialog.title, begins: dialog.id }]);
  play.say(dialog.title);
  return play;
}

/** What a helpful person answers. */
function helpful(slot: SlotFile): string {
  const answers: Readonly<Record<SlotFile["type"], string>> = {
    text: "单位一直说再等等，已经等了很久了",
    "yes-no": "是",
    phone: "13800001111",
    choice: "1",
    "many-choice": "1",
    amount: "5000元",
    date: "2025年11月5日",
    duration: "8个月",
    count: "12个人",
    number: "3",
    dates: "2025年11月5日",
    "id-number": "11010519491231002X",
    name: "张某某",
    employer: "某某建筑公司",
    project: "某某小区二期",
    township: "土门镇",
    files: "没有",
  };
  return answers[slot.type];
}

describe.each(dialogs.map((dialog) => [dialog.id, dialog] as const))("%s", (_, dialog) => {
  test("any walk ends in a named outcome, asks nothing that was said, and loses no answer", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (texts) => {
        const play = begun(dialog);
        for (const text of texts) {
          const before = play.conversation.dialog;
          const result = play.say(text);
          expect(Object.keys(OUTCOMES)).toContain(result.outcome);
          expect(result.replies.length).toBeGreaterThan(0);
          expect(JSON.stringify(result.conversation).length).toBeLessThan(30_000);
          const after = play.conversation.dialog;
          if (after === undefined || after.dialog !== dialog.id) continue;
          const here = position(dialog, after);
          const asked = here.at === "step" ? after.answers.find(({ step }) => step === here.step) : undefined;
          expect(asked?.pending ?? "ask").toBe("ask");
          if (before === undefined || before.dialog !== dialog.id || TAKES_BACK.test(text)) continue;
          const lost = before.answers.filter(({ step }) => !after.answers.some((answer) => answer.step === step));
          expect(lost).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("after any walk a helpful person gets to the end, and 提交 hands in once", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 15 }), (texts) => {
        const play = begun(dialog);
        for (const text of texts.filter((one) => !/^(取消|重新开始|提交|留言|菜单|稍后|继续)$/.test(one))) play.say(text);
        // 最后一个 may have been the button 取消 or 稍后.
        if (play.conversation.dialog === undefined) play.say("继续");
        if (play.conversation.dialog === undefined) return;
        for (let count = 0; count < ANSWERS_MAX; count += 1) {
          const state = play.conversation.dialog;
          expect(state.dialog).toBe(dialog.id);
          const here = position(dialog, state);
          if (here.at === "review") break;
          const step = dialog.steps[here.step];
          play.say(here.at === "consent" ? "同意" : here.at === "confirm" ? "对" : step === undefined ? "" : helpful(step.slot));
        }
        const kind = dialog.outcome === "case" ? "file-case" : "leave-message";
        expect(play.say("提交").effects.map((effect) => effect.kind)).toEqual([kind]);
        expect(play.say("提交").effects).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("the common way is twelve questions at most", () => {
    const play = begun(dialog);
    let count = 0;
    for (; count < ANSWERS_MAX; count += 1) {
      const state = play.conversation.dialog;
      const here = state === undefined ? undefined : position(dialog, state);
      if (here === undefined || here.at === "review") break;
      const step = dialog.steps[here.step];
      play.say(here.at === "consent" ? "不同意" : step === undefined ? "" : usual(dialog, here.step));
    }
    expect(count).toBeLessThanOrEqual(12);
  });
});

/** The middle answer to a choice that branches, helpful ones else. */
function usual(dialog: Dialog, name: string): string {
  const slot = dialog.steps[name]?.slot;
  if (slot === undefined) return "";
  return slot.type === "choice" || slot.type === "many-choice" ? "2" : helpful(slot);
}
