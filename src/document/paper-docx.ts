import type { FilledPaper, PaperBlock } from "../case/paper.js";
import { bodyOf, cell, grid, heading, paragraph, PAGE, pageBreak, title, type Docx } from "./docx-parts.js";
import { plainText } from "./plain-text.js";

/** The bytes of a .docx on A4: the paper, and on a page of its own what is for the person alone. */
export async function paperDocx({ title: name, blocks, guide }: FilledPaper): Promise<Uint8Array> {
  // Read when first wanted: it takes a third of a second, which a start need not wait for.
  const docx = await import("docx");
  const guidePage = [
    pageBreak(docx),
    heading(docx, "怎么交（这一页自己留着，不用交）"),
    paragraph(docx, `交到：${guide.where}`),
    paragraph(docx, "带上："),
    ...guide.attach.map((text, index) => paragraph(docx, `${index + 1}. ${text}`)),
    paragraph(docx, "注意："),
    ...guide.mind.map((text, index) => paragraph(docx, `${index + 1}. ${text}`)),
    paragraph(docx, "这份文书由您说的话填成。交之前请一项一项核对，不对的改过来；交不交、怎么写由您自己定。"),
  ];
  const body = [title(docx, name), ...blocks.flatMap((block) => setBlock(docx, block)), ...guidePage];
  const file = new docx.Document({ ...bodyOf(name), sections: [{ properties: { page: PAGE }, children: body }] });
  return docx.Packer.toBuffer(file);
}

const PAIR_WIDTHS = [25, 75] as const;

function setBlock(docx: Docx, block: PaperBlock): readonly (InstanceType<Docx["Paragraph"]> | InstanceType<Docx["Table"]>)[] {
  switch (block.kind) {
    case "heading":
      return [heading(docx, block.text)];
    case "text":
      // What people wrote may run over several lines.
      return plainText(block.text)
        .split("\n")
        .map((line) => paragraph(docx, line, { indent: true }));
    case "numbered":
      return block.items.map((text, index) => paragraph(docx, `${index + 1}. ${text}`, { indent: true }));
    case "fields":
      return [
        grid(
          docx,
          block.rows.map(({ name, value }) => [cell(docx, name, PAIR_WIDTHS[0]), cell(docx, value, PAIR_WIDTHS[1])]),
        ),
      ];
    case "table":
      return [
        grid(
          docx,
          [block.columns, ...block.rows].map((row) => row.map((text, index) => cell(docx, text, COLUMN_WIDTHS[index] ?? 10))),
        ),
      ];
    case "closing":
      return [
        paragraph(docx, "此致", { indent: true }),
        paragraph(docx, block.to),
        paragraph(docx, `${block.signer}（签名或按手印）：＿＿＿＿＿＿＿＿`, { right: true }),
        paragraph(docx, "＿＿＿＿年＿＿月＿＿日", { right: true }),
      ];
  }
}

/** 序号, name, what it proves, whence, pages; in hundredths of the page. */
const COLUMN_WIDTHS: readonly number[] = [8, 27, 30, 25, 10];
