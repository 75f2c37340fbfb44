import type Database from "better-sqlite3";
import type { AnswerReport, Board, DeskStore, Draft, Duty, ReplyTemplate } from "../desk-store.js";
import { DESK_SQL } from "./desk-sql.js";
import { matterOf, type MatterRow } from "./matter-rows.js";
import type { Matters } from "./matters.js";
import type { OperationsOf } from "./operations.js";
import { prepareAll } from "./prepare.js";
import { prepareVoices } from "./voice.js";

type Run = ReturnType<typeof prepareAll<keyof typeof DESK_SQL>>;

/** The desk's part. */
export function deskOperations(db: Database.Database, matters: Matters): OperationsOf<DeskStore> {
  const run = prepareAll(db, DESK_SQL);
  const link = linkerOf(run, matters);
  const linking = {
    linkMatters: link,
    linkedMatters: (reference: string) => (run.linked.all({ reference }) as MatterRow[]).map(matterOf),
  };
  return {
    ...speakingOperations(db, matters, link),
    ...linking,
    ...findingOperations(run, matters),
    ...keepingOperations(run),
    ...officeOperations(run),
  };
}

type Linker = OperationsOf<DeskStore>["linkMatters"];

function linkerOf(run: Run, matters: Matters): Linker {
  return ({ reference, other, staffId, at }) => {
    if (reference === other || [reference, other].some((one) => matters.find(one) === undefined)) return { kind: "unknown" };
    if (run.link.run({ reference, other, staffId, at }).changes === 0) return { kind: "known" };
    for (const one of [reference, other]) matters.note(one, { at, kind: "linked", mover: { actor: "handler", staffId } });
    return { kind: "linked" };
  };
}

function speakingOperations(db: Database.Database, matters: Matters, linkWith: Linker) {
  const voices = prepareVoices(db);
  const operations: Pick<OperationsOf<DeskStore>, "actOnMatter" | "sayAsStaff" | "returnToBot"> = {
    actOnMatter(change, voice, link) {
      const changed = matters.change(change);
      if (changed.kind !== "changed") return changed;
      if (link !== undefined && linkWith(link).kind === "unknown") throw new Error("no matter to link with");
      const said = voice === undefined ? undefined : voices.follow(voice);
      if (voice?.letter !== undefined && voice.say !== undefined) {
        const { letter, say, at, by } = voice;
        matters.addMessage(change.reference, { id: say.id, at, from: "staff", staffId: by.staffId, text: letter });
      }
      return { ...changed, entries: said?.kind === "said" ? said.entries : [] };
    },
    sayAsStaff(saying) {
      const said = voices.say(saying);
      const { reference, id, at, by, reply } = saying;
      if (said.kind === "said") matters.addMessage(reference, { id, at, from: "staff", staffId: by.staffId, text: reply.text });
      return said;
    },
    returnToBot: (voice) => voices.follow(voice),
  };
  return operations;
}

function findingOperations(run: Run, { search }: Matters) {
  const operations: Pick<OperationsOf<DeskStore>, "relatedMatters" | "searchMatters" | "mattersOpened" | "lastEventPosition"> = {
    relatedMatters: (reference, limit) => search.related(reference, limit),
    lastEventPosition: () => (run.lastEvent.get() as { position: number }).position,
    searchMatters: (wanted) => search.find(wanted),
    mattersOpened: (range) => (run.mattersOpened.all(range) as MatterRow[]).map((row) => ({ ...matterOf(row), position: row.position })),
  };
  return operations;
}

type Keeping =
  "tags" | "setTags" | "saveDraft" | "drafts" | "templates" | "saveTemplate" | "dropTemplate" | "reportAnswer" | "answerReports";

function keepingOperations(run: Run) {
  const operations: Pick<OperationsOf<DeskStore>, Keeping> = {
    tags: (reference) => (run.tags.all(reference) as { tag: string }[]).map(({ tag }) => tag),
    setTags(reference, tags) {
      run.dropTags.run(reference);
      for (const tag of tags) run.addTag.run({ reference, tag });
    },
    saveDraft: (draft) => void (draft.text === "" ? run.dropDraft : run.saveDraft).run(draft),
    drafts: (staffId, reference) => run.drafts.all(staffId, reference) as Draft[],
    templates: () => run.templates.all() as ReplyTemplate[],
    saveTemplate: (template) => void run.saveTemplate.run(template),
    dropTemplate: (id) => ({ kind: run.dropTemplate.run(id).changes === 1 ? "dropped" : "unknown" }),
    reportAnswer: (report) => void run.reportAnswer.run(report),
    answerReports: (limit) => run.answerReports.all(limit) as AnswerReport[],
  };
  return operations;
}

function officeOperations(run: Run) {
  const count = (statement: Database.Statement, of: number | string): number => (statement.get(of) as { count: number }).count;
  const operations: Pick<OperationsOf<DeskStore>, "duties" | "setDuty" | "botIsOn" | "setBot" | "board"> = {
    duties: () => (run.duties.all() as (Omit<Duty, "onDuty"> & { onDuty: number })[]).map((row) => ({ ...row, onDuty: row.onDuty === 1 })),
    setDuty: ({ onDuty, ...duty }) => void run.setDuty.run({ ...duty, onDuty: onDuty ? 1 : 0 }),
    botIsOn: () => (run.setting.get("bot") as { value: string } | undefined)?.value !== "off",
    setBot: (on) => void run.setSetting.run({ name: "bot", value: on ? "on" : "off" }),
    board({ now, dayStart }) {
      const oldest = (run.oldestWaiting.get() as { at: number | null }).at;
      const inHand = ["accepted", "working", "awaiting-worker", "awaiting-employer"].map((state) => count(run.countState, state));
      return {
        waiting: count(run.countState, "waiting"),
        ...(oldest === null ? {} : { oldestWaitingSince: oldest }),
        overdue: count(run.overdue, now),
        inHand: inHand.reduce((sum, one) => sum + one, 0),
        referred: count(run.countState, "referred"),
        followUp: count(run.countState, "follow-up"),
        openedToday: count(run.openedSince, dayStart),
        endedToday: count(run.endedSince, dayStart),
        byOwner: run.byOwner.all(now) as Board["byOwner"],
      };
    },
  };
  return operations;
}
