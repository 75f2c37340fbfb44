import { element } from "./element.js";
import type { Line, Source } from "./line.js";
import { sourceRow } from "./sources.js";

const SPEAKERS: Readonly<Record<Line["by"], string>> = { worker: "您", bot: "助手", staff: "工作人员" };
/** The line of an answer that names its articles; shown as buttons instead. */
const BASIS = /^依据：/;

/** One line of the conversation. What people and the bot say stays text. */
export function bubble(line: Line, open: (source: Source) => void): HTMLElement {
  const speaker = element("span", line.by === "staff" ? "speaker" : "unseen", `${SPEAKERS[line.by]}：`);
  if (line.by === "worker") return element("div", "line own", speaker, ...ownWords(line.text, line.files));
  const words = line.sources.length === 0 ? [withCasePage(line.text)] : wordsWithBasis(line, open);
  return element("div", `line ${line.by}`, speaker, ...words);
}

export function ownWords(text: string, files: readonly string[]): HTMLElement[] {
  const names = files.map((name) => element("p", "file", name));
  return text === "" && names.length > 0 ? names : [paragraph(text), ...names];
}

function wordsWithBasis({ text, sources }: Line, open: (source: Source) => void): HTMLElement[] {
  const lines = text.split("\n");
  const place = lines.findIndex((one) => BASIS.test(one));
  const row = sourceRow(sources, open);
  if (place < 0) return [paragraph(text), row];
  const [before, after] = [lines.slice(0, place).join("\n"), lines.slice(place + 1).join("\n")];
  return [...(before === "" ? [] : [paragraph(before)]), row, ...(after === "" ? [] : [paragraph(after)])];
}

/** The one address the bot tells: of the page of a case on this very site, whatever the text makes of it. */
const CASE_PAGE = /(?:https?:\/\/[^\s/]+)?\/case(?= )/;

function withCasePage(text: string): HTMLElement {
  const found = CASE_PAGE.exec(text);
  if (found === null) return paragraph(text);
  const link = element("a", "", "查询进度");
  link.href = "/case";
  link.target = "_blank";
  return element("p", "words", text.slice(0, found.index), link, text.slice(found.index + found[0].length));
}

function paragraph(text: string): HTMLElement {
  return element("p", "words", text);
}
