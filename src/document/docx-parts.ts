import type * as docx from "docx";
import { plainText } from "./plain-text.js";

/** The package, once it is read. */
export type Docx = typeof docx;

/** In half points: 三号 for the title, 四号 for the rest, small for hints. */
const SIZE = { title: 36, text: 24, hint: 18 } as const;
const SONG = "宋体";
const HEI = "黑体";
const BLANK = /(＿+（请填写：[^）]*）)/;

/** Millimetres into twentieths of a point. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export function bodyOf(title: string): Pick<docx.IPropertiesOptions, "title" | "creator" | "styles"> {
  const font = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: SONG, cs: "Times New Roman" };
  return { title, creator: "12351 职工热线", styles: { default: { document: { run: { font, size: SIZE.text } } } } };
}

/** A4, with room to bind. */
export const PAGE: NonNullable<docx.ISectionPropertiesOptions["page"]> = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(25), bottom: mm(22), left: mm(28), right: mm(26) },
};

export function title({ Paragraph, TextRun, AlignmentType }: Docx, text: string): docx.Paragraph {
  const run = new TextRun({ text: plainText(text), bold: true, size: SIZE.title, font: { eastAsia: HEI } });
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [run] });
}

export function heading({ Paragraph, TextRun }: Docx, text: string): docx.Paragraph {
  const run = new TextRun({ text: plainText(text), bold: true, font: { eastAsia: HEI } });
  return new Paragraph({ keepNext: true, spacing: { before: 160, after: 80 }, children: [run] });
}

interface Look {
  /** Two characters in, as a paragraph of prose begins. */
  readonly indent?: boolean;
  readonly right?: boolean;
}

export function paragraph(parts: Docx, text: string, { indent = false, right = false }: Look = {}): docx.Paragraph {
  const { Paragraph, AlignmentType } = parts;
  return new Paragraph({
    spacing: { line: 400, after: 40 },
    ...(indent ? { indent: { firstLine: SIZE.text * 20 } } : {}),
    ...(right ? { alignment: AlignmentType.RIGHT } : {}),
    children: runs(parts, text),
  });
}

/** What is to be filled in stands out, with its hint in small print. */
function runs({ TextRun }: Docx, text: string): docx.TextRun[] {
  return plainText(text)
    .split(BLANK)
    .filter((piece) => piece !== "")
    .flatMap((piece) => {
      if (!BLANK.test(piece)) return [new TextRun(piece)];
      const at = piece.indexOf("（");
      return [new TextRun(piece.slice(0, at)), new TextRun({ text: piece.slice(at), size: SIZE.hint, color: "666666" })];
    });
}

export function pageBreak({ Paragraph, PageBreak }: Docx): docx.Paragraph {
  return new Paragraph({ children: [new PageBreak()] });
}

/** `width` in hundredths of the table. */
export function cell(parts: Docx, text: string, width: number): docx.TableCell {
  const { TableCell, WidthType, VerticalAlign, Paragraph } = parts;
  const children = plainText(text)
    .split("\n")
    .map((line) => new Paragraph({ spacing: { before: 40, after: 40 }, children: runs(parts, line) }));
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { left: 100, right: 100 },
    verticalAlign: VerticalAlign.CENTER,
    children,
  });
}

export function grid({ Table, TableRow, TableLayoutType, WidthType }: Docx, rows: readonly (readonly docx.TableCell[])[]): docx.Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    rows: rows.map((children) => new TableRow({ cantSplit: true, children: [...children] })),
  });
}
