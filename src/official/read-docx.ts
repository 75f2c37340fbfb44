import { strFromU8, unzipSync } from "fflate";
import type { Split } from "../statute/official-text.js";
import { splitText } from "../statute/split-text.js";
import { BadDocument, wordParagraphs } from "./word-paragraphs.js";

const BODY = "word/document.xml";
/** The longest code of law is some 2 MB of XML; more is no law. */
const BODY_BYTES_MAX = 30_000_000;

/** A .docx as the national database hands it out. The line told is the paragraph's number. Only the body is unpacked. */
export function readDocx(bytes: Uint8Array): Split {
  try {
    const paragraphs = wordParagraphs(bodyOf(bytes)).flatMap((text, index) =>
      text.split("\n").map((line) => ({ number: index + 1, text: line })),
    );
    return splitText(paragraphs);
  } catch (error) {
    const what = error instanceof BadDocument ? error.message : "打不开，不是完整的 .docx 文件";
    return { kind: "refused", faults: [{ line: 0, what }] };
  }
}

function bodyOf(bytes: Uint8Array): string {
  let tooBig = false;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name !== BODY) return false;
      tooBig ||= originalSize > BODY_BYTES_MAX;
      return !tooBig;
    },
  });
  if (tooBig) throw new BadDocument("解开后太大，不像一部法规");
  const body = files[BODY];
  if (body === undefined) throw new BadDocument("里面没有正文，不是 Word 文件");
  return strFromU8(body);
}
