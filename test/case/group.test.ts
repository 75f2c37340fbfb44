import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeGroup, type GroupRow } from "../../src/case/group.js";
import { rowsOfTable } from "../../src/case/group-table.js";
import { rowsOfText } from "../../src/case/group-text.js";
import { sayFaults, sayList } from "../../src/case/group-words.js";

const row = (at: number, change: Partial<GroupRow> = {}): GroupRow => ({
  ...{ row: at, name: `张${at}某`, phone: "", amount: "1000", leads: false },
  ...change,
});
const rows = (count: number, change: Partial<GroupRow> = {}): readonly GroupRow[] =>
  Array.from({ length: count }, (_, index) => row(index + 1, change));

function faultsOf(...given: readonly GroupRow[]): string {
  const judged = judgeGroup(given);
  return judged.kind === "refused" ? sayFaults(judged.faults) : "";
}

describe("a pasted list", () => {
  it.each([
    ["张某 13800000000 12000", { name: "张某", phone: "13800000000", amount: "12000", leads: false }],
    ["李某，欠 8000", { name: "李某", phone: "", amount: "8000", leads: false }],
    ["3、王某某,138-0000-0001,两万三，代表", { name: "王某某", phone: "138-0000-0001", amount: "两万三", leads: true }],
    ["赵某欠薪：1.2万元", { name: "赵某", phone: "", amount: "1.2万元", leads: false }],
    ["钱某（代表）\t0935-1234567\t５０００", { name: "钱某", phone: "0935-1234567", amount: "5000", leads: true }],
  ])("reads %s", (line, wanted) => {
    expect(rowsOfText(`\n${line}\n`)).toEqual([{ row: 2, ...wanted }]);
    expect(judgeGroup(rowsOfText(line)).kind).toBe("list");
  });

  it("takes any words without falling over, and keeps nothing of what it refuses", () => {
    const words = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("constructor", "__proto__ 5", "9".repeat(40), "😀 100", "提交"));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (lines) => {
        const judged = judgeGroup(rowsOfText(lines.join("\n")));
        if (judged.kind === "list") for (const { owed } of judged.list.workers) expect(Number.isInteger(owed) && owed > 0).toBe(true);
        else expect(judged.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("a list is judged whole", () => {
  it("adds up in fen, names who leads, and says how it presses", () => {
    const judged = judgeGroup([row(1, { amount: "12,000.05", leads: true }), row(2, { amount: "0.1" }), row(3, { amount: "8千5" })]);
    if (judged.kind !== "list") throw new Error(sayFaults(judged.faults));
    expect(judged.list).toMatchObject({ total: 1_200_005 + 10 + 850_000, weight: "ordinary" });
    expect(sayList(judged.list)).toBe("交了一份名单：共3人，合计欠20500.15元，代表张1某。");
  });

  it.each([
    [9, "1000", "ordinary"],
    [10, "1000", "many"],
    [29, "1000", "many"],
    [30, "1000", "mass"],
    [2, "249999", "ordinary"],
    [2, "250000", "many"],
  ])("%d people with %s yuan each: %s", (count, amount, weight) => {
    expect(judgeGroup(rows(count, { amount }))).toMatchObject({ kind: "list", list: { weight } });
  });

  it.each([
    [row(3, { name: " " }), "第3行“姓名”：是空的"],
    [row(3, { name: "张".repeat(200) }), "第3行“姓名”：太长了，最多30个字"],
    [row(3, { name: "12" }), "第3行“姓名”：看不出是名字"],
    [row(3, { phone: "12345" }), "第3行“电话”：不是手机号"],
    [row(3, { amount: "" }), "第3行“欠薪金额”：是空的"],
    [row(3, { amount: "-5" }), "第3行“欠薪金额”：看不出是多少钱"],
    [row(3, { amount: "0" }), "看不出是多少钱"],
    [row(3, { amount: "五六千" }), "看不出是多少钱"],
    [row(3, { amount: "1000 2000" }), "看不出是多少钱"],
    [row(3, { amount: "9".repeat(40) }), "“欠薪金额”"],
    [row(3, { amount: "10000001" }), "超过一千万元"],
  ])("refuses %j", (one, said) => {
    expect(faultsOf(row(1), one)).toContain(said);
  });

  it("tells every fault of every row, twenty at most, and whom a row repeats", () => {
    expect(faultsOf(row(1), row(2, { name: "张1某" }))).toContain("第2行“姓名”：和第1行重复");
    expect(faultsOf(row(1, { phone: "13800000000" }), row(2, { phone: "138 0000 0000" }))).toContain("和第1行重复");
    expect(faultsOf(row(1, { phone: "13800000000" }), row(2, { name: "张1某", phone: "13800000001" }))).toBe("");
    expect(faultsOf(...rows(25, { amount: "没有" }))).toContain("还有5处");
    expect(faultsOf(...rows(3, { leads: true }))).toContain("第3行“代表”：代表最多写两个");
  });
});

describe("a table", () => {
  it("is read by the names of its columns, in any order, with rows as people count them", () => {
    const read = rowsOfTable([
      ["工地名单"],
      ["欠多少", "姓名", "手机号", "代表"],
      ["800", "张某", "", "是"],
      ["", "", ""],
      ["900", "李某"],
    ]);
    expect(read?.map(({ row: at, name, amount, leads }) => [at, name, amount, leads])).toEqual([
      [3, "张某", "800", true],
      [5, "李某", "900", false],
    ]);
  });

  it("without names of columns is none", () => {
    expect(rowsOfTable([["张某", "800"]])).toBeUndefined();
    expect(rowsOfTable([])).toBeUndefined();
  });
});
