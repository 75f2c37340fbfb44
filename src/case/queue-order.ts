import { ENDED, type Facts, type Matter, type Risk } from "./case.js";
import { DUE_SOON_MS } from "./clock.js";

/** The desk's lists. 全部 is everything open; what has ended is in a list of its own, newest first. */
export const TABS = { waiting: "待接", mine: "我的", due: "快超时", referred: "转办中", all: "全部", ended: "已办结" } as const;
export type Tab = keyof typeof TABS;

export interface Viewer {
  readonly staffId: string;
  readonly now: number;
}

export function inTab(matter: Matter, tab: Tab, { staffId, now }: Viewer): boolean {
  const open = !ENDED.has(matter.state);
  switch (tab) {
    case "waiting":
      return matter.state === "waiting";
    case "mine":
      return open && matter.owner === staffId;
    case "due":
      return open && matter.dueAt !== undefined && matter.dueAt <= now + DUE_SOON_MS;
    case "referred":
      return matter.state === "referred";
    case "all":
      return open;
    case "ended":
      return !open;
  }
}

/** Risk, then what is due first, then what is older. 快超时 looks at the time first, 已办结 at the end. */
export function compareIn(tab: Tab, a: Matter, b: Matter): number {
  const due = (a.dueAt ?? Infinity) === (b.dueAt ?? Infinity) ? 0 : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity);
  if (tab === "ended") return (b.closedAt ?? 0) - (a.closedAt ?? 0);
  if (tab === "due") return due || b.risk - a.risk || a.openedAt - b.openedAt;
  return b.risk - a.risk || due || a.openedAt - b.openedAt;
}

const MANY_PEOPLE = 10;

/** How soon somebody should look, from what was said alone. A wrong high costs a look; a wrong low costs more. */
export function riskOf(facts: Facts, urgent: boolean): Risk {
  if (urgent || facts.danger === true) return 3;
  if (typeof facts.people === "number" && facts.people >= MANY_PEOPLE) return 2;
  return facts.injury === true ? 1 : 0;
}
