import { strFromU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { GROUP_ROWS_MAX } from "../case/group.js";

/** A table as texts, and the row each stands in as people count; or one sentence why it is not read. */
export type Table =
  { readonly kind: "table"; readonly rows: readonly (readonly string[])[] } | { readonly kind: "refused"; readonly say: string };

const UNPACKED_BYTES_MAX = 20 * 1024 * 1024;
const CHUNK_BYTES = 16 * 1024;
/** And the line that names the columns. */
const ROWS_MAX = GROUP_ROWS_MAX + 1;
const CELLS_MAX = 40_000;
const FORMULAS_SHOWN = 10;

const refuse = (say: string): Table => ({ kind: "refused", say });
const NO_TABLE = "这个文件不是表格。请用 .xlsx 或者 .csv，最好用我们的模板填。";
const TOO_MANY = "名单最多2000人，请分几次交。";

/** An .xlsx by its first bytes, else a .csv. Nothing in it is worked out: a formula is refused. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes) : readCsv(bytes);
}

async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const parts = unpack(bytes);
  if (parts === "too-large") return refuse("这个表格打开以后太大了，没有读。请只留名单那一张表。");
  if (parts === undefined) return refuse(NO_TABLE);
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.length === 0 || Object.values(parts).some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part, true))))
    return refuse(NO_TABLE);
  const xml = sheets.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join("");
  const formulas = formulasIn(xml);
  if (formulas.length > 0) return refuse(sayFormulas(formulas));
  if (count(xml, /<(?:\w+:)?row[ >/]/g) > ROWS_MAX || count(xml, /<(?:\w+:)?c[ >/]/g) > CELLS_MAX) return refuse(TOO_MANY);
  try {
    // Packed anew from what was unpacked within bounds: whatever the old list of entries pretended is gone.
    const sheet = await readSheet(Buffer.from(zipSync(parts, { level: 0 })));
    return { kind: "table", rows: sheet.map((row) => row.map((value) => (value === null ? "" : String(value)))) };
  } catch {
    return refuse(NO_TABLE);
  }
}

/** Unpacks piece by piece and stops at the bound, whatever sizes the file itself names. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | "too-large" | undefined {
  const found = new Map<string, Uint8Array[]>();
  let size = 0;
  let broken = false;
  const unzip = new Unzip((file) => {
    const pieces: Uint8Array[] = [];
    found.set(file.name, pieces);
    file.ondata = (error, piece) => {
      if (error !== null) broken = true;
      else {
        size += piece.length;
        if (size <= UNPACKED_BYTES_MAX) pieces.push(piece);
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !broken; at += CHUNK_BYTES) {
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
      if (size > UNPACKED_BYTES_MAX) return "too-large";
    }
  } catch {
    return undefined;
  }
  return broken || found.size === 0 ? undefined : Object.fromEntries([...found].map(([name, pieces]) => [name, Buffer.concat(pieces)]));
}

/** The cells that hold a formula: C5. */
function formulasIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3}\d{1,7})"[^>]*>(?:(?!<\/(?:\w+:)?c>)[^])*?<(?:\w+:)?f[ >/]/g)].map(
    ([, cell = ""]) => cell,
  );
}

function sayFormulas(cells: readonly string[]): string {
  const shown = cells.slice(0, FORMULAS_SHOWN).join("、");
  return `这些格子里是公式，没有读：${shown}${cells.length > FORMULAS_SHOWN ? "等" : ""}。请把公式改成算好的数，再交一次。`;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes);
  if (text === undefined || text.includes("\u0000")) return refuse(NO_TABLE);
  const rows = cellsOf(text);
  if (rows.length > ROWS_MAX) return refuse(TOO_MANY);
  const formulas = rows.flatMap((row, at) => row.flatMap((cell, column) => (/^[=@]/.test(cell) ? [`第${at + 1}行第${column + 1}列`] : [])));
  return formulas.length > 0 ? refuse(sayFormulas(formulas)) : { kind: "table", rows };
}

/** UTF-8, or what Excel in China saves. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return undefined;
}

/** RFC 4180, with commas or tabs between. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\t\r\n]*))(,|\t|\r\n|\r|\n|$)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    if (end === "") break;
    if (end !== "," && end !== "\t") rows.push([]);
  }
  return rows;
}
