import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Play } from "../../src/cli/play.js";
import type { Answer } from "../../src/content/library.js";
import { toldTime } from "../../src/conversation/day-of-fact.js";
import { answerOf, doublePay, region, scriptedRecognizer, severance, smallLibrary } from "../support/small-library.js";

const TODAY = "2026-11-24";
const ASKS = "您是哪年哪月离职的？";
const dated: Answer = {
  ...doublePay,
  from: "2025-09-01",
  asksDay: ASKS,
  earlier: [{ until: "2025-08-31", conclusion: "那时看法不一。", citations: doublePay.citations }],
};

function ask(...words: string[]): string {
  const recognizer = scriptedRecognizer(Object.fromEntries(words.map((one) => [one, answerOf("double-pay")])));
  const library = smallLibrary({
    answers: new Map([
      ["double-pay", dated],
      ["severance", severance],
    ]),
  });
  const play = new Play(
    { library, region, recognizer, calendar: { isWorkday: () => true }, short: false },
    Date.parse(`${TODAY}T09:00:00+08:00`),
  );
  const results = words.map((one) => play.say(one));
  return (
    results
      .at(-1)
      ?.replies.map(({ text }) => text)
      .join("\n") ?? ""
  );
}

describe("the day told in the question", () => {
  test.each([
    ["我是2024年被辞退的", "2024-01-01"],
    ["去年六月走的，没合同", "2025-06-01"],
    ["我2019年入职，2024年3月被辞退", "2024-03-01"],
    ["2019年3月进厂干到2024年5月走的", "2024-05-01"],
    ["我是2010年入职的", undefined],
    ["1970年5月出生", undefined],
    ["明年到期", undefined],
    ["没签合同", undefined],
  ])("%s", (text, from) => expect(toldTime(text, TODAY)?.from).toBe(from));

  test("any words at all are read without an error", () => {
    const hostile = fc.constantFrom("constructor", "__proto__", "1".repeat(40), "😀", "转人工", "2024年13月");
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), hostile)), (parts) => {
        const time = toldTime(parts.join(""), TODAY);
        expect(time === undefined || time.from <= TODAY).toBe(true);
      }),
    );
  });
});

describe("an answer whose law has changed", () => {
  test("a day told in the question decides", () => expect(ask("我2024年走的，没合同")).toContain("那时看法不一。"));

  test("nothing told: today's law, and the question which day", () => {
    const text = ask("没合同");
    expect(text).toContain("可以要二倍工资。");
    expect(text).toContain(ASKS);
  });

  test("the year in which it changed leaves it open", () => expect(ask("我2025年走的，没合同")).toContain(ASKS));

  test.each(["2024年6月", "是2024年的事", "2025年9月1日以前", "1"])("the reply %s is taken as the day", (reply) => {
    expect(ask("没合同", reply)).toContain("按2025年9月1日以前的规定：\n那时看法不一。");
  });

  test("a reply of a later day is answered by the law of that day", () => {
    const text = ask("没合同", "今年3月");
    expect(text).toContain("可以要二倍工资。");
    expect(text).not.toContain(ASKS);
  });

  test("other words with a date in them are a question of their own", () => {
    expect(ask("没合同", "2024年6月被打伤了咋办", "没合同")).toContain(ASKS);
  });

  test("of a time whose law is not held, today's is given and said to be so", () => {
    const text = ask("我2012年走的，没合同");
    expect(text).toContain("您说的是“2012年”的事。下面是现在的规定");
    expect(text).toContain("可以要二倍工资。");
  });
});
