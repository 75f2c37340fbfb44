import { checkCitations } from "./check-citations.js";
import type { Fault } from "./fault.js";
import type { Dialog, EvidenceRules, Library } from "./library.js";

/** Every option of a dialog's question for evidence is an item, and what the employer must bring rests on law in force. */
export function checkEvidence(library: Library, today: string): Fault[] {
  return [...library.evidence.values()].flatMap((rules) => {
    const file = `knowledge/evidence/${rules.id}.yaml`;
    const law = rules.employer.flatMap(({ id, citations }) =>
      checkCitations(library, citations, today).map(({ where, what }) => ({ file, where: `employer.${id}.${where}`, what })),
    );
    const dialog = library.dialogs.current.get(rules.id);
    if (dialog === undefined) return [...law, { file, where: "id", what: `没有“${rules.id}”这个对话` }];
    return [...law, ...faultsOf(rules, dialog).map((fault) => ({ file, ...fault }))];
  });
}

function faultsOf(rules: EvidenceRules, dialog: Dialog): readonly Omit<Fault, "file">[] {
  const ids = rules.items.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index).map((id) => ({ where: `items.${id}`, what: "编号用了两次" }));
  const unknown = optionsOf(dialog)
    .filter((value) => !ids.includes(value))
    .map((value) => ({ where: "items", what: `对话里能选“${value}”，这里没有` }));
  const lost = rules.today.flatMap(({ lacks }) =>
    lacks === undefined || ids.includes(lacks) ? [] : [{ where: "today", what: `没有“${lacks}”这一项` }],
  );
  return [...twice, ...unknown, ...lost];
}

function optionsOf({ steps }: Dialog): readonly string[] {
  return Object.values(steps).flatMap(({ fact, slot }) =>
    fact === "evidence" && slot.type === "many-choice" ? slot.options.map(({ value }) => value) : [],
  );
}
