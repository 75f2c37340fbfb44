import { describe, expect, test } from "vitest";
import { Play, type Stage } from "../../src/cli/play.js";
import { answerOf, region, scriptedRecognizer, smallLibrary } from "../support/small-library.js";

const MONDAY_NINE = Date.parse("2026-03-02T09:00:00+08:00");

function start(changes: Partial<Stage> = {}, at = MONDAY_NINE): Play {
  const recognizer = scriptedRecognizer({
    没签合同怎么办: answerOf("double-pay"),
    补偿金怎么算: answerOf("severance"),
    那要多久: { ...answerOf("double-pay"), follow: "topic" },
    怎么离婚: { verdict: "out-of-scope", outside: "marriage" },
    合同: {
      verdict: "clarify",
      candidates: [
        { entry: "double-pay", score: 0.4, why: {} },
        { entry: "severance", score: 0.3, why: {} },
      ],
    },
  });
  return new Play({ library: smallLibrary(), region, recognizer, calendar: { isWorkday: () => true }, short: false, ...changes }, at);
}

const said = (result: ReturnType<Play["say"]>): string => result.replies.map(({ text }) => text).join("\n");
const labels = (result: ReturnType<Play["say"]>): string[] =>
  result.replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label));

describe("the order of a turn", () => {
  test("danger comes before a running dialog, which is put aside and not lost", () => {
    const play = start();
    play.say("留言");
    play.say("老板欠我工资");
    const result = play.say("工友流血了现在怎么办");
    expect(result.outcome).toBe("danger");
    expect(said(result)).toContain("120");
    expect(result.effects).toEqual([{ kind: "request-handoff", reference: "HHHH-0001", reason: "danger", urgent: true }]);
    expect(play.conversation.paused?.answers).toHaveLength(1);
    expect(play.say("继续").outcome).toBe("asked");
  });

  test("danger is told to people once, however often it is said", () => {
    const play = start();
    play.say("他昏迷了正在叫不醒");
    expect(play.say("昏迷了现在怎么办").effects).toEqual([]);
  });

  test("in a conversation a person owns the bot is silent, even to danger, of which the desk is told", () => {
    const play = start();
    play.setOwner({ by: "staff", staffId: "s1", name: "王某" });
    expect(play.say("没签合同怎么办")).toMatchObject({ outcome: "relayed-to-staff", replies: [] });
    expect(play.say("现在流血了")).toMatchObject({ outcome: "danger", replies: [], effects: [{ urgent: true }] });
    expect(play.conversation.owner.by).toBe("staff");
  });

  test("转人工 works from the first message and inside every step", () => {
    expect(start().say("转人工").outcome).toBe("handoff-requested");
    const play = start();
    play.say("留言");
    expect(play.say("我要找人工客服").outcome).toBe("handoff-requested");
    expect(play.conversation.dialog?.dialog).toBe("leave-message");
  });

  test.each(["不要转人工", "老板不给人工费怎么办", "要人工费", "人工智能抢饭碗"])("%s is no wish for a person", (text) => {
    expect(start().say(text).outcome).not.toBe("handoff-requested");
  });

  test("a second 转人工 makes no second request", () => {
    const play = start();
    play.say("转人工");
    const again = play.say("人工");
    expect(again.effects).toEqual([]);
    expect(said(again)).toContain("HHHH-0001");
  });
});

describe("answers", () => {
  test("an answer carries its conclusion, what to do, its citation and its sources", () => {
    const result = start().say("没签合同怎么办");
    expect(result.outcome).toBe("answered");
    expect(said(result)).toContain("依据：《劳动合同法》第八十二条");
    expect(said(result)).toContain("劳动监察大队（12333）");
    expect(said(result)).not.toContain("0935");
    expect(result.replies.at(-1)?.sources[0]?.gist).toBe("第八十二条的大意");
  });

  test("a conclusion that needs a figure nobody confirmed is withheld, and says whom to ask", () => {
    const result = start().say("补偿金怎么算");
    expect(result.outcome).toBe("withheld-no-figure");
    expect(said(result)).toContain("12333");
    expect(said(result)).not.toMatch(/不低于\d/);
  });

  test("before an article was in force its answer is withheld", () => {
    expect(start({}, Date.parse("2012-01-01T09:00:00+08:00")).say("没签合同怎么办").outcome).toBe("withheld-not-in-force");
  });

  test("a follow-up button opens its own answer, by label and by digit; evidence has its own list", () => {
    const play = start();
    expect(labels(play.say("没签合同怎么办"))).toEqual(["补偿怎么算", "要什么证据", "转人工", "不是问这个"]);
    expect(said(play.say("2"))).toContain("工资转账记录");
    const other = start();
    other.say("没签合同怎么办");
    expect(other.say("补偿怎么算").conversation.topic).toBe("severance");
  });

  test("asked on about an answer just given, what else there is to it is offered, not the same again", () => {
    const play = start();
    play.say("没签合同怎么办");
    const result = play.say("那要多久");
    expect(result.outcome).toBe("clarified");
    expect(labels(result)).toEqual(["补偿怎么算", "都不是", "转人工"]);
  });

  test("close rivals are offered; 都不是 is recorded for the editor", () => {
    const play = start();
    expect(labels(play.say("合同"))).toEqual(["没签合同二倍工资", "经济补偿怎么算", "都不是"]);
    const none = play.say("3");
    expect(none.effects).toEqual([{ kind: "record-question", why: "not-understood", text: "合同", near: ["double-pay", "severance"] }]);
  });

  test("what is not labour law is referred, not answered", () => {
    const result = start().say("怎么离婚");
    expect(result.outcome).toBe("out-of-scope");
    expect(said(result)).toContain("12348");
  });

  test("not understanding escalates and never says the same sentence twice", () => {
    const play = start();
    const sayings = ["啊吧啊吧", "呜啦呜啦", "叽里咕噜", "哔哩哔哩", "嘟嘟嘟嘟", "咚咚咚咚"].map((text) => said(play.say(text)));
    expect(new Set(sayings).size).toBe(sayings.length);
    expect(sayings[2]).toContain("转人工");
  });
});

describe("after an alarm", () => {
  test("short words go to people with the numbers again, never elsewhere; a phone number is kept", () => {
    const play = start();
    play.say("他流血了现在");
    const sayings = ["快来", "我在仓库", "怎么离婚"].map((text) => play.say(text));
    expect(sayings.map(({ outcome }) => outcome)).toEqual(["danger", "danger", "danger"]);
    expect(new Set(sayings.map(said)).size).toBe(3);
    expect(said(play.say("13800001111"))).toContain("电话收到了");
    expect(said(play.say("转人工"))).toContain("加急");
    expect(play.say("没签合同怎么办").outcome).toBe("answered");
  });

  test("what was written at an open question is kept as its answer", () => {
    const play = start();
    play.say("留言");
    play.say("他流血了现在");
    expect(play.conversation.paused?.answers).toMatchObject([{ step: "message", value: "他流血了现在" }]);
  });
});

describe("asking on", () => {
  test("a bare fact about the matter on hand opens no other, and the same list is not shown twice", () => {
    const play = start();
    play.say("没签合同怎么办");
    expect(said(play.say("五个月"))).toContain("接着问哪一样");
    expect(play.say("六月来的").outcome).toBe("not-understood");
  });

  test("都不是 again and again leads to buttons and then to a person", () => {
    const play = start();
    const sayings = ["合同", "都不是", "合同", "都不是", "合同", "都不是"].map((text) => said(play.say(text)));
    expect(new Set([sayings[1], sayings[3], sayings[5]]).size).toBe(3);
    expect(sayings[5]).toContain("转人工");
  });

  test("a digit beyond the choices says which there are", () => {
    const play = start();
    play.say("没签合同怎么办");
    expect(said(play.say("9"))).toContain("1 到 4");
  });

  test("plain command words outside a dialog say that nothing is running", () => {
    for (const text of ["返回", "修改", "跳过", "提交"]) expect(said(start().say(text))).toContain("没有填到一半");
  });
});

describe("hours", () => {
  test.each([
    ["2026-03-02T09:00:00+08:00", "现在是上班时间"],
    ["2026-03-02T13:00:00+08:00", "现在不在上班时间"],
    ["2026-03-02T20:00:00+08:00", "现在不在上班时间"],
  ])("at %s: %s", (at, expected) => {
    expect(said(start({}, Date.parse(at)).say("转人工"))).toContain(expected);
  });

  test("nothing is promised when the year's holidays or the county's hours are not known", () => {
    const unknown = start({ calendar: { isWorkday: () => undefined } });
    expect(said(unknown.say("转人工"))).not.toContain("上班时间");
    const unconfirmed = start({ region: { ...region, hours: { ...region.hours, verify: true } } });
    expect(said(unconfirmed.say("转人工"))).not.toContain("8:30");
  });
});

describe("a dialog", () => {
  test("is held, checked and handed in only by 提交", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "要", "13800001111", "欠薪", "某建筑公司"]) play.say(text);
    expect(play.say("好的").outcome).toBe("retried");
    const result = play.say("提交");
    expect(result.outcome).toBe("submitted");
    expect(result.effects).toMatchObject([
      {
        kind: "leave-message",
        dialog: {
          answers: [
            { step: "message" },
            { step: "callback", value: true },
            { step: "phone", value: "13800001111" },
            { step: "kind", value: "wages" },
            { step: "employer" },
          ],
        },
      },
    ]);
    expect(play.conversation.dialog).toBeUndefined();
  });

  test("改第2项 asks that one again and keeps the others", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "不用", "工伤", "跳过"]) play.say(text);
    play.say("修改");
    expect(said(play.say("改第3项"))).toContain("哪类");
    const result = play.say("1");
    expect(result.outcome).toBe("summarized");
    expect(said(result)).toContain("3. 哪类：工资");
    expect(said(result)).toContain("老板欠我工资");
  });

  test("at the summary a number is an item of the list, never a button", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "不用", "工伤", "跳过"]) play.say(text);
    expect(play.say("1")).toMatchObject({ outcome: "asked", effects: [] });
    play.say("老板欠我三个月工资");
    expect(said(play.say("9"))).toContain("第1到第4项");
    expect(said(play.say("3"))).toContain("哪类");
  });

  test("取消 keeps what was filled in once, and a second one does away with it", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "取消"]) play.say(text);
    expect(said(play.say("继续"))).toContain("要不要回电");
    play.say("取消");
    expect(said(play.say("取消"))).toBe("没有提交。");
    expect(play.conversation.paused).toBeUndefined();
  });

  test("the same command or answer three times over is still obeyed", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "要", "13800001111", "返回", "返回"]) play.say(text);
    expect(said(play.say("返回"))).toContain("留言内容？");
  });

  test("an unusable answer is asked again in other words each time, then a way out is shown", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资"]) play.say(text);
    const sayings = ["大概吧也许", "说不准呀", "看情况呢"].map((text) => said(play.say(text)));
    expect(sayings).toEqual(["要不要回电没听懂。", "再说一遍要不要回电。", expect.stringContaining("转人工")]);
    expect(play.say("要").outcome).toBe("asked");
  });

  test("a question in the middle of a closed slot is answered, then the dialog goes on", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资"]) play.say(text);
    const result = play.say("没签合同怎么办");
    expect(result.outcome).toBe("answered");
    expect(result.replies.at(-1)?.text).toContain("接着刚才的问题");
    expect(play.say("是").conversation.dialog?.answers).toHaveLength(2);
  });

  test("where any words are the answer a question of law is an answer", () => {
    const play = start();
    play.say("留言");
    expect(play.say("没签合同怎么办").conversation.dialog?.answers[0]?.value).toBe("没签合同怎么办");
  });

  test("at a free-text slot a digit is the answer and no button's number", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资", "不用", "工资"]) play.say(text);
    expect(play.say("11").conversation.dialog?.answers.at(-1)).toMatchObject({ step: "employer", value: "11" });
  });

  test("稍后 and 继续, 返回, 为什么, 跳过, 取消", () => {
    const play = start();
    play.say("留言");
    play.say("老板欠我工资");
    expect(said(play.say("为什么"))).toContain("为了要不要回电");
    expect(play.say("稍后").outcome).toBe("paused");
    expect(play.conversation.dialog).toBeUndefined();
    expect(said(play.say("继续"))).toContain("要不要回电？");
    expect(said(play.say("跳过"))).toContain("跳不过去");
    expect(said(play.say("返回"))).toContain("留言内容？");
    expect(play.say("取消").outcome).toBe("cancelled");
    expect(play.conversation.dialog).toBeUndefined();
  });

  test("keeps the version it was begun with, and lives on when that file is gone", () => {
    const play = start();
    for (const text of ["留言", "老板欠我工资"]) play.say(text);
    const library = smallLibrary();
    const newest = { ...library.dialogs.current.get("leave-message")!, version: 2, title: "新留言" };
    const both = {
      byVersion: new Map([...library.dialogs.byVersion, ["leave-message@2", newest]]),
      current: new Map([["leave-message", newest]]),
    };
    const stages = [both, { ...both, byVersion: new Map([["leave-message@2", newest]]) }].map((dialogs) => {
      const later = start({ library: smallLibrary({ dialogs }) });
      for (const text of ["留言"]) later.say(text);
      return later;
    });
    expect(stages.map((one) => one.conversation.dialog?.version)).toEqual([2, 2]);
    expect(play.say("要").conversation.dialog).toMatchObject({ version: 1 });
  });
});

describe("unusual input", () => {
  test.each([
    ["", "refused"],
    ["😀😀😀", "refused"],
    ["\u0000\u0007\u200b", "refused"],
    ["13800001111", "refused"],
    ["11010519491231002X", "refused"],
    ["https://example.org/a?b=c", "refused"],
    ["<script>alert(1)</script>", "refused"],
    ["what can i do about my salary", "refused"],
    ["字".repeat(20_000), "refused"],
  ])("%j ends as %s with a short reply, and the conversation goes on", (text, outcome) => {
    const play = start();
    const result = play.say(text);
    expect(result.outcome).toBe(outcome);
    expect([...said(result)].length).toBeLessThan(200);
    expect(play.say("没签合同怎么办").outcome).toBe("answered");
  });

  test("files that come with words are acknowledged, and the words are answered", () => {
    const file = { name: "a.jpg", contentType: "image/jpeg", bytes: 1 };
    const result = start().say("没签合同怎么办", { attachments: [file, file] });
    expect(result.outcome).toBe("answered");
    expect(result.replies[0]?.text).toMatch(/^（您发来的 2 个文件已经存好/);
  });

  test("no number sent to us is said back", () => {
    expect(said(start().say("13800001111"))).not.toContain("138");
    expect(said(start().say("11010519491231002X"))).not.toContain("1101");
  });

  test("the same message thirty times gets no thirty identical replies and ends with a person", () => {
    const play = start();
    const sayings = Array.from({ length: 30 }, () => said(play.say("没签合同怎么办")));
    expect(new Set(sayings).size).toBeGreaterThan(25);
    expect(sayings[3]).toContain("转人工");
  });
});
