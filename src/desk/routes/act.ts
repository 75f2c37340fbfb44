import { z } from "zod";
import { decideAct, type ActDetails, type MatterChange } from "../../case/act.js";
import { BODIES, CASE_STATES, DECLINE_REASONS, ENDED, OUTCOMES } from "../../case/case.js";
import { clocksOf } from "../../case/clock.js";
import { LIFE, type CaseAct } from "../../case/life.js";
import { tellChange } from "../../case/tell-change.js";
import { FETCHED_CHANNELS } from "../../channel/channel.js";
import { reply } from "../../conversation/activity.js";
import { badRequest, Refusal } from "../../http/refusal.js";
import type { KeptMatter } from "../../store/case-store.js";
import type { Voice } from "../../store/desk-store.js";
import { accessMatter, moverOf } from "../access.js";
import { nameOf } from "../name-of.js";
import { route, type StaffCall } from "../route.js";
import { Id, text } from "../text.js";

const keys = <T extends Readonly<Record<string, unknown>>>(of: T) => Object.keys(of) as [keyof T & string];

const Body = z.strictObject({
  act: z.enum(keys(LIFE), "没有这个操作。").exclude(["merge"]),
  /** The revision the page showed: an act decided on an older one is refused. */
  revision: z.int(),
  reason: text("原因", 500).optional(),
  declineReason: z.enum(keys(DECLINE_REASONS)).optional(),
  body: z.enum(keys(BODIES)).optional(),
  answer: text("答复", 1_000).optional(),
  outcome: z.enum(keys(OUTCOMES)).optional(),
  amountFen: z.int().min(0).max(100_000_000_000).optional(),
  told: text("告诉当事人的话", 1_000).optional(),
  to: Id.optional(),
  solved: z.boolean().optional(),
  satisfied: z.boolean().optional(),
});

/** How it stands after the act. */
export const ActAnswer = z.object({ revision: z.int(), state: z.enum(keys(CASE_STATES)) });
export type ActAnswer = z.output<typeof ActAnswer>;

export const actRoutes = [
  route("POST /matters/:reference/act", {
    title: "接手、放回、转交、转办、办结……生命周期里的一步；当事人同时得到通知",
    may: "matter.act",
    body: Body,
    answer: ActAnswer,
    async handle(call) {
      const { act, revision, ...given } = call.body;
      const details = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ActDetails;
      return actOn(call, await accessMatter(call), { act, revision, details });
    },
  }),
];

export interface Wanted {
  readonly act: CaseAct;
  /** The revision the page showed. */
  readonly revision: number;
  readonly details: ActDetails;
  /** Who speaks afterwards, where the act alone does not say. */
  readonly voice?: Voice["kind"];
}

/** One step of a matter's life, decided and done in one conditional write. Throws a Refusal when it may not be. */
export async function actOn(call: StaffCall, matter: KeptMatter, { act, revision, details, voice }: Wanted): Promise<ActAnswer> {
  const { desk, actor, audited } = call;
  if (matter.revision !== revision) throw await lost(call, matter);
  await requireColleague(call, details.to);
  const day = { now: desk.clock(), calendar: desk.stage.calendar, ...clocksOf(desk.stage.region) };
  const decided = decideAct(matter, act, { mover: moverOf(actor), details }, day);
  if (decided.kind === "refused") throw new Refusal(409, "refused", decided.why);
  const { change } = decided;
  const { reference } = matter;
  const link = details.into === undefined ? [] : [{ reference, other: details.into, staffId: actor.staffId, at: change.at }];
  const acted = await audited(reference, { act }).actOnMatter(
    change,
    { ...(await voiceOf(call, matter, change)), ...(voice && { kind: voice }) },
    ...link,
  );
  if (acted.kind === "gone") throw new Refusal(404, "not-found", "没有这个编号的事项。");
  if (acted.kind === "lost") throw await lost(call, acted);
  desk.delivery.said(acted.entries);
  desk.changed();
  return { revision: acted.revision, state: change.state };
}

/** Who was first is told, so that two people do not do the same. */
async function lost({ desk, actor }: StaffCall, { owner, state }: Pick<KeptMatter, "owner" | "state">): Promise<Refusal> {
  const name = owner === undefined ? undefined : owner === actor.staffId ? "您自己" : await nameOf(desk, owner);
  const now = name === undefined ? `现在是“${CASE_STATES[state]}”` : `现在由${name}负责`;
  return new Refusal(409, "lost", `别人先了一步，这件事${now}。`);
}

async function requireColleague({ desk }: StaffCall, staffId: string | undefined): Promise<void> {
  if (staffId === undefined) return;
  const found = (await desk.store.staffList()).find(({ id }) => id === staffId);
  const works = found?.roles.some((role) => role === "receptionist" || role === "handler" || role === "director");
  if (found?.active !== true || works !== true) throw badRequest("没有这位同事，或者不能办理。");
}

/** 放回, every end and every beginning anew give the conversation back; taking it makes the bot silent. */
const VOICES: Readonly<Partial<Record<CaseAct, Voice["kind"]>>> = {
  claim: "take",
  transfer: "hand",
  release: "free",
  reopen: "free",
};

async function voiceOf({ desk, actor }: StaffCall, matter: KeptMatter, change: MatterChange): Promise<Voice> {
  const { conversationId, channel } = matter;
  const { act, state, details, at } = change;
  const kind = ENDED.has(state) ? "free" : (VOICES[act] ?? "stay");
  const to = details.to === undefined ? undefined : { staffId: details.to, name: await nameOf(desk, details.to) };
  const { text: words, letter } = tellChange(change, { by: actor.name, ...(to === undefined ? {} : { to: to.name }) });
  return {
    ...{ conversationId, kind, at, by: { staffId: actor.staffId, name: actor.name }, send: !FETCHED_CHANNELS.has(channel) },
    ...(to === undefined ? {} : { to }),
    ...(matter.owner === undefined ? {} : { held: matter.owner }),
    say: { id: desk.ids.next(), reply: reply(words) },
    ...(letter === undefined ? {} : { letter }),
  };
}
