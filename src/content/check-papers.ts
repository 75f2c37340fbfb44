import { checkCitations } from "./check-citations.js";
import type { Fault } from "./fault.js";
import type { Library, Paper } from "./library.js";
import { FACTS } from "./schema/facts.js";
import { OFFICES } from "./schema/region.js";

const KNOWN: ReadonlySet<string> = new Set([...FACTS, ...OFFICES]);

/** Every {name} of a paper can be filled, every step it asks for is one of its dialogs, and its law is in force. */
export function checkPapers(library: Library, today: string): Fault[] {
  return [...library.papers.values()].flatMap((paper) => {
    const file = `knowledge/templates/${paper.id}.yaml`;
    const faults: Fault[] = checkCitations(library, paper.citations, today).map((fault) => ({ file, ...fault }));
    for (const text of textsOf(paper))
      for (const [, name = ""] of text.matchAll(/\{([^}]*)\}/g)) {
        const what = faultOf(library, paper, name);
        if (what !== undefined) faults.push({ file, where: "", what });
      }
    for (const id of paper.dialogs)
      if (!library.dialogs.current.has(id)) faults.push({ file, where: "dialogs", what: `没有“${id}”这个对话` });
    return faults;
  });
}

function faultOf(library: Library, { dialogs }: Paper, name: string): string | undefined {
  if (KNOWN.has(name) || /^空:./.test(name)) return undefined;
  if (!name.startsWith("步:")) return `不认识的{${name}}`;
  const known = dialogs.some((id) => library.dialogs.current.get(id)?.steps[name.slice(2)] !== undefined);
  return known ? undefined : `没有哪个对话有“${name.slice(2)}”这一步`;
}

/** Every text in which a name may stand. */
function textsOf({ blocks, attach, mind }: Paper): readonly string[] {
  const inBlocks = blocks.flatMap((block) => {
    if ("text" in block) return [block.text];
    if ("fields" in block) return block.fields.map(({ text }) => text);
    return "numbered" in block ? block.numbered.map(({ text }) => text) : [];
  });
  return [...inBlocks, ...attach.map(({ text }) => text), ...mind.map(({ text }) => text)];
}
