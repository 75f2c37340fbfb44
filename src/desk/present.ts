import { z } from "zod";
import { CASE_STATES, MATTER_KINDS, type About } from "../case/case.js";
import { dueBadge } from "../case/clock.js";
import type { Library } from "../content/library.js";
import type { FactName } from "../content/schema/facts.js";
import { position, type DialogState } from "../dialog/dialog.js";
import { showValue } from "../dialog/show-value.js";
import { HANDOFF_REASONS } from "../handoff/request.js";
import { sayMoney } from "../reading/say-money.js";
import type { KeptMatter } from "../store/case-store.js";
import { HIDDEN_FACTS, isConfidential, maskValue } from "./mask.js";
import { Instant } from "./text.js";

const names = <T extends Readonly<Record<string, unknown>>>(of: T) => z.enum(Object.keys(of) as [keyof T & string]);

/** A matter as one line of the queue. */
export const Row = z.object({
  reference: z.string(),
  conversationId: z.string(),
  kind: names(MATTER_KINDS),
  kindName: z.string(),
  title: z.string(),
  state: names(CASE_STATES),
  stateName: z.string(),
  risk: z.int(),
  owner: z.string().optional(),
  revision: z.int(),
  channel: z.string(),
  openedAt: Instant,
  dueAt: Instant.optional(),
  badge: z.enum(["overdue", "today", "soon", "later", "none"]),
  /** Long overdue: 主任 was told. */
  escalated: z.literal(true).optional(),
  confidential: z.boolean(),
  employer: z.string().optional(),
  amount: z.string().optional(),
  township: z.string().optional(),
  people: z.int().optional(),
  closedAt: Instant.optional(),
});

/** One answer of the form, or a hole where one is missing. */
export const SlotRow = z.object({
  step: z.string(),
  name: z.string(),
  fact: z.string().optional(),
  value: z.string().optional(),
  /** Hidden; asked for with a reason. */
  hidden: z.boolean(),
});

export function presentRow(matter: KeptMatter, { library, now }: { readonly library: Library; readonly now: number }): z.input<typeof Row> {
  const { reference, conversationId, about, state, risk, owner, revision, channel, openedAt, dueAt, closedAt, escalated } = matter;
  return {
    ...{ reference, conversationId, kind: about.kind, kindName: MATTER_KINDS[about.kind], title: titleOf(about, library) },
    ...{ state, stateName: CASE_STATES[state], risk, revision, channel, openedAt, badge: dueBadge(dueAt, now) },
    ...(owner === undefined ? {} : { owner }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(escalated === undefined ? {} : { escalated }),
    confidential: isConfidential(about),
    ...(about.kind === "case" ? glance(about) : {}),
  };
}

/** What people look for in a list. Of a 保密 case the employer is left out there: with two lines it tells who it is. */
function glance(about: Extract<About, { kind: "case" }>): Partial<z.input<typeof Row>> {
  const { employer, amount, township, people } = about.facts;
  return {
    ...(typeof employer === "string" && !isConfidential(about) ? { employer } : {}),
    ...(typeof amount === "number" ? { amount: sayMoney({ fen: amount, low: amount, high: amount }) } : {}),
    ...(typeof township === "string" ? { township } : {}),
    ...(typeof people === "number" ? { people } : {}),
  };
}

function titleOf(about: About, library: Library): string {
  switch (about.kind) {
    case "case":
    case "message":
      return dialogOf(about.dialog, library)?.title ?? "登记";
    case "handoff":
      return `转人工：${HANDOFF_REASONS[about.reason]}`;
    case "parked":
      return about.what === "turn" ? "消息没有处理成" : "回复没有送到";
  }
}

function dialogOf({ dialog, version }: DialogState, library: Library) {
  return library.dialogs.byVersion.get(`${dialog}@${version}`);
}

/** The form's answers in its own order, missing ones marked; what tells who it is, hidden. */
export function presentSlots(
  state: DialogState,
  {
    library,
    confidential,
    shown = new Set(),
  }: { readonly library: Library; readonly confidential: boolean; readonly shown?: ReadonlySet<string> },
): readonly z.input<typeof SlotRow>[] {
  const dialog = dialogOf(state, library);
  if (dialog === undefined) return state.answers.map(({ step, from }) => ({ step, name: step, value: from, hidden: false }));
  const given = new Map(state.answers.map((answer) => [answer.step, answer]));
  return position(dialog, state).path.flatMap((name): z.input<typeof SlotRow>[] => {
    const step = dialog.steps[name];
    if (step === undefined) return [];
    const answer = given.get(name);
    const row = { step: name, name: step.name, ...(step.fact === undefined ? {} : { fact: step.fact }) };
    if (answer?.value == null) return [{ ...row, hidden: false, ...(answer === undefined ? {} : { value: showValue(step.slot, answer) }) }];
    const value = showValue(step.slot, answer);
    const hidden = isHidden(step.fact) && !shown.has(name);
    return [{ ...row, hidden, value: hidden && step.fact !== undefined ? maskValue(step.fact, value, confidential) : value }];
  });
}

function isHidden(fact: FactName | undefined): boolean {
  return fact !== undefined && HIDDEN_FACTS.has(fact);
}
