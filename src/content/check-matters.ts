import type { Fault } from "./fault.js";
import { findArticle, type Library } from "./library.js";

/** Matters name articles and answers that exist, each once. */
export function checkMatters(library: Library): Fault[] {
  return [...library.matters.values()].flatMap(({ id, articles, answers }) => {
    const lost = [
      ...articles.flatMap(({ law, article }) => (findArticle(library, law, article) === undefined ? [`没有《${law}》${article}`] : [])),
      ...answers.flatMap((answer) => (library.answers.has(answer) ? [] : [`没有“${answer}”这条答案`])),
      ...twice(answers),
      ...twice(articles.map(({ law, article }) => `《${law}》${article}`)),
    ];
    return lost.map((what) => ({ file: `intents/matters/${id}.yaml`, where: "", what }));
  });
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `“${name}”写了两次`);
}
