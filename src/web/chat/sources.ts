import { addressOf } from "./address.js";
import { button, element, find } from "./element.js";
import type { Source } from "./line.js";
import { openSheet } from "./sheet.js";

const BEIJING_MS = 8 * 3_600_000;

/** The articles an answer rests on, by law; each is a button that opens its sheet. */
export function sourceRow(sources: readonly Source[], open: (source: Source) => void): HTMLElement {
  const laws = [...new Set(sources.map(({ short }) => short))].map((law) => {
    const chips = sources.filter(({ short }) => short === law).map((source) => chip(source, open));
    return element("div", "basis-law", element("span", "", `《${law}》`), ...chips);
  });
  const row = element("div", "basis", "依据（点开看大意）", ...laws);
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "依据的法条");
  return row;
}

function chip(source: Source, open: (source: Source) => void): HTMLElement {
  const made = button("source", source.article, () => open(source));
  made.setAttribute("aria-label", `${source.short} ${source.article}`);
  made.setAttribute("aria-haspopup", "dialog");
  return made;
}

/** Shows the article: what it says in plain words, whether it is in force today, and where the official wording is. */
export function showSource(source: Source): void {
  const sheet = find("source", HTMLDialogElement);
  const { state, label } = standing(source, today());
  const facts = element("dl", "facts");
  addFact(facts, "状态", element("span", `standing ${state}`, label));
  addFact(facts, "施行", `${spoken(source.from)}起${source.until === undefined ? "" : `，到${spoken(source.until)}为止`}`);
  addFact(facts, "种类", source.level);
  addFact(facts, "版本", source.version.replace(/\d{4}-\d{2}-\d{2}/g, spoken));
  const heading = element("h2", "", `《${source.title}》`, element("br", ""), source.article);
  heading.id = "source-name";
  const gist = element("section", "gist", element("h3", "", "大意（不是原文）"), element("p", "words", source.gist));
  find("source-body", HTMLElement).replaceChildren(heading, gist, ...verbatim(source.text), facts, ...officialText(source.url));
  openSheet(sheet);
}

/** The law's own words, a paragraph a line. */
function verbatim(text: string | undefined): HTMLElement[] {
  if (text === undefined) return [];
  const lines = text.split("\n").map((line) => element("p", "words", line));
  return [element("section", "gist", element("h3", "", "原文"), ...lines)];
}

interface Standing {
  readonly state: "valid" | "ended" | "coming";
  readonly label: string;
}

function standing({ from, until }: Source, day: string): Standing {
  if (from > day) return { state: "coming", label: "还没有施行" };
  if (until !== undefined && until < day) return { state: "ended", label: "已经失效" };
  return { state: "valid", label: "现行有效" };
}

function officialText(url: string): HTMLElement[] {
  const address = addressOf(url);
  if (address === undefined || !/^https?:$/.test(address.protocol)) return [];
  const link = element("a", "official", "看官方原文");
  link.href = address.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return [link, element("p", "small", `会离开本页，打开 ${address.host}`)];
}

function addFact(facts: HTMLElement, name: string, value: Node | string): void {
  if (value !== "") facts.append(element("dt", "", name), element("dd", "", value));
}

/** 2008-01-01 → 2008年1月1日 */
function spoken(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

function today(): string {
  return new Date(Date.now() + BEIJING_MS).toISOString().slice(0, 10);
}
