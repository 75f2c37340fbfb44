import { findArticleOn, officialWords, type Answer, type Library } from "../content/library.js";

/** The article behind a statement, as its sheet shows it. */
export interface Source {
  readonly law: string;
  readonly title: string;
  readonly short: string;
  readonly article: string;
  readonly gist: string;
  /** Its official words, where the county has brought them in. */
  readonly text?: string;
  readonly level: string;
  readonly version: string;
  readonly from: string;
  readonly until?: string;
  readonly url: string;
}

/** The cited articles; undefined when one of them was not in force on that day, for then the answer is not to be given. */
export function resolveSources(
  library: Library,
  citations: readonly Pick<Answer["citations"][number], "law" | "article">[],
  day: string,
): readonly Source[] | undefined {
  const sources: Source[] = [];
  for (const { law, article } of citations) {
    const statute = library.statutes.get(law);
    const found = findArticleOn(library, { law, article }, day);
    if (statute === undefined || found === undefined) return undefined;
    const { title, short, level, source } = statute;
    const version = found.version ?? statute.version;
    const text = officialWords(library, found, day);
    const words = text === undefined ? {} : { text };
    sources.push({ ...words, law, title, short, article, gist: found.gist, level, version, url: source.url, ...found.inForce });
  }
  return sources;
}

/** 《劳动合同法》第四十六条、第四十七条；《劳动法》第五十条 */
export function citationLine(sources: readonly Source[]): string {
  const byLaw = new Map<string, string[]>();
  for (const { short, article } of sources) byLaw.set(short, [...(byLaw.get(short) ?? []), article]);
  return [...byLaw].map(([short, articles]) => `《${short}》${articles.join("、")}`).join("；");
}
