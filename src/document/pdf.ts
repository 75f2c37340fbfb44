import { SONG_WIDTHS } from "./song-widths.js";

/** A4, in points. */
export const PAGE = { width: 595, height: 842, margin: 56 } as const;

/** A line of text with its baseline, measured from the bottom left corner of the page; a rule has no text. */
export type Mark =
  | { readonly kind: "text"; readonly x: number; readonly y: number; readonly size: number; readonly text: string }
  | { readonly kind: "rule"; readonly y: number };

/**
 * A PDF of such pages in one font, STSong-Light with UniGB-UTF16-H (ISO 32000-1, 9.7.5.2): readers bring it along for
 * Chinese, so nothing is embedded and a page is 2 KB. The bytes are Latin-1; text stands in them as hex.
 */
export function writePdf(title: string, pages: readonly (readonly Mark[])[]): Uint8Array {
  const kids = pages.map((_, index) => `${PAGES_FROM + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F 3 0 R >> >> >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 [${SONG_WIDTHS.join(" ")}]] >>`,
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>",
    `<< /Title <FEFF${hex(title)}> >>`,
    ...pages.flatMap((marks, index) => pageObjects(marks, PAGES_FROM + index * 2)),
  ];
  return assemble(objects);
}

const PAGES_FROM = 7;

function pageObjects(marks: readonly Mark[], at: number): readonly string[] {
  const content = marks.map(draw).join("\n");
  return [`<< /Type /Page /Parent 2 0 R /Contents ${at + 1} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`];
}

function draw(mark: Mark): string {
  if (mark.kind === "rule") return `0.6 w ${PAGE.margin} ${mark.y} m ${PAGE.width - PAGE.margin} ${mark.y} l S`;
  return `BT /F ${mark.size} Tf ${mark.x} ${mark.y} Td <${hex(mark.text)}> Tj ET`;
}

/** UTF-16BE; what is outside the basic plane stands as □, which this encoding cannot say. */
function hex(text: string): string {
  const plain = text.replace(/[\u{10000}-\u{10ffff}]/gu, "□").replace(/\p{C}/gu, "");
  return Array.from(plain, (character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")).join("");
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.5\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
