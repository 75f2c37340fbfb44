import type { ActDetails, MatterChange, Mover } from "../../src/case/act.js";
import { decideAct } from "../../src/case/act.js";
import type { CaseAct } from "../../src/case/life.js";
import type { Filing, KeptMatter } from "../../src/store/case-store.js";
import type { Ports } from "../../src/store/kept.js";
import { message, nextId, turnOf } from "./samples.js";

let count = 0;

/** A complaint of somebody invented. */
export function filing(change: Partial<Filing> = {}): Filing {
  count += 1;
  return {
    kind: "file-case",
    reference: `T${String(count).padStart(7, "0")}`,
    receipt: `TEST-${String(count).padStart(6, "0")}-ACDE-FGHJ-KMNP-QRTU`,
    dialog: { dialog: "unpaid-wages", version: 1, answers: [{ step: "employer", value: "某建筑公司", from: "某建筑公司" }] },
    facts: { employer: "某建筑公司", amount: 2_300_000 },
    calculations: [],
    urgent: false,
    ...change,
  };
}

/** Files it as a turn does; resolves to the case as kept. */
export async function filed(store: Ports, change: Partial<Filing> = {}, at = 2_000): Promise<KeptMatter> {
  const effect = filing(change);
  const activity = message({ conversationId: `c-${nextId()}` });
  await store.receive(activity);
  await store.commitTurn(turnOf(activity, { effects: [effect], at }));
  return found(store, effect.reference);
}

export async function found(store: Pick<Ports, "findMatter">, reference: string): Promise<KeptMatter> {
  const matter = await store.findMatter(reference);
  if (matter === undefined) throw new Error(`no matter ${reference}`);
  return matter;
}

export function staff(staffId: string): Mover {
  return { actor: "handler", staffId };
}

const CALENDAR = { isWorkday: () => true };

/** The change an act makes; throws when the act is refused. */
export function act(matter: KeptMatter, name: CaseAct, by: { mover: Mover; details?: ActDetails; now?: number }): MatterChange {
  const { mover, details = {}, now = 3_000 } = by;
  const decided = decideAct(
    matter,
    name,
    { mover, details },
    { now, calendar: CALENDAR, clocks: { take: 1, finish: 15, followUp: 5, promised: true } },
  );
  if (decided.kind === "refused") throw new Error(decided.why);
  return decided.change;
}
