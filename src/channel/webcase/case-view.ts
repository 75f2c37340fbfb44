import { adviseEvidence, STRENGTH_WORDS, type EvidenceAdvice } from "../../case/evidence.js";
import { actsFor } from "../../case/act.js";
import { beijingTime } from "../../case/beijing-time.js";
import type { Facts } from "../../case/case.js";
import type { CaseAct } from "../../case/life.js";
import { papersFor } from "../../case/paper.js";
import { summaryOf, type SummaryLine } from "../../case/summary.js";
import { ACT_WORDS, STATE_WORDS } from "../../case/words.js";
import { beijingDay } from "../../clock.js";
import type { Dialog, Library, Region } from "../../content/library.js";
import type { DialogState } from "../../dialog/dialog.js";
import type { KeptMatter, WholeMatter } from "../../store/case-store.js";

/** All a complainant sees of her case. Made of what is listed here and of nothing else of the matter. */
export interface CaseView {
  readonly reference: string;
  readonly title: string;
  readonly filedAt: string;
  readonly unit: string;
  readonly hotline: string;
  readonly status: string;
  /** The day by which the next step is promised; missing where nobody has confirmed the limits. */
  readonly promisedOn?: string;
  readonly summary: readonly SummaryLine[];
  readonly sha256: string;
  readonly history: readonly { readonly at: string; readonly what: string }[];
  readonly messages: readonly { readonly at: string; readonly from: "complainant" | "staff"; readonly text: string }[];
  readonly files: readonly {
    readonly file: string;
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly at: string;
  }[];
  /** Papers to take along, filled from what was said. */
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  /** Others are in the same matter: a list of them may be handed in. */
  readonly group: boolean;
  /** What proves it, what is missing and what to do today; where that has been written down for such a complaint. */
  readonly evidence?: EvidenceView;
  /** What may be done now. */
  readonly acts: readonly CaseAct[];
}

export interface EvidenceView extends Pick<EvidenceAdvice, "verdict" | "toGet" | "today"> {
  readonly inHand: readonly { readonly item: string; readonly proves: string; readonly strength: string }[];
  readonly employer: readonly { readonly item: string; readonly proves: string; readonly basis: string }[];
}

export interface ViewContext {
  readonly library: Library;
  readonly region: Region;
}

export function viewCase({ matter, events, messages, files }: WholeMatter, context: ViewContext): CaseView {
  const { region } = context;
  return {
    reference: matter.reference,
    title: titleOf(matter, context),
    filedAt: beijingTime(matter.openedAt),
    unit: region.union,
    hotline: region.hotline,
    status: STATE_WORDS[matter.state],
    ...promised(matter, region),
    summary: summaryLines(matter, context),
    sha256: matter.summarySha256 ?? "",
    history: events.flatMap(({ at, kind }) => {
      const what = ACT_WORDS.get(kind);
      return what === undefined ? [] : [{ at: beijingTime(at), what }];
    }),
    messages: messages.map(({ at, from, text }) => ({ at: beijingTime(at), from, text })),
    files: files.map(({ file, name, bytes, sha256, at }) => ({ file, name, bytes, sha256, at: beijingTime(at) })),
    ...aids(matter, context),
    acts: actsFor(matter, { actor: "complainant" }),
  };
}

/** What helps with a complaint, by its dialog. */
function aids(matter: KeptMatter, context: ViewContext): Pick<CaseView, "papers" | "evidence" | "group"> {
  const held = dialogHeld(matter, context);
  if (held === undefined) return { papers: [], group: false };
  const { dialog, facts } = held;
  const rules = context.library.evidence.get(dialog.id);
  return {
    papers: papersFor(context.library.papers, dialog.id).map(({ id, button }) => ({ id, name: button })),
    group: typeof facts.people === "number" && facts.people > 1,
    ...(rules === undefined ? {} : { evidence: evidenceView(adviseEvidence(rules, facts), context) }),
  };
}

function evidenceView({ inHand, employer, ...advice }: EvidenceAdvice, { library }: ViewContext): EvidenceView {
  const short = (law: string): string => library.statutes.get(law)?.short ?? law;
  return {
    ...advice,
    inHand: inHand.map(({ strength, ...one }) => ({ ...one, strength: STRENGTH_WORDS[strength] })),
    employer: employer.map(({ basis, ...one }) => ({
      ...one,
      basis: basis.map(({ law, article }) => `《${short(law)}》${article}`).join("、"),
    })),
  };
}

export function summaryLines(matter: KeptMatter, context: ViewContext): readonly SummaryLine[] {
  const held = dialogHeld(matter, context);
  return held === undefined ? [] : summaryOf(held.dialog, held.state);
}

export function titleOf(matter: KeptMatter, context: ViewContext): string {
  return dialogHeld(matter, context)?.dialog.title ?? "登记";
}

/** Only what the region has confirmed is told as a promise; the desk has its clocks all the same. */
export function promised({ dueAt }: Pick<KeptMatter, "dueAt">, { clocks }: Region): { readonly promisedOn?: string } {
  return dueAt === undefined || clocks === undefined || clocks.verify ? {} : { promisedOn: beijingDay(dueAt) };
}

/** What was asked and answered, in the version it was begun with. */
export function dialogHeld(
  { about }: KeptMatter,
  { library }: ViewContext,
): { readonly dialog: Dialog; readonly state: DialogState; readonly facts: Facts } | undefined {
  if (!("dialog" in about)) return undefined;
  const { dialog: state } = about;
  const { byVersion, current } = library.dialogs;
  const dialog = byVersion.get(`${state.dialog}@${state.version}`) ?? current.get(state.dialog);
  return dialog && { dialog, state, facts: about.kind === "case" ? about.facts : {} };
}
