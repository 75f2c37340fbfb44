import type { GroupRow } from "./group.js";

const PHONE = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8}/;

/** A list pasted as lines, one worker each: 张某 13800000000 12000, 李某，欠8000，代表. Empty lines are passed over. */
export function rowsOfText(text: string): readonly GroupRow[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.trim() === "" ? [] : [rowOf(line.normalize("NFKC").trim(), index + 1)]));
}

function rowOf(line: string, row: number): GroupRow {
  const words = line.replace(/^\(?\d{1,4}[.、)]\s*/, "");
  const phone = PHONE.exec(words)?.[0] ?? "";
  const leads = /代表/.test(words);
  const rest = words.replace(phone, " ").replace(/[(]?代表[)]?/, " ");
  const name = /^[^\s,，、;:：欠\d¥]+/u.exec(rest.trim())?.[0] ?? "";
  const amount = rest
    .trim()
    .slice(name.length)
    .replace(/^[\s,，、;:：]+|[\s,，、;:：]+$/g, "")
    .replace(/^(?:还|共|一共)?欠(?:薪|工资|了)?[:：\s]*/, "");
  return { row, name, phone, amount, leads };
}
