import { strToU8, zipSync } from "fflate";

/** A .docx with these paragraphs and nothing else; `body` instead is the XML as it stands. */
export function smallDocx(paragraphs: readonly string[], body?: string): Uint8Array {
  const escaped = paragraphs.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  const xml =
    body ??
    `<?xml version="1.0"?><w:document><w:body>${escaped.map((text) => `<w:p><w:pPr/><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`;
  return zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(xml) });
}
