import { checkCitations } from "./check-citations.js";
import { checkDialog } from "./check-dialog.js";
import { checkEarlier } from "./check-earlier.js";
import { checkEvidence } from "./check-evidence.js";
import { checkMatters } from "./check-matters.js";
import { checkPapers } from "./check-papers.js";
import { checkQuiz } from "./check-quiz.js";
import { findDangers } from "./danger-match.js";
import type { Fault, Say } from "./fault.js";
import type { Answer, Library } from "./library.js";
import { OFFICES } from "./schema/region.js";

/** What no single file can see. `today` is the Beijing day citations must be in force on. */
export function checkLibrary(library: Library, today: string): Fault[] {
  const faults: Fault[] = [];
  const variants = new Map<string, string>();
  for (const answer of [...library.answers.values(), ...library.drafts.values()]) {
    const file = `knowledge/answers/${answer.topic}/${answer.id}.yaml`;
    const say = (where: string, what: string): number => faults.push({ file, where, what });
    // An answer about the past must rest on what was in force then.
    const day = answer.until !== undefined && answer.until < today ? answer.until : today;
    faults.push(...checkCitations(library, answer.citations, day).map((fault) => ({ file, ...fault })));
    checkEarlier(library, answer, say);
    checkLinks(library, answer, say);
    checkVariants(answer, variants, say);
  }
  checkOpenings(library, faults);
  checkMenus(library, faults);
  faults.push(...checkMatters(library), ...checkQuiz(library, today));
  checkDangers(library, faults);
  for (const dialog of library.dialogs.byVersion.values()) faults.push(...checkDialog(dialog));
  faults.push(...checkPapers(library, today), ...checkEvidence(library, today));
  return faults;
}

function checkLinks(library: Library, answer: Answer, say: Say): void {
  answer.followUps.forEach(({ open }, index) => {
    if (!library.answers.has(open) && !library.drafts.has(open)) say(`followUps.${index}`, `没有“${open}”这条答案`);
    if (open === answer.id) say(`followUps.${index}`, "不能指向自己");
  });
  for (const id of answer.figures ?? []) if (!library.figures.has(id)) say("figures", `没有“${id}”这个数字`);
  for (const name of placeholders(answer)) {
    const figure = name.startsWith("数字:") ? name.slice(3) : undefined;
    if (figure !== undefined && !(answer.figures ?? []).includes(figure)) say("figures", `用了{${name}}但没有列出`);
    if (figure === undefined && !(OFFICES as readonly string[]).includes(name)) say("steps", `不认识的{${name}}`);
  }
}

function placeholders(answer: Answer): string[] {
  const text = [answer, ...(answer.earlier ?? [])]
    .flatMap(({ conclusion, branches = [], steps = [], notCovered = "" }) => [
      conclusion,
      ...branches.map(({ then }) => then),
      ...steps,
      notCovered,
    ])
    .join("\n");
  return [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
}

function checkVariants(answer: Answer, seen: Map<string, string>, say: Say): void {
  answer.variants.forEach((variant, index) => {
    const bare = variant.normalize("NFKC").replace(/[\s\p{P}\p{S}]/gu, "");
    const other = seen.get(bare);
    if (other !== undefined) say(`variants.${index}`, `和“${other}”里的问法重复：${variant}`);
    seen.set(bare, answer.id);
  });
}

function checkDangers(library: Library, faults: Fault[]): void {
  for (const danger of library.dangers.values()) {
    const file = `intents/danger/${danger.id}.yaml`;
    for (const text of danger.examples)
      if (!findDangers(library.dangers, text).includes(danger)) faults.push({ file, where: "examples", what: `这句没有触发：${text}` });
    for (const text of danger.counterExamples) {
      for (const one of findDangers(library.dangers, text))
        faults.push({ file, where: "counterExamples", what: `这句误触发了“${one.title}”：${text}` });
    }
  }
}

function checkMenus(library: Library, faults: Fault[]): void {
  if (!library.menus.has("home")) faults.push({ file: "intents/menu/home.yaml", where: "", what: "没有首页菜单" });
  for (const menu of library.menus.values()) {
    for (const button of menu.buttons) {
      const lost = "answers" in button ? button.answers.filter((id) => !library.answers.has(id)) : [];
      for (const id of lost) faults.push({ file: `intents/menu/${menu.id}.yaml`, where: button.label, what: `没有“${id}”这条答案` });
    }
  }
}

function checkOpenings(library: Library, faults: Fault[]): void {
  for (const { id, opens } of library.intents.values()) {
    const file = `intents/said/${id}.yaml`;
    if ("dialog" in opens && !library.dialogs.current.has(opens.dialog))
      faults.push({ file, where: "opens", what: `没有“${opens.dialog}”这个对话` });
    if ("answer" in opens && !library.answers.has(opens.answer))
      faults.push({ file, where: "opens", what: `没有“${opens.answer}”这条答案` });
  }
}
