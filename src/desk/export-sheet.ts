import writeXlsxFile from "write-excel-file/node";
import { CASE_STATES, DECLINE_REASONS, MATTER_KINDS, OUTCOMES } from "../case/case.js";
import { beijingDay } from "../clock.js";
import type { Library } from "../content/library.js";
import type { SlotValue } from "../dialog/slot-value.js";
import type { KeptMatter } from "../store/case-store.js";
import { isConfidential } from "./mask.js";

/** Texts stay texts: a spreadsheet works out no cell that is typed as one, whatever sign it begins with. */
type Cell =
  { readonly type: StringConstructor; readonly value: string } | { readonly type: NumberConstructor; readonly value: number } | null;

const text = (value: SlotValue | undefined): Cell =>
  value === undefined || value === null || value === ""
    ? null
    : { type: String, value: plain(typeof value === "object" ? value.join("、") : String(value)) };
const number = (value: unknown): Cell => (typeof value === "number" ? { type: Number, value } : null);
const yuan = (fen: unknown): Cell => (typeof fen === "number" ? { type: Number, value: fen / 100 } : null);
const day = (at: number | undefined): Cell => (at === undefined ? null : text(beijingDay(at)));

/** XML 1.0 knows no other control characters, and a file with one opens nowhere. */
function plain(value: string): string {
  return value.replace(/[^\t\n\r\u0020-\ufffd]|[\u007f\ufffe\uffff]/g, "").slice(0, 2_000);
}

const TITLES = [
  "编号",
  "类别",
  "事项",
  "来源",
  "状态",
  "结果",
  "风险",
  "乡镇",
  "单位",
  "行业",
  "人数",
  "涉及金额（元）",
  "追回金额（元）",
  "登记日期",
  "应办日期",
  "办结日期",
  "负责人",
];
const ENDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OUTCOMES),
  ...Object.entries(DECLINE_REASONS),
  ["withdrawn", "本人撤回"],
]);
const CHANNELS: ReadonlyMap<string, string> = new Map([
  ["webchat", "网页"],
  ["wecom-kf", "微信客服"],
  ["wecom-app", "企业微信应用"],
  ["wecom-bot", "企业微信机器人"],
  ["phone", "电话或来访"],
  ["terminal", "终端"],
]);

/** One row a matter. Nobody is named: a list of who complained of whom must not lie about in a folder. */
export function exportRows(
  matters: readonly KeptMatter[],
  { library, staff }: { readonly library: Library; readonly staff: ReadonlyMap<string, string> },
): readonly (readonly Cell[])[] {
  return matters.map((matter) => {
    const { about, result, owner } = matter;
    const facts = about.kind === "case" ? about.facts : {};
    const title = "dialog" in about ? library.dialogs.byVersion.get(`${about.dialog.dialog}@${about.dialog.version}`)?.title : undefined;
    return [
      ...[text(matter.reference), text(MATTER_KINDS[about.kind]), text(title), text(CHANNELS.get(matter.channel))],
      ...[text(CASE_STATES[matter.state]), text(result && ENDS.get(result.outcome)), number(matter.risk), text(facts.township)],
      ...[isConfidential(about) ? text("（保密）") : text(facts.employer), text(facts.trade), number(facts.people), yuan(facts.amount)],
      ...[
        yuan(result?.amountFen),
        day(matter.openedAt),
        day(matter.dueAt),
        day(matter.closedAt),
        text(owner && (staff.get(owner) ?? owner)),
      ],
    ];
  });
}

/** The bytes of an xlsx: titles, rows, and whose copy it is. */
export async function writeSheet(rows: readonly (readonly Cell[])[], mark: string): Promise<Buffer> {
  const titles = TITLES.map((value) => ({ type: String, value, fontWeight: "bold" as const }));
  const sheet = [titles, ...rows.map((row) => [...row]), [], [{ type: String, value: mark }]];
  return writeXlsxFile(sheet, { sheet: "事项", stickyRowsCount: 1 }).toBuffer();
}
