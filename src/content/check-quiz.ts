import { findDangers } from "./danger-match.js";
import type { Fault } from "./fault.js";
import { findArticle, type Library, type QuizQuestion } from "./library.js";
import { holdsOn } from "./schema/common.js";

/** Each question rests on a card that cites its article, and the article is in force; no option says a danger word. */
export function checkQuiz(library: Library, today: string): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  const texts = new Set<string>();
  for (const { id: topic, questions } of library.quiz.values()) {
    for (const question of questions) {
      const { id, question: text } = question;
      const whats = [...checkWords(library, question), ...checkBasis(library, { ...question, topic }, today)];
      if (ids.has(id)) whats.push("编号用了两次");
      if (texts.has(text)) whats.push("题目写了两次");
      ids.add(id);
      texts.add(text);
      faults.push(...whats.map((what) => ({ file: `knowledge/quiz/${topic}.yaml`, where: id, what })));
    }
  }
  return faults;
}

function checkWords({ dangers }: Library, { question, options, right, why }: Omit<QuizQuestion, "topic">): string[] {
  const whats = options.flatMap((option) => (findDangers(dangers, option).length > 0 ? [`选项“${option}”会触发遇险提示`] : []));
  if (right > options.length) whats.push(`right 是 ${right}，可只有 ${options.length} 个选项`);
  if (new Set(options).size < options.length) whats.push("有两个选项一样");
  if ([question, why, ...options].some((text) => /[{}]/.test(text))) whats.push("题目里不能用{}，地区数字不出题");
  return whats;
}

function checkBasis(library: Library, { card: id, citation: { law, article }, topic }: QuizQuestion, today: string): string[] {
  const card = library.answers.get(id) ?? library.drafts.get(id);
  if (card === undefined) return [`没有“${id}”这条答案`];
  const whats = card.topic === topic ? [] : [`“${id}”不是这一类的答案`];
  if (!card.citations.some((one) => one.law === law && one.article === article)) whats.push(`“${id}”没有引用《${law}》${article}`);
  const found = findArticle(library, law, article);
  if (found !== undefined && !holdsOn(found.inForce, today)) whats.push(`《${law}》${article}在 ${today} 不是现行规定`);
  return whats;
}
