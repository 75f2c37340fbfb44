import type { Fault } from "./fault.js";
import { findArticle, findArticleOn, type Library } from "./library.js";
import type { CitationFile } from "./schema/answer.js";
import type { z } from "zod";

/** What is wrong with citations on that day: each names an article in force, of a text that may be cited, that decides. */
export function checkCitations(
  library: Library,
  citations: readonly z.infer<typeof CitationFile>[],
  day: string,
): readonly Omit<Fault, "file">[] {
  return citations.flatMap(({ law, article }, index) => {
    const what = faultOf(library, { law, article }, day);
    return what === undefined ? [] : [{ where: `citations.${index}`, what }];
  });
}

function faultOf(library: Library, { law, article }: { readonly law: string; readonly article: string }, day: string): string | undefined {
  const statute = library.statutes.get(law);
  const found = findArticle(library, law, article);
  if (statute === undefined) return `没有《${law}》这部法`;
  if (!statute.citable) return `《${law}》还没有核实，不能引用`;
  if (found === undefined) return `《${law}》没有${article}`;
  if (findArticleOn(library, { law, article }, day) === undefined) return `《${law}》${article}在 ${day} 不是现行规定`;
  if (found.decidedBy !== undefined) return `《${law}》${article}已由${found.decidedBy}决定，请引用后者`;
  return undefined;
}
