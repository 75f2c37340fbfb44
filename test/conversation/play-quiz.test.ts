import { describe, expect, test } from "vitest";
import { Play, type Stage } from "../../src/cli/play.js";
import type { TurnResult } from "../../src/conversation/turn.js";
import { answerOf, region, scriptedRecognizer, smallLibrary } from "../support/small-library.js";

const stage: Stage = {
  library: smallLibrary(),
  region,
  recognizer: scriptedRecognizer({ 没签合同怎么办: answerOf("double-pay") }),
  calendar: { isWorkday: () => true },
  short: false,
};
const begun = (): Play => {
  const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
  play.say("普法答题");
  return play;
};
const said = ({ replies }: TurnResult): string => replies.map(({ text }) => text).join("\n");

describe("普法答题", () => {
  test("one question a message, its options as buttons, the article behind the verdict", () => {
    const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
    const first = play.say("答题。");
    expect(first.outcome).toBe("quiz");
    expect(first.replies.at(-1)?.suggestions.map(({ label }) => label)).toEqual(["甲样", "乙样", "丙样", "不答了"]);
    const next = play.say("2");
    expect(next.replies[0]?.text).toMatch(/^答对了。\n因为\d。\n依据：《劳动合同法》第八十二条$/);
    expect(next.replies[0]?.sources).toMatchObject([{ law: "劳动合同法", article: "第八十二条" }]);
    expect(next.effects).toMatchObject([{ kind: "quiz-result", topic: "contract", right: true }]);
  });

  for (const words of ["2", "B", "选b", "第二个", "乙样", "②"])
    test(`${words} picks the second option`, () => expect(said(begun().say(words))).toContain("答对了"));

  test("not knowing is an answer, and counts as not known", () => {
    const result = begun().say("不知道");
    expect(said(result)).toContain("答案是：乙样");
    expect(result.effects).toMatchObject([{ kind: "quiz-result", right: false }]);
  });

  test("the score comes at the end, with the answers to look up, and the quiz is over", () => {
    const play = begun();
    play.say("2");
    play.say("1");
    const last = play.say("2");
    expect(said(last)).toContain("答了 3 题，对了 2 题");
    expect(last.replies.at(-1)?.suggestions.map(({ label }) => label)).toEqual(["没签合同二倍工资", "再来一轮", "菜单"]);
    expect(play.say("乙样").outcome).not.toBe("quiz");
  });

  test("it stops any time, and what was not asked comes in the next round", () => {
    const play = begun();
    play.say("2");
    expect(said(play.say("不答了"))).toContain("答了 1 题，对了 1 题");
    expect(play.conversation.quiz).toMatchObject({ drawn: 1, questions: [expect.any(String)] });
    expect(play.say("取消").outcome).toBe("explained");
  });

  test("a question of law in the middle is answered, and 答题 or 继续 goes on", () => {
    for (const word of ["答题", "继续"]) {
      const play = begun();
      const before = play.conversation.lastReplies.at(-1)?.text;
      expect(play.say("没签合同怎么办").outcome).toBe("answered");
      expect(play.say("A").outcome).not.toBe("quiz");
      expect(said(play.say(word))).toBe(`接着答：\n${before}`);
    }
  });

  test("a form on the way waits, and 继续 takes the form up again when the quiz is over", () => {
    const play = new Play(stage, Date.parse("2026-03-02T09:00:00+08:00"));
    play.say("留言");
    play.say("答题");
    expect(play.conversation.dialog).toBeUndefined();
    expect(play.conversation.paused?.dialog).toBe("leave-message");
    play.say("不答了");
    expect(play.say("继续").outcome).toBe("asked");
  });

  test("while a form is open its own words are the form's", () => {
    const play = begun();
    play.say("留言");
    expect(play.say("乙样").outcome).toBe("asked");
  });

  test("danger comes first, and a person's word before the machine's", () => {
    expect(begun().say("现在有人流血").outcome).toBe("danger");
    expect(begun().say("转人工").outcome).toBe("handoff-requested");
    const play = begun();
    play.setOwner({ by: "staff", staffId: "s1", name: "王某" });
    expect(play.say("2")).toMatchObject({ outcome: "relayed-to-staff", replies: [], effects: [] });
  });

  test("with nothing to ask it says so", () => {
    const play = new Play({ ...stage, library: smallLibrary({ quiz: new Map() }) }, Date.parse("2026-03-02T09:00:00+08:00"));
    expect(said(play.say("答题"))).toBe("现在还没有能出的题。想问什么直接说。");
  });

  test("a question that content no longer has ends the round, and another begins", () => {
    const play = begun();
    const state = play.conversation.quiz;
    play.takeUp({ ...play.conversation, quiz: { drawn: 0, right: [], ...state, questions: ["constructor"] } });
    expect(play.say("乙样").outcome).not.toBe("quiz");
    expect(said(play.say("答题"))).toContain("第 1 题");
  });
});
