import type { Library } from "../content/library.js";
import { beginsOn } from "../statute/begins-on.js";
import { bare, changedArticles } from "../statute/changed-articles.js";
import { core, knownLaw } from "../statute/known-law.js";
import type { Draft, Split } from "../statute/official-text.js";
import type { Change, KeptText } from "./official-folder.js";

export interface ReadFile {
  readonly path: string;
  readonly splits: readonly Split[];
}

/** One text about to be kept, and what that means. */
export interface Planned {
  readonly path: string;
  readonly text: KeptText;
  readonly standing: "new" | "new version" | "same" | "corrected" | "no gists";
  /** The articles whose cards must be looked at again. */
  readonly changed: readonly string[];
}

export interface Plan {
  readonly planned: readonly Planned[];
  /** `path` and, where there is one, the line. */
  readonly faults: readonly { readonly path: string; readonly line: number; readonly what: string }[];
}

interface Ground {
  readonly library: Library;
  readonly kept: readonly KeptText[];
  /** What the editor says the first day is; for one text alone. */
  readonly from?: string;
}

/** What bringing in these files would do. With any fault nothing is to be kept. */
export function planImport(files: readonly ReadFile[], ground: Ground): Plan {
  const planned: Planned[] = [];
  const faults: Plan["faults"][number][] = [];
  const single = files.flatMap(({ splits }) => splits).length === 1;
  for (const { path, splits } of files)
    for (const split of splits) {
      if (split.kind === "refused") faults.push(...split.faults.map((fault) => ({ path, ...fault })));
      else {
        const text = settle(split.draft, ground, single);
        if (text === undefined)
          faults.push({ path, line: 0, what: `《${split.draft.title}》没有写明这一版从哪天起施行，请单独导入并加 --from 日期` });
        else planned.push({ path, text, ...standing(text, ground) });
      }
    }
  for (const [index, { path, text }] of planned.entries())
    if (planned.slice(0, index).some((one) => one.text.law === text.law && one.text.from === text.from))
      faults.push({ path, line: 0, what: `《${text.title}》的这一版在另一个文件里也有` });
  return { planned, faults };
}

function settle(draft: Draft, { library, from }: Ground, single: boolean): KeptText | undefined {
  const known = knownLaw(library.statutes, draft.title);
  const begins = (single ? from : undefined) ?? beginsOn(draft, known);
  const law = known?.id ?? core(draft.title);
  if (begins === undefined || law === "") return undefined;
  const articles = draft.articles.map((one) => ({ ...one }));
  return { law, title: draft.title, version: draft.version, from: begins, articles };
}

function standing(text: KeptText, { library, kept }: Ground): Pick<Planned, "standing" | "changed"> {
  const known = library.statutes.get(text.law);
  const versions = kept.filter(({ law }) => law === text.law).sort((a, b) => (a.from < b.from ? 1 : -1));
  const same = versions.find(({ from }) => from === text.from);
  if (same !== undefined) {
    const changed = changedArticles(same, text);
    return { standing: changed.length === 0 ? "same" : "corrected", changed };
  }
  if (known === undefined) return { standing: "no gists", changed: [] };
  // What is older than what the gists were written from changes nothing for today's cards.
  if (text.from <= known.inForce.from) return { standing: "new", changed: [] };
  const before = versions.find(({ from }) => from < text.from);
  if (before !== undefined && before.from >= known.inForce.from) return { standing: "new version", changed: changedArticles(before, text) };
  return { standing: "new version", changed: [...known.articles.keys()] };
}

/** The changes to be noted, each once. */
export function changesOf(planned: readonly Planned[], on: string): readonly Change[] {
  return planned.flatMap(({ text, changed }) => changed.map((article) => ({ law: text.law, article, from: text.from, on })));
}

/** Quotes on cards that are not, word for word, in the official article brought in. */
export function falseQuotes(library: Library): readonly { readonly card: string; readonly law: string; readonly article: string }[] {
  return [...library.answers.values(), ...library.drafts.values()].flatMap(({ id, citations }) =>
    citations.flatMap(({ law, article, quote }) => {
      const versions = library.official?.words.get(`${law} ${article}`);
      if (quote === undefined || versions === undefined) return [];
      return versions.some(({ text }) => bare(text).includes(bare(quote))) ? [] : [{ card: id, law, article }];
    }),
  );
}
