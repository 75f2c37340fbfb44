import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { composeAnswer } from "../../src/answer/compose-answer.js";
import { keepImport, previewImport, reviewList, settleCard } from "../../src/cli/statutes.js";
import { falseQuotes } from "../../src/official/plan-import.js";
import { readDocx } from "../../src/official/read-docx.js";
import { withOfficial } from "../../src/official/with-official.js";
import { smallDocx } from "../support/small-docx.js";
import { doublePay, region, severance, smallLibrary } from "../support/small-library.js";

const TODAY = "2026-11-24";
const library = smallLibrary();
let dir: string;
let dataDir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "statutes-"));
  dataDir = join(dir, "data");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const law = (eighty: string, history = "（自2013年7月1日起施行）"): string[] => [
  "中华人民共和国劳动合同法",
  history,
  "第四十七条　年限的话。",
  `第八十二条　${eighty}`,
];

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const bringIn = (path: string, from?: string): string => {
  const place = { library, dataDir, ...(from === undefined ? {} : { from }) };
  return keepImport(previewImport([path], place).plan, place, TODAY);
};
const said = (day = TODAY) => composeAnswer({ library: withOfficial(library, dataDir), region, day }, "double-pay").bubbles;

describe("bringing in official texts", () => {
  test.each([
    ["a.docx", smallDocx(law("二倍&工资 < 三倍。"))],
    ["a.md", law("二倍&工资 < 三倍。").join("\n\n").replace("中华", "# 中华")],
    [
      "a.json",
      JSON.stringify({
        title: "劳动合同法",
        effective: "2013-07-01",
        articles: [
          { label: "第四十七条", text: "年限的话。" },
          { label: "第八十二条", chapter: "第七章 法律责任", text: "二倍&工资 < 三倍。" },
        ],
      }),
    ],
  ])("%s: shown before anything is kept, then word for word in the article's sheet", (name, content) => {
    const place = { library, dataDir };
    const { plan, text } = previewImport([file(name, content)], place);
    expect(text).toContain("2 条，从第四十七条到第八十二条");
    expect(text).toContain("施行：2013-07-01");
    expect(text).toContain("缺号：48到81");
    expect(existsSync(dataDir)).toBe(false);
    keepImport(plan, place, TODAY);
    expect(said().at(-1)?.sources[0]?.text).toBe("二倍&工资 < 三倍。");
    expect(said()[0]?.text).not.toContain("注意");
  });

  test("a changed article marks the cards on it, cautions, and is settled by a named person", () => {
    bringIn(file("a.docx", smallDocx(law("二倍。"))));
    expect(bringIn(file("b.docx", smallDocx(law("三倍。"))), "2026-01-01")).toContain("1 条答案要重新核对");
    expect(said()[0]?.text).toContain("注意：《劳动合同法》第八十二条最近改了");
    expect(said().at(-1)?.sources[0]?.text).toBe("三倍。");
    expect(said("2025-12-31").at(-1)?.sources[0]?.text).toBe("二倍。");
    expect(reviewList(library, dataDir)).toContain("double-pay  没签合同二倍工资：《劳动合同法》第八十二条");
    expect(() => settleCard("severance", "张某", { library, dataDir, today: TODAY })).toThrow("不在要核对的答案里");
    expect(() => settleCard("double-pay", " ", { library, dataDir, today: TODAY })).toThrow("--by");
    settleCard("double-pay", "张某", { library, dataDir, today: TODAY });
    expect(reviewList(library, dataDir)).toBe("没有要重新核对的答案。");
    expect(said()[0]?.text).not.toContain("注意");
  });

  test("a version later than the gists, with none before it to compare, puts every card on that law in doubt", () => {
    expect(bringIn(file("b.docx", smallDocx(law("三倍。"))), "2026-01-01")).toContain("2 条答案要重新核对");
  });

  test("an older version is no doubt and no words for today", () => {
    bringIn(file("a.docx", smallDocx(law("老话。"))), "2008-01-01");
    expect(reviewList(library, dataDir)).toBe("没有要重新核对的答案。");
    expect(said().at(-1)?.sources[0]?.text).toBeUndefined();
  });

  test("the same once more changes nothing", () => {
    const path = file("a.docx", smallDocx(law("二倍。")));
    bringIn(path);
    const before = readdirSync(join(dataDir, "statutes"));
    expect(previewImport([path], { library, dataDir }).text).toContain("已有，一样");
    expect(bringIn(path)).toContain("存了 0 份");
    expect(readdirSync(join(dataDir, "statutes"))).toEqual(before);
  });

  test("one bad file among good ones: which line and why, and nothing is kept", () => {
    file("a.md", law("二倍。").join("\n"));
    file("b.md", "某某规定\n第一条　甲\n第一条　乙");
    file("c.json", "{");
    expect(() => previewImport([dir], { library, dataDir })).toThrow(
      /b\.md：第 3 行：第一条出现了两次\n.*c\.json：不是合格的 JSON\n共 2 处，什么都没有存/s,
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  test("an amended law that does not say from when is not guessed at", () => {
    const path = file("a.docx", smallDocx(law("二倍。", "（2007年6月29日通过　根据2012年12月28日决定修正）")));
    expect(() => previewImport([path], { library, dataDir })).toThrow("加 --from 日期");
  });

  test("a quote is held against the official words", () => {
    bringIn(file("a.docx", smallDocx(law("每月支付二倍的工资。"))));
    const quoting = (quote: string) => {
      const citations = [{ law: "劳动合同法", article: "第八十二条", for: "二倍", quote }];
      const answers = new Map([
        ["double-pay", { ...doublePay, citations }],
        ["severance", severance],
      ]);
      return falseQuotes(withOfficial(smallLibrary({ answers }), dataDir));
    };
    expect(quoting("支付二倍的工资")).toEqual([]);
    expect(quoting("支付三倍的工资")).toEqual([{ card: "double-pay", law: "劳动合同法", article: "第八十二条" }]);
  });
});

describe("a document that is none", () => {
  const faults = (bytes: Uint8Array) => {
    const result = readDocx(bytes);
    return result.kind === "refused" ? result.faults.map(({ what }) => what).join() : "read";
  };

  test.each([
    ["not a zip", new Uint8Array([1, 2, 3]), "打不开"],
    ["cut off", smallDocx(law("二倍。")).slice(0, 200), "打不开"],
    ["a document type of its own", smallDocx([], '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'), "不该有的声明"],
    ["a bomb", smallDocx([], " ".repeat(30_000_001)), "解开后太大"],
    ["a paragraph without its end", smallDocx([], "<w:p><w:r><w:t>第一条"), "文件不完整"],
  ])("%s", (_name, bytes, what) => expect(faults(bytes)).toContain(what));

  test("struck-out words and the copy for old readers are not the law's", () => {
    const body =
      "<w:p><w:r><w:t>某某规定</w:t></w:r></w:p><w:p><w:r><w:t>第一条</w:t><w:tab/><w:t>甲</w:t></w:r><w:del><w:r><w:t>旧</w:t></w:r></w:del>" +
      "<mc:Fallback><w:t>影</w:t></mc:Fallback><w:r><w:t>&#x4E59;</w:t></w:r></w:p>";
    const result = readDocx(smallDocx([], body));
    expect(result).toMatchObject({ kind: "read", draft: { articles: [{ label: "第一条", text: "甲乙" }] } });
  });
});
