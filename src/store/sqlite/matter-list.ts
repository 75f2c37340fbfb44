import { DUE_SOON_MS } from "../../case/clock.js";
import type { Tab } from "../../case/queue-order.js";
import type { CaseStore, ListRequest, MatterPage } from "../case-store.js";
import { matterOf, NO_DUE, type MatterRow } from "./matter-rows.js";
import type { Matters } from "./matters.js";

type Place = Readonly<Record<"rank" | "dueAt" | "position" | "closedAt", number>>;

const BEFORE_ALL: Place = { rank: -1, dueAt: -1, position: -1, closedAt: NO_DUE };
const CURSOR = /^(\d{1,16})\.(\d{1,16})\.(\d{1,16})\.(\d{1,16})$/;

const LISTS = {
  waiting: "listWaiting",
  mine: "listMine",
  due: "listDue",
  referred: "listReferred",
  all: "listAll",
  ended: "listEnded",
} as const satisfies Readonly<Record<Tab, keyof Matters["run"]>>;

const COUNTS = {
  waiting: "countWaiting",
  mine: "countMine",
  due: "countDue",
  referred: "countReferred",
  all: "countAll",
  ended: "countEnded",
} as const satisfies Readonly<Record<Tab, keyof Matters["run"]>>;

/** A page begins where the one before ended, whatever has come or gone meanwhile. */
export function listMatters({ run }: Matters, { tab, staffId, now, limit, cursor }: ListRequest): MatterPage {
  const place = cursor === undefined ? BEFORE_ALL : readCursor(cursor);
  const rows = run[LISTS[tab]].all({ ...place, staffId, dueBy: now + DUE_SOON_MS, limit: limit + 1 }) as MatterRow[];
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { matters: shown.map(matterOf), ...(last === undefined ? {} : { next: writeCursor(last) }) };
}

export function countMatters({ run }: Matters, { staffId, now, most }: Parameters<CaseStore["countMatters"]>[0]): Record<Tab, number> {
  const count = (tab: Tab): number => (run[COUNTS[tab]].get({ staffId, dueBy: now + DUE_SOON_MS, most }) as { count: number }).count;
  return {
    ...{ waiting: count("waiting"), mine: count("mine"), due: count("due") },
    ...{ referred: count("referred"), all: count("all"), ended: count("ended") },
  };
}

function writeCursor({ rank, dueAt, position, closedAt }: MatterRow): string {
  return [rank, dueAt, position, closedAt ?? 0].join(".");
}

/** A cursor that is none of ours begins at the beginning. */
function readCursor(cursor: string): Place {
  const [, rank, dueAt, position, closedAt] = CURSOR.exec(cursor) ?? [];
  if (closedAt === undefined) return BEFORE_ALL;
  return { rank: Number(rank), dueAt: Number(dueAt), position: Number(position), closedAt: Number(closedAt) };
}
