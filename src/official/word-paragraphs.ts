/** Thrown for XML that is not what Word writes; the message is for the editor. */
export class BadDocument extends Error {}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const PARAGRAPHS_MAX = 50_000;

/**
 * The paragraphs of word/document.xml. Reads tags and text alone: no document types, no entities of a document's own, so
 * that nothing in it can name a file or grow. What was struck out under tracking, and the copy kept for old readers, are left out.
 */
export function wordParagraphs(xml: string): readonly string[] {
  if (/<!DOCTYPE|<!ENTITY/iu.test(xml)) throw new BadDocument("里面有不该有的声明，不是 Word 直接存出来的文件");
  const paragraphs: string[] = [];
  let words = "";
  let inText = false;
  let skipped = 0;
  for (const [tag = ""] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (!tag.startsWith("<")) {
      if (inText && skipped === 0) words += decode(tag);
      continue;
    }
    const { name, closes, empty } = tagOf(tag);
    if (name === "mc:Fallback" || name === "w:del") skipped += empty ? 0 : closes ? -1 : 1;
    else if (name === "w:t") inText = !closes && !empty;
    else if (name === "w:tab") words += " ";
    else if (name === "w:br" && !closes) words += "\n";
    else if (name === "w:p" && (closes || empty)) {
      paragraphs.push(words);
      words = "";
      if (paragraphs.length > PARAGRAPHS_MAX) throw new BadDocument("段落太多，不像一部法规");
    }
  }
  if (words.trim() !== "" || skipped !== 0) throw new BadDocument("文件不完整，像是没有下载完");
  return paragraphs;
}

function tagOf(tag: string): { name: string; closes: boolean; empty: boolean } {
  const [, slash = "", name = ""] = /^<(\/?)([^\s/>]+)/u.exec(tag) ?? [];
  return { name, closes: slash !== "", empty: tag.endsWith("/>") };
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{1,8});/giu, (_, name: string) => {
    if (!name.startsWith("#")) return ENTITIES.get(name) ?? "";
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
