import { z } from "zod";
import { actsFor } from "../../case/act.js";
import { ACTS, LIFE, type CaseAct } from "../../case/life.js";
import { CASE_STATES } from "../../case/case.js";
import type { WholeMatter } from "../../store/case-store.js";
import { accessMatter, moverOf, noMatter } from "../access.js";
import { isConfidential, maskText } from "../mask.js";
import { reckon, Reckoned } from "../reckon.js";
import { presentRow, presentSlots, Row, SlotRow } from "../present.js";
import { route, type StaffCall } from "../route.js";
import { Instant } from "../text.js";

const Event = z.object({
  seq: z.int(),
  at: Instant,
  kind: z.string(),
  name: z.string(),
  by: z.string().optional(),
  actor: z.string(),
  from: z.string(),
  to: z.string(),
  details: z.record(z.string(), z.unknown()),
});
const Message = z.object({
  id: z.string(),
  at: Instant,
  from: z.enum(["complainant", "staff"]),
  staffId: z.string().optional(),
  text: z.string(),
});
const Note = z.object({ id: z.string(), at: Instant, staffId: z.string(), text: z.string() });
const File = z.object({
  file: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  at: Instant,
  clean: z.boolean(),
});
const Act = z.object({ act: z.enum(Object.keys(LIFE) as [CaseAct]), name: z.string(), needs: z.array(z.string()) });

/** Everything of one matter that the desk shows beside the conversation. */
export const Card = Row.extend({
  slots: z.array(SlotRow),
  events: z.array(Event),
  messages: z.array(Message),
  notes: z.array(Note),
  files: z.array(File),
  tags: z.array(z.string()),
  drafts: z.array(z.object({ kind: z.enum(["reply", "note"]), text: z.string(), at: Instant })),
  related: z.array(Row.extend({ same: z.enum(["person", "employer"]) })),
  /** What colleagues linked it with, or merged into it, or it into. */
  links: z.array(Row),
  ...Reckoned.partial().shape,
  acts: z.array(Act),
  result: z.object({ outcome: z.string(), amountFen: z.int().optional(), told: z.string().optional() }).optional(),
  /** Who speaks in the conversation now. */
  speaker: z.object({ by: z.enum(["bot", "queue", "staff"]), staffId: z.string().optional(), name: z.string().optional() }),
});

const RELATED_MAX = 20;

export const matterRoutes = [
  route("GET /matters/:reference", {
    title: "一件事的全部",
    may: "matter.see",
    answer: Card,
    async handle(call) {
      const { desk, actor, params, audited } = call;
      const reference = params["reference"] ?? "";
      const whole = await audited(reference).wholeMatter(reference);
      if (whole === undefined) throw noMatter();
      const { store } = desk;
      const [notes, tags, drafts, related, links, kept] = await Promise.all([
        store.notes(reference),
        store.tags(reference),
        store.drafts(actor.staffId, reference),
        store.relatedMatters(reference, RELATED_MAX),
        store.linkedMatters(reference),
        store.loadConversation(whole.matter.conversationId),
      ]);
      const { library } = desk.stage;
      const now = desk.clock();
      return {
        ...cardOf(call, whole),
        ...reckon(desk, whole.matter.about),
        slots: [...slotsOf(call, whole, kept?.conversation.dialog)],
        ...{ notes: [...notes], tags: [...tags], drafts: [...drafts] },
        related: related.map((one) => ({ ...presentRow(one, { library, now }), same: one.same })),
        links: links.map((one) => presentRow(one, { library, now })),
        speaker: kept?.conversation.owner ?? { by: "bot" as const },
      };
    },
  }),

  route("GET /matters/:reference/lines", {
    title: "对话的文字，从某一行之后",
    may: "matter.see",
    query: z.strictObject({ after: z.coerce.number().int().nonnegative().default(0) }),
    answer: z.object({
      lines: z.array(
        z.object({
          seq: z.int(),
          id: z.string(),
          at: Instant,
          from: z.enum(["worker", "bot", "staff"]),
          staffId: z.string().optional(),
          text: z.string(),
          attachments: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.int() })),
          sources: z.array(z.object({ law: z.string(), title: z.string(), article: z.string() })),
        }),
      ),
    }),
    async handle(call) {
      const { desk, query } = call;
      const matter = await accessMatter(call);
      const lines = await desk.store.transcript(matter.conversationId, query.after, 200);
      return {
        lines: lines.map(({ seq, id, at, from, fromId, text, attachments, reply }) => ({
          ...{ seq, id, at, from, text: maskText(text, matter.about), attachments: [...attachments] },
          ...(from === "staff" ? { staffId: fromId } : {}),
          sources: (reply?.sources ?? []).map(({ law, title, article }) => ({ law, title, article })),
        })),
      };
    },
  }),
];

function cardOf({ desk, actor }: StaffCall, { matter, events, messages, files }: WholeMatter) {
  const { result, about } = matter;
  const mover = moverOf(actor);
  return {
    ...presentRow(matter, { library: desk.stage.library, now: desk.clock() }),
    events: events.map(({ mover: { actor: by, staffId }, details, kind, from, to, ...event }) => ({
      ...{ ...event, kind, actor: by, from: CASE_STATES[from], to: CASE_STATES[to], details: { ...details } },
      name: ACTS.get(kind as CaseAct)?.label ?? OTHER_EVENTS.get(kind) ?? kind,
      ...(staffId === undefined ? {} : { by: staffId }),
    })),
    messages: messages.map((message) => ({ ...message, text: maskText(message.text, about) })),
    files: files.map(({ clean, ...file }) => ({ ...file, clean: clean !== undefined })),
    acts: actsFor(matter, mover)
      .filter((act) => act !== "merge")
      .map((act) => ({ act, name: LIFE[act].label, needs: [...LIFE[act].needs] })),
    ...(result === undefined ? {} : { result }),
  };
}

const OTHER_EVENTS: ReadonlyMap<string, string> = new Map([
  ["filed", "登记"],
  ["evidence", "补充材料"],
  ["message-in", "当事人留言"],
  ["message-out", "回复"],
  ["linked", "和另一件关联"],
  ["reminded", "催办"],
  ["escalated", "超期，请主任督办"],
]);

/** Of a handoff, what the person had answered by then in the form that was open. */
function slotsOf({ desk }: StaffCall, { matter }: WholeMatter, open: Parameters<typeof presentSlots>[0] | undefined) {
  const { about } = matter;
  const state = "dialog" in about ? about.dialog : open;
  return state === undefined ? [] : presentSlots(state, { library: desk.stage.library, confidential: isConfidential(about) });
}
