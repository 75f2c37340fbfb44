import { describe, expect, test } from "vitest";
import { composeAnswer, composeEvidence } from "../../src/answer/compose-answer.js";
import type { Answer, Figure, Library } from "../../src/content/library.js";
import { doublePay, region, severance, smallLibrary, statute } from "../support/small-library.js";

const TODAY = "2026-11-24";

function compose(answer: Partial<Answer>, changes: Partial<Library> = {}, day = TODAY) {
  const library = smallLibrary({
    answers: new Map([
      ["double-pay", { ...doublePay, ...answer }],
      ["severance", severance],
    ]),
    ...changes,
  });
  const composed = composeAnswer({ library, region, day }, "double-pay");
  return { ...composed, text: composed.bubbles.map(({ text }) => text).join("\n") };
}

function wage(row: Partial<Figure["rows"][number]>): ReadonlyMap<string, Figure> {
  const whole = { region: region.name, from: "2025-01-01", value: 2000, source: "省政府通知", verify: false, ...row };
  return new Map([["minimum-wage", { id: "minimum-wage", name: "最低工资", unit: "元", askWhom: "12333", rows: [whole] }]]);
}

describe("figures", () => {
  const asks = { conclusion: "最低{数字:minimum-wage}。" };

  test("a confirmed figure is given with its region and date", () => {
    expect(compose(asks, { figures: wage({}) })).toMatchObject({
      outcome: "answered",
      text: expect.stringContaining("2000元（甘肃省武威市古浪县，2025-01-01起）") as string,
    });
  });

  test.each([
    ["not confirmed", { verify: true }],
    ["of another region", { region: "甘肃省兰州市" }],
    ["not yet in force", { from: "2027-01-01" }],
    ["over", { until: "2026-11-23" }],
  ])("a figure that is %s is no figure", (_name, row) => {
    const { outcome, text } = compose(asks, { figures: wage(row) });
    expect(outcome).toBe("withheld-no-figure");
    expect(text).not.toContain("2000");
    expect(text).toContain("12333");
  });

  test("a case whose figure is missing says whom to ask, and nothing around the hole", () => {
    const { text } = compose({ branches: [{ when: "全国", then: "最近的数是{数字:minimum-wage}，乘二十" }] });
    expect(text).toContain("· 全国：这个数我没有核实过");
    expect(text).not.toContain("乘二十");
  });

  test("a missing figure in a step leaves the conclusion standing", () => {
    const { outcome, text } = compose({ steps: ["标准是{数字:minimum-wage}"] });
    expect(outcome).toBe("answered");
    expect(text).toContain("请问人社局（12333）");
  });
});

describe("law in force on the day", () => {
  test.each([
    ["2013-06-30", "withheld-not-in-force"],
    ["2013-07-01", "answered"],
  ])("an article's first day, %s: %s", (day, outcome) => {
    expect(compose({}, {}, day).outcome).toBe(outcome);
  });

  test.each([
    ["2025-08-31", "withheld-not-in-force"],
    ["2025-09-01", "answered"],
    ["2026-01-31", "answered"],
    ["2026-02-01", "withheld-not-in-force"],
  ])("an answer with a life of its own, on %s: %s", (day, outcome) => {
    expect(compose({ from: "2025-09-01", until: "2026-01-31" }, {}, day).outcome).toBe(outcome);
  });

  const dated: Partial<Answer> = {
    from: "2025-09-01",
    asksDay: "您是哪年哪月离职的？",
    earlier: [
      { from: "2020-01-01", until: "2025-08-31", conclusion: "那时看法不一。", branches: [], citations: doublePay.citations },
      { until: "2019-12-31", conclusion: "更早没有规定。", citations: [{ law: "劳动合同法", article: "第四十七条", for: "年限" }] },
    ],
  };

  test.each([
    ["2025-09-01", "可以要二倍工资。", "第八十二条"],
    ["2025-08-31", "按2025年9月1日以前的规定：\n那时看法不一。", "第八十二条"],
    ["2020-01-01", "那时看法不一。", "第八十二条"],
    ["2019-12-31", "按2020年1月1日以前的规定：\n更早没有规定。\n· 满一个月没满一年", "第四十七条"],
  ])("an answer whose law has changed, on %s", (day, said, article) => {
    const { text, outcome } = compose(dated, {}, day);
    expect(outcome).toBe("answered");
    expect(text).toContain(said);
    expect(text).toContain(`依据：《劳动合同法》${article}`);
    expect(text).not.toContain("您是哪年哪月离职的？");
  });

  test("what an earlier law did not have is not said of it", () => {
    expect(compose(dated, {}, "2025-08-31").text).not.toContain("满一个月没满一年");
  });

  test("with no day said, today's law, the day from which it holds, and a button for each time before", () => {
    const library = smallLibrary({ answers: new Map([["double-pay", { ...doublePay, ...dated }]]) });
    const { bubbles } = composeAnswer({ library, region, day: TODAY, dayUnsaid: true }, "double-pay");
    const last = bubbles.at(-1);
    expect(last?.text).toContain("2025年9月1日起的规定，以前的不一样。您是哪年哪月离职的？");
    expect(last?.suggestions.slice(0, 2)).toEqual([
      { label: "2025年9月1日以前", say: "2025年9月1日以前", opens: { answer: "double-pay", day: "2025-08-31" } },
      { label: "2020年1月1日以前", say: "2020年1月1日以前", opens: { answer: "double-pay", day: "2019-12-31" } },
    ]);
  });

  test("an article's sheet shows what it said on that day, and in which version", () => {
    const now = { law: "劳动合同法", article: "第八十二条", gist: "新的大意", inForce: { from: "2025-01-01" } };
    const before = [{ ...now, gist: "旧的大意", version: "2013年文本", inForce: { from: "2014-01-01", until: "2024-12-31" } }];
    const statutes = new Map([["劳动合同法", { ...statute, articles: new Map([["第八十二条", { ...now, before }]]) }]]);
    const source = (day: string) => compose({}, { statutes }, day).bubbles.at(-1)?.sources[0];
    expect(source("2024-12-31")).toMatchObject({ gist: "旧的大意", version: "2013年文本", until: "2024-12-31" });
    expect(source("2025-01-01")).toMatchObject({ gist: "新的大意", version: "2012-12-28修正" });
    expect(source("2013-12-31")).toBeUndefined();
  });

  test("citations of one law stand together, in the words of the statute book", () => {
    const articles = new Map([
      ...statute.articles,
      ["第十条", { law: "劳动合同法", article: "第十条", gist: "书面", inForce: { from: "2013-07-01" } }],
    ]);
    const citations = [
      { law: "劳动合同法", article: "第八十二条", for: "甲" },
      { law: "劳动合同法", article: "第十条", for: "乙" },
    ];
    const { text, bubbles } = compose({ citations }, { statutes: new Map([["劳动合同法", { ...statute, articles }]]) });
    expect(text).toContain("依据：《劳动合同法》第八十二条、第十条");
    expect(bubbles.at(-1)?.sources).toHaveLength(2);
  });
});

describe("offices", () => {
  test("an unconfirmed phone is not given, the national hotline is", () => {
    const { text } = compose({});
    expect(text).toContain("劳动监察大队（12333）");
    expect(text).not.toContain("0935");
  });

  test("an office the county has not entered is named plainly", () => {
    expect(compose({ steps: ["到{仲裁委}申请"] }).text).toContain("到仲裁委申请");
  });
});

describe("evidence", () => {
  test("an entry's list, most telling first, without a button to itself", () => {
    const bubble = composeEvidence(smallLibrary(), "double-pay");
    expect(bubble?.text).toContain("1. 工资转账记录");
    expect(bubble?.suggestions.map(({ label }) => label)).toEqual(["补偿怎么算", "转人工"]);
  });

  test("an entry without a list has none", () => expect(composeEvidence(smallLibrary(), "severance")).toBeUndefined());
});
