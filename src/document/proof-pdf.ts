import type { ProofBlock } from "../case/proof.js";
import { breakLines } from "./break-lines.js";
import { PAGE, writePdf, type Mark } from "./pdf.js";
import { widthOf } from "./song-widths.js";

const SIZES = { title: 20, text: 13, pair: 12, fine: 9 } as const;
const LEADING = 1.6;
const VALUE_X = PAGE.margin + 84;

interface Line {
  readonly size: number;
  readonly pieces: readonly { readonly x: number; readonly text: string }[];
  readonly rule?: boolean;
}

/** The proof of filing on A4, as many pages as it takes. */
export function proofPdf(blocks: readonly ProofBlock[]): Uint8Array {
  return writePdf("登记回执", setPages(blocks.flatMap(linesOf)));
}

function linesOf(block: ProofBlock): readonly Line[] {
  if (block.kind === "rule") return [{ size: SIZES.fine, pieces: [], rule: true }];
  const size = SIZES[block.kind];
  if (block.kind === "pair") {
    const values = fit(block.value, VALUE_X, size);
    return values.map((text, index) => ({
      size,
      pieces: [...(index === 0 ? [{ x: PAGE.margin, text: block.name }] : []), { x: VALUE_X, text }],
    }));
  }
  const x = block.kind === "title" ? (PAGE.width - (widthOf(block.text) * size) / 1000) / 2 : PAGE.margin;
  return fit(block.text, PAGE.margin, size).map((text) => ({ size, pieces: [{ x, text }] }));
}

function fit(text: string, x: number, size: number): readonly string[] {
  return breakLines(text, ((PAGE.width - PAGE.margin - x) / size) * 1000);
}

function setPages(lines: readonly Line[]): readonly (readonly Mark[])[] {
  const pages: Mark[][] = [[]];
  let y: number = PAGE.height - PAGE.margin;
  for (const { size, pieces, rule } of lines) {
    y -= size * LEADING;
    if (y < PAGE.margin) {
      pages.push([]);
      y = PAGE.height - PAGE.margin - size * LEADING;
    }
    const page = pages.at(-1);
    if (rule === true) page?.push({ kind: "rule", y: y + size / 2 });
    for (const { x, text } of pieces) page?.push({ kind: "text", x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, size, text });
  }
  return pages;
}
