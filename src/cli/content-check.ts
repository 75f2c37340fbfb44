import { checkLibrary } from "../content/check.js";
import { printFault } from "../content/fault.js";
import type { Library } from "../content/library.js";
import { readLibrary } from "../content/load.js";

function countQuestions({ quiz }: Library): number {
  return [...quiz.values()].reduce((sum, { questions }) => sum + questions.length, 0);
}

/** `hotline content check`: prints every fault; true when there is none. */
export function contentCheck(root: string, today: string): { ok: boolean; text: string } {
  const { library, faults } = readLibrary(root);
  const all = [...faults, ...checkLibrary(library, today)];
  const counts = `${library.statutes.size} 部法规 ${[...library.statutes.values()].reduce((sum, one) => sum + one.articles.size, 0)} 条，${library.answers.size} 条答案，${library.dialogs.current.size} 个对话，${library.intents.size} 个意图，${countQuestions(library)} 道普法题`;
  const drafts = [...library.drafts.keys()];
  const waiting = drafts.length === 0 ? "" : `\n另有 ${drafts.length} 条草稿等第二人核对，核对前不会拿来答：${drafts.join("、")}`;
  if (all.length === 0) return { ok: true, text: `内容没有问题：${counts}${waiting}` };
  return { ok: false, text: [...all.map(printFault), `共 ${all.length} 处（${counts}）`].join("\n") };
}
