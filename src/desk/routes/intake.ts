import { z } from "zod";
import { clocksOf, dueAt } from "../../case/clock.js";
import { beijingDay } from "../../clock.js";
import { sumsOf } from "../../conversation/work-out.js";
import { consentOf, stepOf } from "../../dialog/dialog.js";
import { factsOf } from "../../dialog/fill.js";
import { slotChoices } from "../../dialog/show-value.js";
import type { Setting } from "../../dialog/setting.js";
import { badRequest, Refusal } from "../../http/refusal.js";
import type { Desk } from "../desk.js";
import { walkIntake } from "../intake.js";
import { presentRow, presentSlots, Row, SlotRow } from "../present.js";
import { route } from "../route.js";

const Typed = z.array(z.strictObject({ step: z.string().max(60), text: z.string().max(2_000) })).max(60);
const Form = z.strictObject({ dialog: z.string().max(60), answers: Typed });
/** What the form wants next. `consent`: yes or no before a sensitive item. */
const Question = z.object({
  step: z.string(),
  at: z.enum(["step", "consent"]),
  name: z.string(),
  ask: z.string(),
  why: z.string(),
  optional: z.boolean(),
  slot: z.string(),
  choices: z.array(z.string()),
});
const Stand = z.object({
  slots: z.array(SlotRow),
  next: Question.optional(),
  problem: z.object({ step: z.string(), message: z.string() }).optional(),
});
const Numbers = z.object({ reference: z.string(), receipt: z.string() });

export const intakeRoutes = [
  route("GET /intake/dialogs", {
    title: "可以登记的表",
    may: "matter.intake",
    answer: z.object({ dialogs: z.array(z.object({ id: z.string(), title: z.string() })) }),
    handle: ({ desk }) => Promise.resolve({ dialogs: casesOf(desk).map(({ id, title }) => ({ id, title })) }),
  }),

  route("POST /intake/form", {
    title: "电话、来访登记：已填的怎么读、下一项问什么；什么都不保存",
    may: "matter.intake",
    body: Form,
    answer: Stand,
    handle({ desk, body }) {
      const dialog = formOf(desk, body.dialog);
      const { state, position, problem } = walkIntake(dialog, body.answers, settingOf(desk));
      const all = new Set(state.answers.map(({ step }) => step));
      const slots = [...presentSlots(state, { library: desk.stage.library, confidential: false, shown: all })];
      const rest = problem === undefined ? {} : { problem };
      if (position.at === "review") return Promise.resolve({ slots, ...rest });
      const { name, ask, why, optional, slot, consent = ask } = stepOf(dialog, position.step);
      const isConsent = position.at === "consent";
      const question = {
        ...{
          step: isConsent ? consentOf(position.step) : position.step,
          at: isConsent ? ("consent" as const) : ("step" as const),
          name,
          why,
          optional,
        },
        ...{ ask: isConsent ? consent : ask, slot: slot.type, choices: isConsent ? ["是", "否"] : [...slotChoices(slot)] },
      };
      return Promise.resolve({ slots, next: question, ...rest });
    },
  }),

  route("POST /intake/numbers", {
    title: "取这次登记的编号和查询码；ticket 交表时带上，重复交也只登记一次",
    may: "matter.intake",
    answer: Numbers.extend({ ticket: z.string() }),
    handle({ desk, actor }) {
      const numbers = { reference: desk.ids.reference(), receipt: desk.ids.receipt() };
      return Promise.resolve({ ...numbers, ticket: desk.seal.close(Buffer.from(JSON.stringify(numbers)), `intake ${actor.staffId}`) });
    },
  }),

  route("POST /intake/file", {
    title: "登记成一件",
    may: "matter.intake",
    body: Form.extend({ ticket: z.string().max(500), urgent: z.boolean().default(false) }),
    answer: Numbers.extend({ matter: Row }),
    async handle({ desk, actor, body, audited }) {
      const dialog = formOf(desk, body.dialog);
      const { state, position, problem } = walkIntake(dialog, body.answers, settingOf(desk));
      if (position.at !== "review") throw badRequest(problem?.message ?? `还差“${stepOf(dialog, position.step).name}”没有填。`);
      const { reference, receipt } = openTicket(desk, actor.staffId, body.ticket);
      const { calendar, region, library } = desk.stage;
      const at = desk.clock();
      const { clocks } = clocksOf(region);
      const due = clocks === undefined ? undefined : dueAt(at, clocks.take, { calendar, pauses: [] });
      const calculations = sumsOf({ library, region, now: at }, { dialog, state });
      const told = { dialog: state, facts: factsOf(dialog, state), calculations };
      const filing = { kind: "file-case", reference, receipt, ...told, urgent: body.urgent } as const;
      const place = { conversationId: `phone-${reference}`, channel: "phone" } as const;
      const matter = await audited(reference).fileCase({ filing, ...place, at, ...(due === undefined ? {} : { dueAt: due }) });
      desk.changed();
      return { reference, receipt, matter: presentRow(matter, { library, now: at }) };
    },
  }),

  route("POST /intake/similar", {
    title: "同一个人或同一家单位登记过的，边填边看",
    may: "matter.intake",
    body: z.strictObject({ words: z.string().max(60) }),
    answer: z.object({ matters: z.array(Row) }),
    async handle({ desk, body, audited }) {
      if ([...body.words.trim()].length < 2) return { matters: [] };
      const { matters } = await audited("").searchMatters({ words: body.words, before: Number.MAX_SAFE_INTEGER, limit: 10 });
      return { matters: matters.map((matter) => presentRow(matter, { library: desk.stage.library, now: desk.clock() })) };
    },
  }),
];

function casesOf({ stage }: Desk) {
  return [...stage.library.dialogs.current.values()].filter(({ outcome }) => outcome === "case");
}

function formOf(desk: Desk, id: string) {
  const dialog = casesOf(desk).find((one) => one.id === id);
  if (dialog === undefined) throw badRequest("没有这张表。");
  return dialog;
}

function settingOf({ stage, clock }: Desk): Setting {
  const { townships, townshipsAlso } = stage.region;
  const places = townships.map((name) => ({ name, also: [name.replace(/[镇乡]$/u, ""), ...(townshipsAlso?.[name] ?? [])] }));
  return { today: beijingDay(clock()), places };
}

/** Sealed for the person who asked for it: nobody chooses a secret code of their own. */
function openTicket({ seal }: Desk, staffId: string, ticket: string): z.output<typeof Numbers> {
  try {
    return Numbers.parse(JSON.parse(seal.open(ticket, `intake ${staffId}`).toString()));
  } catch {
    throw new Refusal(409, "ticket", "这张表的编号不对，请重新打开登记页。");
  }
}
