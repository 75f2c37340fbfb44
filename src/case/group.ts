import { readAmount } from "../reading/read-amount.js";
import { readPhone } from "../reading/read-phone.js";

/** One worker as written down, before anything is believed. `row` counts as people see it. */
export interface GroupRow {
  readonly row: number;
  readonly name: string;
  readonly phone: string;
  readonly amount: string;
  /** Whether this one speaks for the others. */
  readonly leads: boolean;
}

export interface GroupWorker {
  readonly name: string;
  readonly phone: string;
  /** In fen. */
  readonly owed: number;
  readonly leads: boolean;
}

/** How much it presses: ten people or half a million yuan, and thirty people. */
export type GroupWeight = "ordinary" | "many" | "mass";

export interface GroupList {
  readonly workers: readonly GroupWorker[];
  /** In fen. */
  readonly total: number;
  readonly weight: GroupWeight;
}

export interface GroupFault {
  readonly row: number;
  readonly column: "姓名" | "电话" | "欠薪金额" | "代表";
  readonly say: string;
}

export type GroupJudged =
  { readonly kind: "list"; readonly list: GroupList } | { readonly kind: "refused"; readonly faults: readonly GroupFault[] };

export const GROUP_ROWS_MAX = 2_000;
const NAME_CHARS_MAX = 30;
const OWED_FEN_MAX = 1_000_000_000;
const MANY_PEOPLE = 10;
const MASS_PEOPLE = 30;
const MUCH_FEN = 50_000_000;

/** The list, or every fault of every row: half a list is worse than none. */
export function judgeGroup(rows: readonly GroupRow[]): GroupJudged {
  const faults: GroupFault[] = [];
  const workers: GroupWorker[] = [];
  const seen = new Map<string, number>();
  for (const one of rows) {
    const mine = faultsOf(one);
    const { row, leads } = one;
    const [name, phone] = [one.name.trim(), phoneOf(one.phone) ?? ""];
    const keys = [`${name}/${phone}`, ...(phone === "" ? [] : [phone])];
    const before = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    if (mine.length === 0 && before !== undefined) mine.push({ row, column: "姓名", say: `和第${before}行重复` });
    for (const key of keys) seen.set(key, before ?? row);
    faults.push(...mine);
    workers.push({ name, phone, owed: owedOf(one.amount) ?? 0, leads });
  }
  const leaders = rows.filter(({ leads }) => leads);
  const [, , third] = leaders;
  if (third !== undefined) faults.push({ row: third.row, column: "代表", say: "代表最多写两个" });
  if (faults.length > 0) return { kind: "refused", faults };
  const total = workers.reduce((sum, { owed }) => sum + owed, 0);
  return { kind: "list", list: { workers, total, weight: weightOf(workers.length, total) } };
}

function faultsOf({ row, name, phone, amount }: GroupRow): GroupFault[] {
  const faults: GroupFault[] = [];
  const length = [...name.trim()].length;
  if (length === 0) faults.push({ row, column: "姓名", say: "是空的" });
  else if (length > NAME_CHARS_MAX) faults.push({ row, column: "姓名", say: `太长了，最多${NAME_CHARS_MAX}个字` });
  else if (!/\p{L}/u.test(name)) faults.push({ row, column: "姓名", say: "看不出是名字" });
  if (phoneOf(phone) === undefined) faults.push({ row, column: "电话", say: "不是手机号或者带区号的座机" });
  const owed = owedOf(amount);
  if (amount.trim() === "") faults.push({ row, column: "欠薪金额", say: "是空的" });
  else if (owed === undefined) faults.push({ row, column: "欠薪金额", say: "看不出是多少钱，请写成 12000 这样，要大于零" });
  else if (owed > OWED_FEN_MAX) faults.push({ row, column: "欠薪金额", say: "超过一千万元，请核对" });
  return faults;
}

/** Nobody must have a phone; undefined for what is none. */
function phoneOf(text: string): string | undefined {
  if (text.trim() === "") return "";
  const reading = readPhone(text);
  return reading.kind === "read" ? reading.value : undefined;
}

/** One plain sum; a range, a guess, two sums or a negative one is none. */
function owedOf(text: string): number | undefined {
  const plain = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,2})?元?$/.exec(text.normalize("NFKC").trim());
  if (plain !== null) {
    const fen = Math.round(Number(`${(plain[1] ?? "").replaceAll(",", "")}${plain[2] ?? ""}`) * 100);
    return fen > 0 ? fen : undefined;
  }
  const reading = readAmount(text);
  if (reading.kind === "unread" || /[-−负]/.test(text)) return undefined;
  const [only, ...others] = reading.value;
  return only === undefined || others.length > 0 || only.low !== undefined ? undefined : only.fen;
}

function weightOf(people: number, total: number): GroupWeight {
  if (people >= MASS_PEOPLE) return "mass";
  return people >= MANY_PEOPLE || total >= MUCH_FEN ? "many" : "ordinary";
}
