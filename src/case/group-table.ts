import type { GroupRow } from "./group.js";

/** The columns of the template, in their order. */
export const GROUP_COLUMNS = ["姓名", "电话", "欠薪金额（元）", "代表（写“是”）"] as const;

/** Which column is which, by how people name them. */
const NAMES = { name: /姓名|名字/, phone: /电话|手机|联系/, amount: /欠|金额|工资|多少/, leads: /代表/ } as const;

/** The rows of a table whose first line names the columns; undefined when it does not. Empty rows are passed over. */
export function rowsOfTable(table: readonly (readonly string[])[]): readonly GroupRow[] | undefined {
  const top = table.findIndex((row) => row.some((cell) => NAMES.name.test(cell)));
  const head = table[top];
  if (head === undefined) return undefined;
  const column = (name: keyof typeof NAMES): number => head.findIndex((cell) => NAMES[name].test(cell));
  const places = { name: column("name"), phone: column("phone"), amount: column("amount"), leads: column("leads") };
  if (places.amount < 0) return undefined;
  return table.slice(top + 1).flatMap((cells, index) => {
    const at = (place: number): string => (place < 0 ? "" : (cells[place] ?? "").trim());
    if (cells.every((cell) => cell.trim() === "")) return [];
    const leads = /^(是|对|代表|√|1)$/.test(at(places.leads));
    return [{ row: top + index + 2, name: at(places.name), phone: at(places.phone), amount: at(places.amount), leads }];
  });
}
