import { actsFor } from "../../case/act.js";
import { beijingTime } from "../../case/beijing-time.js";
import type { CaseAct } from "../../case/life.js";
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
  /** What may be done now. */
  readonly acts: readonly CaseAct[];
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
    acts: actsFor(matter, { actor: "complainant" }),
  };
}

export function summaryLines(matter: KeptMatter, context: ViewContext): readonly SummaryLine[] {
  const state = stateOf(matter);
  const dialog = state && dialogOf(state, context);
  return state === undefined || dialog === undefined ? [] : summaryOf(dialog, state);
}

export function titleOf(matter: KeptMatter, context: ViewContext): string {
  const state = stateOf(matter);
  return (state && dialogOf(state, context)?.title) ?? "登记";
}

/** Only what the region has confirmed is told as a promise; the desk has its clocks all the same. */
export function promised({ dueAt }: Pick<KeptMatter, "dueAt">, { clocks }: Region): { readonly promisedOn?: string } {
  return dueAt === undefined || clocks === undefined || clocks.verify ? {} : { promisedOn: beijingDay(dueAt) };
}

function stateOf({ about }: KeptMatter): DialogState | undefined {
  return "dialog" in about ? about.dialog : undefined;
}

/** The version it was begun with. */
function dialogOf(state: DialogState, { library }: ViewContext): Dialog | undefined {
  const { byVersion, current } = library.dialogs;
  return byVersion.get(`${state.dialog}@${state.version}`) ?? current.get(state.dialog);
}
