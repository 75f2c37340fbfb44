import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginsOn } from "../../src/statute/begins-on.js";
import { changedArticles } from "../../src/statute/changed-articles.js";
import { core, knownLaw } from "../../src/statute/known-law.js";
import { splitText } from "../../src/statute/split-text.js";
import { survey } from "../../src/statute/survey.js";
import { statute } from "../support/small-library.js";

const split = (...lines: string[]) => splitText(lines.map((text, index) => ({ number: index + 1, text })));

const LAW = [
  "某某劳动",
  "保护规定",
  "（2020年1月2日某某部公布　自2020年3月1日起施行）",
  "目　　录",
  "第一章　总则",
  "第二章　工时",
  "第一章　总则",
  "第一条　为了试验，写这一条。",
  "第二条　有下列情形的：",
  "（一）甲；",
  "（二）乙。",
  "第一条规定的事，照办。",
  "第二章　工时",
  "第一节　加班",
  "第二条之一　加班要付钱。",
  "第十条　自2020年3月1日起施行。",
  "附件：某某表",
  "第十一条　表里的话。",
];

function read(...lines: string[]) {
  const result = split(...lines);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.faults));
  return result.draft;
}

describe("a text of law", () => {
  test("title, history, chapters, inserted articles, items; what merely mentions an article begins none", () => {
    const draft = read(...LAW);
    expect(draft.title).toBe("某某劳动保护规定");
    expect(draft.version).toBe("2020年1月2日某某部公布　自2020年3月1日起施行");
    expect(draft.articles).toEqual([
      { label: "第一条", chapter: "第一章 总则", text: "为了试验，写这一条。" },
      { label: "第二条", chapter: "第一章 总则", text: "有下列情形的：\n（一）甲；\n（二）乙。\n第一条规定的事，照办。" },
      { label: "第二条之一", chapter: "第二章 工时 › 第一节 加班", text: "加班要付钱。" },
      { label: "第十条", chapter: "第二章 工时 › 第一节 加班", text: "自2020年3月1日起施行。" },
    ]);
  });

  test("what was read, for looking over", () => {
    expect(survey(read(...LAW))).toEqual({ chapters: 2, articles: 4, first: "第一条", last: "第十条", gaps: ["3到9"] });
  });

  test("a notice numbers its articles 一、 二、", () => {
    expect(read("某某通知", "一、甲", "二、乙").articles.map(({ label }) => label)).toEqual(["第一条", "第二条"]);
  });

  test("an article without a blank after its label is one where its number is the next", () => {
    expect(read("某某规定", "第一条 甲", "第二条乙", "第九条规定的除外").articles.map(({ text }) => text)).toEqual([
      "甲",
      "乙\n第九条规定的除外",
    ]);
  });

  test.each([
    [["某某规定", "没有条文"], 0, "没有读到一条"],
    [["第一条　甲"], 1, "没有读到标题"],
    [["某某规定", "第一条　甲", "第一条　乙"], 3, "出现了两次"],
    [["某某规定", "第二条　甲", "第一条　乙"], 3, "像是两份文件合在一起"],
    [["某某规定", "第一条", "第二条　乙"], 2, "下面没有内容"],
    [[], 0, "没有读到一条"],
  ])("%j is refused, with the line", (lines, line, what) => {
    const result = split(...lines);
    expect(result).toMatchObject({ kind: "refused", faults: [{ line, what: expect.stringContaining(what) as string }] });
  });

  test("any lines at all are split or refused, and what is split keeps its order", () => {
    const piece = fc.constantFrom(
      "某某规定",
      "第一条　甲",
      "第二条之一　乙",
      "第三条",
      "第一章　总则",
      "constructor",
      "__proto__",
      "1".repeat(40),
      "😀",
      "一、丙",
      "附件：",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => {
        const result = split(...lines);
        if (result.kind === "refused") expect(result.faults.length).toBeGreaterThan(0);
        else expect(new Set(result.draft.articles.map(({ label }) => label)).size).toBe(result.draft.articles.length);
      }),
    );
  });
});

describe("from which day a version holds", () => {
  const draft = (stated: string, version = "") => ({ title: "某某规定", version, stated, articles: [] });

  test.each([
    ["a day and nothing else", draft("2020-03-01"), "2020-03-01"],
    ["a law never amended", draft("自2020年3月1日起施行"), "2020-03-01"],
    ["an amended one tells of its first version", draft("自2020年3月1日起施行", "2022年修正"), undefined],
    ["a day there is not", draft("自2020年2月31日起施行"), undefined],
    ["nothing", draft("constructor"), undefined],
  ])("%s", (_name, text, day) => expect(beginsOn(text, undefined)).toBe(day));

  test("the day the house knows, where the file names it", () => {
    expect(beginsOn(draft("2008-01-01；修正自2013-07-01", "2012年修正"), statute)).toBe("2013-07-01");
  });
});

test("a law is known by its title, with or without the country's name; a stranger is not", () => {
  const statutes = new Map([[statute.id, statute]]);
  expect(["中华人民共和国劳动合同法", "《劳动合同法》", "劳动合同法"].map((title) => knownLaw(statutes, title)?.id)).toEqual(
    Array(3).fill("劳动合同法"),
  );
  expect(["劳动合同法实施条例", "constructor", ""].map((title) => knownLaw(statutes, title))).toEqual([undefined, undefined, undefined]);
});

test("a title of a stranger is a name that stays in the folder", () => {
  expect(core("../../etc/某某规定")).toBe("etc某某规定");
  expect(core("长".repeat(80))).toHaveLength(60);
});

test("changed are articles with other words, new ones and those gone; blanks and wide signs are no change", () => {
  const version = (...articles: [string, string][]) => ({
    title: "某",
    version: "",
    from: "2020-01-01",
    articles: articles.map(([label, text]) => ({ label, text, chapter: "" })),
  });
  const before = version(["第一条", "甲，乙"], ["第二条", "丙"], ["第三条", "丁"]);
  expect(changedArticles(before, version(["第一条", "甲,\n乙"], ["第二条", "丙丙"], ["第四条", "戊"]))).toEqual([
    "第二条",
    "第三条",
    "第四条",
  ]);
});
