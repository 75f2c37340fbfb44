import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLibrary } from "../../src/content/check.js";
import { printFault } from "../../src/content/fault.js";
import { loadLibrary, readLibrary } from "../../src/content/load.js";
import { ROOT } from "../support/stage.js";

const TODAY = "2026-11-24";
let root: string;

const STATUTE = `
id: 劳动合同法
title: 中华人民共和国劳动合同法
short: 劳动合同法
level: 法律
version: 2012-12-28修正
inForce: { from: 2013-07-01 }
source: { name: 国家法律法规数据库, url: "https://flk.npc.gov.cn/" }
articles:
  第八十二条: 不签书面合同要付二倍工资。
  第十条: { gist: 旧规定。, until: 2020-01-01 }
  第十一条: { gist: 旧规定。, decidedBy: 劳动合同法 第八十二条 }
`;

const answer = (id: string, changes: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    id,
    topic: "contract",
    title: "没签合同",
    variants: `[${Array.from({ length: 12 }, (_, index) => `${id}说法${index}`).join(", ")}]`,
    conclusion: "可以要二倍工资。",
    steps: "['到{劳动监察}投诉']",
    citations: "[{ law: 劳动合同法, article: 第八十二条, for: 二倍工资 }]",
    notCovered: "数额。",
    followUps: "[{ ask: 然后呢, open: other-answer }]",
    reviewed: "{ on: 2026-11-24, by: 二审, found: 无改动 }",
    ...changes,
  };
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");
};

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function faults(): string[] {
  const { library, faults: unread } = readLibrary(root);
  return [...unread, ...checkLibrary(library, TODAY)].map(printFault);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "content-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function fresh(): void {
  rmSync(root, { recursive: true, force: true });
  for (const folder of [
    "intents/said",
    "intents/danger",
    "intents/outside",
    "intents/inside",
    "intents/words",
    "intents/matters",
    "knowledge/figures",
    "knowledge/quiz",
    "knowledge/regions",
    "knowledge/templates",
    "knowledge/evidence",
    "knowledge/answers/contract",
    "knowledge/statutes",
    "dialogs",
  ])
    mkdirSync(join(root, folder), { recursive: true });
  put(
    "intents/menu/home.yaml",
    "id: home\ngreeting: 您好\nbuttons:\n" +
      ["一", "二", "三", "四"].map((label) => `  - { label: ${label}, answers: [first-answer] }`).join("\n"),
  );
  put("knowledge/statutes/劳动合同法.yaml", STATUTE);
  put("knowledge/answers/contract/first-answer.yaml", answer("first-answer"));
  put("knowledge/answers/contract/other-answer.yaml", answer("other-answer", { followUps: "[{ ask: 回去, open: first-answer }]" }));
}

describe("content", () => {
  test("the content as shipped has no fault", () => {
    const { library, faults: unread } = readLibrary(ROOT);
    expect([...unread, ...checkLibrary(library, TODAY)].map(printFault)).toEqual([]);
  });

  test("the small content these tests break is itself whole", () => {
    fresh();
    expect(faults()).toEqual([]);
  });

  test("every fault of every file is reported at once, in words an editor understands", () => {
    fresh();
    put(
      "knowledge/answers/contract/first-answer.yaml",
      answer("first-answer", { citations: "[{ law: 劳动合同法, article: 第九十九条, for: 甲 }]" }),
    );
    put("knowledge/answers/contract/other-answer.yaml", answer("wrong-name", { followUps: "[{ ask: 回去, open: nowhere }]" }));
    put(
      "knowledge/answers/contract/third-answer.yaml",
      answer("third-answer").replace("conclusion: 可以要二倍工资。", `conclusion: ${"长".repeat(91)}`),
    );
    put("dialogs/broken.yaml", "id: broken\n  version: [");
    expect(faults()).toEqual([
      "knowledge/answers/contract/third-answer.yaml：conclusion：超过 90 个字",
      "knowledge/answers/contract/other-answer.yaml：id：编号“wrong-name”和文件名“other-answer”不一样",
      "dialogs/broken.yaml：第 1 行：不是合格的 YAML：一行里有两个冒号，含冒号的话要加引号",
      "knowledge/answers/contract/first-answer.yaml：citations.0：《劳动合同法》没有第九十九条",
      "knowledge/answers/contract/first-answer.yaml：followUps.0：没有“other-answer”这条答案",
      "knowledge/answers/contract/wrong-name.yaml：followUps.0：没有“nowhere”这条答案",
    ]);
  });

  test.each([
    [
      "an article no longer in force",
      { citations: "[{ law: 劳动合同法, article: 第十条, for: 甲 }]" },
      "《劳动合同法》第十条在 2026-11-24 不是现行规定",
    ],
    ["an article another one decides", { citations: "[{ law: 劳动合同法, article: 第十一条, for: 甲 }]" }, "已由劳动合同法 第八十二条决定"],
    ["a law the house does not hold", { citations: "[{ law: 宪法, article: 第一条, for: 甲 }]" }, "没有《宪法》这部法"],
    ["an answer nobody read a second time", { reviewed: "{ on: 2026-11-24, by: 二审, found: '' }" }, "reviewed.found：不能为空"],
    ["an office that is none", { steps: "['到{派出所}去']" }, "不认识的{派出所}"],
    ["a figure that is not listed", { conclusion: "'至少{数字:minimum-wage}。'" }, "用了{数字:minimum-wage}但没有列出"],
    ["too few ways of asking", { variants: "[一种]" }, "问法少于 12 种"],
    ["a key that is no key", { colour: "红" }, "colour"],
    ["a calculator there is none of", { calculator: "lottery" }, "calculator：计算器只能写：severance、"],
    ["a complaint dialog there is none of", { dialog: "lottery" }, "dialog：投诉对话只能写：unpaid-wages、"],
    ["a link to itself", { followUps: "[{ ask: 再来, open: first-answer }]" }, "不能指向自己"],
  ])("%s", (_name, changes, said) => {
    fresh();
    put("knowledge/answers/contract/first-answer.yaml", answer("first-answer", { ...changes }));
    expect(faults().join("\n")).toContain(said);
  });

  const before = "{ until: 2025-08-31, conclusion: 那时, citations: [{ law: 劳动合同法, article: 第八十二条, for: 甲 }] }";
  test.each([
    ["without the day from which the rest holds", { earlier: `[${before}]` }, "就要写现在的说法从哪天起"],
    ["that reaches into what holds now", { from: "2025-08-31", earlier: `[${before}]` }, "和后面的时间重了"],
    [
      "on law of another time",
      { from: "2025-09-01", earlier: `[${before.replace("2025-08-31", "2012-01-01")}]` },
      "在 2012-01-01 不是现行规定",
    ],
    [
      "of an open beginning with another before it",
      { from: "2026-01-01", earlier: `[${before}, ${before.replace("2025", "2024")}]` },
      "要写从哪天起",
    ],
    ["with an office that is none", { from: "2025-09-01", earlier: `[${before.replace("那时", "'见{银行}'")}]` }, "不认识的{银行}"],
    ["that is missing though a day is asked", { asksDay: "哪年？" }, "就不用问日子"],
  ])("an earlier answer %s", (_name, changes, said) => {
    fresh();
    put("knowledge/answers/contract/first-answer.yaml", answer("first-answer", changes));
    expect(faults().join("\n")).toContain(said);
  });

  test("an answer on an article that was changed says from when it holds", () => {
    fresh();
    const changed =
      "  第八十二条:\n    gist: 新。\n    from: 2025-01-01\n    before: [{ gist: 旧。, from: 2013-07-01, until: 2024-12-31, version: 旧文本 }]";
    put("knowledge/statutes/劳动合同法.yaml", STATUTE.replace("  第八十二条: 不签书面合同要付二倍工资。", changed));
    expect(faults()).toHaveLength(2);
    put("knowledge/answers/contract/first-answer.yaml", answer("first-answer", { from: "2025-01-01" }));
    expect(faults()).toEqual([
      "knowledge/answers/contract/other-answer.yaml：from：《劳动合同法》第八十二条从 2025-01-01 起才是这样，这条答案要写 from",
    ]);
  });

  test("a card nobody read a second time is checked but never among the answers", () => {
    fresh();
    put("knowledge/answers/contract/first-answer.yaml", answer("first-answer", { followUps: "[{ ask: 再问, open: third-answer }]" }));
    const third = answer("third-answer", { steps: "['到{派出所}去']" }).replace(/\nreviewed: .*/, "");
    put("knowledge/answers/contract/third-answer.yaml", third);
    expect(faults()).toEqual(["knowledge/answers/contract/third-answer.yaml：steps：不认识的{派出所}"]);
    const { library } = readLibrary(root);
    expect([...library.drafts.keys()]).toEqual(["third-answer"]);
    expect([...library.answers.keys()]).toEqual(["first-answer", "other-answer"]);
  });

  test("a matter that leads nowhere", () => {
    fresh();
    put(
      "intents/matters/pay.yaml",
      "id: pay\ntitle: 工资\nphrases: [一, 二, 三, 四, 五]\nanswers: [first-answer, nowhere, first-answer]\n" +
        "articles: [{ law: 劳动合同法, article: 第八十二条 }, { law: constructor, article: 第一条 }]\n",
    );
    expect(faults()).toEqual(
      ["没有《constructor》第一条", "没有“nowhere”这条答案", "“first-answer”写了两次"].map((what) => `intents/matters/pay.yaml：${what}`),
    );
  });

  test("a variant two answers share is a fault of both", () => {
    fresh();
    put(
      "knowledge/answers/contract/other-answer.yaml",
      answer("other-answer", {
        variants: answer("first-answer").split("\n")[3]?.slice(10) ?? "",
        followUps: "[{ ask: 回去, open: first-answer }]",
      }),
    );
    expect(faults()).toHaveLength(12);
  });

  test.each([
    ["next: nowhere", "没有“nowhere”这一步"],
    ["next: message", "走不到结尾"],
    ["next: [{ when: { step: message, isSet: true }, go: end }]", "最后一条不能带条件"],
    ["next: [{ when: { step: ghost, isSet: true }, go: end }, { go: end }]", "条件里没有“ghost”这一步"],
  ])("a dialog with %s", (next, said) => {
    fresh();
    const step = `{ name: 名, ask: 问, why: 因, slot: { type: text }, retry: [一, 二], ${next} }`;
    put(
      "dialogs/small.yaml",
      `id: small\nversion: 1\ntitle: 小\nopening: 开\nfirst: message\nsteps:\n  message: ${step}\noutcome: message\nsubmitted: 好\ncancelled: 不\n`,
    );
    expect(faults().join("\n")).toContain(said);
  });

  test("a paper that cannot be filled, and evidence nobody could choose or must bring, are faults", () => {
    fresh();
    const step =
      "{ name: 证据, ask: 问, why: 因, slot: { type: many-choice, options: [{ value: iou, label: 欠条 }, { value: chat, label: 聊天 }] }";
    put(
      "dialogs/small.yaml",
      `id: small\nversion: 1\ntitle: 小\nopening: 开\nfirst: message\nsteps:\n  message: ${step}, fact: evidence, retry: [一, 二], next: end }\noutcome: case\nsubmitted: 好\ncancelled: 不\n`,
    );
    put(
      "knowledge/templates/paper.yaml",
      "id: paper\ntitle: 书\nbutton: 书\nto: 法院\nsigner: 人\nrank: 1\ndialogs: [small, ghost]\nblocks:\n" +
        "  - text: '{name}{空:住址}{步:message}{步:ghost}{constructor}'\nattach: [{ text: 带 }]\nmind: [{ text: 注 }]\n" +
        "citations: [{ law: 劳动合同法, article: 第十条, for: 甲 }]\n",
    );
    put(
      "knowledge/evidence/small.yaml",
      "id: small\nitems:\n  - { id: iou, item: 欠条, proves: 欠, strength: strong, get: 写 }\n  - { id: iou, item: 条, proves: 欠, strength: weak, get: 写 }\n" +
        "employer: [{ id: book, item: 账, proves: 欠, citations: [{ law: 劳动合同法, article: 第一百条, for: 甲 }] }]\n" +
        "today: [{ do: 一, lacks: ghost }, { do: 二 }, { do: 三 }]\n",
    );
    expect(faults()).toEqual([
      `knowledge/templates/paper.yaml：citations.0：《劳动合同法》第十条在 ${TODAY} 不是现行规定`,
      "knowledge/templates/paper.yaml：没有哪个对话有“ghost”这一步",
      "knowledge/templates/paper.yaml：不认识的{constructor}",
      "knowledge/templates/paper.yaml：dialogs：没有“ghost”这个对话",
      "knowledge/evidence/small.yaml：employer.book.citations.0：《劳动合同法》没有第一百条",
      "knowledge/evidence/small.yaml：items.iou：编号用了两次",
      "knowledge/evidence/small.yaml：items：对话里能选“chat”，这里没有",
      "knowledge/evidence/small.yaml：today：没有“ghost”这一项",
    ]);
  });

  test("a fault stops the start with the whole list", () => {
    fresh();
    put("knowledge/answers/contract/first-answer.yaml", answer("first-answer", { steps: "['到{派出所}去']", conclusion: "见{银行}" }));
    expect(() => loadLibrary(root, (library) => checkLibrary(library, TODAY))).toThrow(/内容有 2 处错误/);
  });
});
