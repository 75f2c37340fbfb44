import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { judgeGroup } from "../../src/case/group.js";
import { GROUP_COLUMNS, rowsOfTable } from "../../src/case/group-table.js";
import { groupSheet, groupTemplate } from "../../src/document/group-sheet.js";
import { readTable } from "../../src/document/read-sheet.js";

const csv = (text: string): Promise<Awaited<ReturnType<typeof readTable>>> => readTable(Buffer.from(text));
const refusedWith = (say: string): object => ({ kind: "refused", say: expect.stringContaining(say) as string });

/** The template with its sheet's XML changed. */
async function changed(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await groupTemplate());
  const name = Object.keys(parts).find((one) => one.startsWith("xl/worksheets/")) ?? "";
  return zipSync({ ...parts, [name]: strToU8(change(Buffer.from(parts[name] ?? []).toString())) });
}

describe("a spreadsheet", () => {
  it("made by us is read back as it was meant", async () => {
    const table = await readTable(await groupTemplate());
    const rows = table.kind === "table" ? rowsOfTable(table.rows) : undefined;
    expect(rows).toEqual([{ row: 2, name: "张某", phone: "13800000000", amount: "12000", leads: true }]);
    const judged = judgeGroup([{ row: 1, name: "=1+1李\u0001某", phone: "", amount: "0.07", leads: false }]);
    if (judged.kind !== "list") throw new Error("refused");
    const kept = await readTable(await groupSheet(judged.list));
    expect(kept).toMatchObject({ kind: "table", rows: [GROUP_COLUMNS, ["=1+1李某", "", "0.07", ""], ["合计", "1人", "0.07", ""]] });
  });

  it("with a formula is refused, cell by cell", async () => {
    const bytes = await changed((xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>SUM(A1:A9)</f><v>45</v></c>'));
    expect(await readTable(bytes)).toEqual({
      kind: "refused",
      say: "这些格子里是公式，没有读：C2。请把公式改成算好的数，再交一次。",
    });
    expect(await csv('姓名,欠\n张某,"=HYPERLINK(""x"")"')).toMatchObject(refusedWith("第2行第2列"));
  });

  it("that unpacks to more than it should is stopped on the way, whatever it pretends", async () => {
    const bomb = zipSync({ ...unzipSync(await groupTemplate()), "xl/media/a.bin": new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readTable(bomb)).toMatchObject(refusedWith("打开以后太大了"));
  });

  it("with entities, cut short, or of another kind is no table", async () => {
    const template = await groupTemplate();
    const entities = await changed((xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'));
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    for (const bytes of [entities, template.subarray(0, 900), Buffer.from("PK\u0003\u0004x"), zipSync({ "a.txt": strToU8("x") }), png])
      expect(await readTable(bytes)).toMatchObject(refusedWith("不是表格"));
  });

  it("with more rows than anybody has workers is refused", async () => {
    expect(await csv(`姓名,欠\n${"张某,1\n".repeat(2_005)}`)).toMatchObject(refusedWith("2000人"));
    const many = await changed((xml) => xml.replace("</sheetData>", `${'<row r="9"></row>'.repeat(2_100)}</sheetData>`));
    expect(await readTable(many)).toMatchObject(refusedWith("2000人"));
  });
});

it("reads what Excel in China saves as .csv, with quotes and tabs", async () => {
  const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc7, 0xb7, 0x0d, 0x0a, 0xd5, 0xc5, 0x2c, 0x35]);
  expect(await readTable(gbk)).toEqual({
    kind: "table",
    rows: [
      ["姓名", "欠"],
      ["张", "5"],
    ],
  });
  expect(await csv('\ufeff姓名\t欠\n"张,""某"\t1,5')).toMatchObject({
    kind: "table",
    rows: [
      ["姓名", "欠"],
      ['张,"某', "1", "5"],
    ],
  });
});
