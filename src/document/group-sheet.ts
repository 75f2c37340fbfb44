import writeXlsxFile from "write-excel-file/node";
import type { GroupList } from "../case/group.js";
import { GROUP_COLUMNS } from "../case/group-table.js";
import { WEIGHT_WORDS } from "../case/group-words.js";
import { plainText } from "./plain-text.js";

/** Texts stay texts: a spreadsheet works out no cell that is typed as one. */
const text = (value: string): { readonly type: StringConstructor; readonly value: string } => ({ type: String, value: plainText(value) });
const head = GROUP_COLUMNS.map((value) => ({ type: String, value, fontWeight: "bold" as const }));
const columns = [{ width: 16 }, { width: 18 }, { width: 18 }, { width: 14 }];

/** An empty list to fill in, with one invented worker to show how. */
export async function groupTemplate(): Promise<Buffer> {
  const rows = [head, [text("张某"), text("13800000000"), { type: Number, value: 12_000 }, text("是")]];
  return writeXlsxFile(rows, { sheet: "名单", columns, stickyRowsCount: 1 }).toBuffer();
}

/** The list as it is kept with the case: everybody, the sum, and how it presses. */
export async function groupSheet({ workers, total, weight }: GroupList): Promise<Buffer> {
  const rows = workers.map(({ name, phone, owed, leads }) => [
    text(name),
    text(phone),
    { type: Number, value: owed / 100, format: "0.00" },
    text(leads ? "是" : ""),
  ]);
  const sum = [text("合计"), text(`${workers.length}人`), { type: Number, value: total / 100, format: "0.00" }, text(WEIGHT_WORDS[weight])];
  return writeXlsxFile([head, ...rows, sum], { sheet: "名单", columns, stickyRowsCount: 1 }).toBuffer();
}
