import type { Withholding } from "./result.js";

export type FigureId = "average-wage" | "minimum-wage" | "national-disposable-income" | "unemployment-benefit" | "maternity-days";

/** The confirmed figure that applies on that day, in the figure's own unit (yuan or days), or undefined: never the nearest one. */
export type FigureLookup = (id: FigureId, day: string) => number | undefined;

export interface Environment {
  /** Today in Beijing: nothing later has happened. */
  readonly on: string;
  readonly figures: FigureLookup;
}

/** What each figure is and who confirms it, in a worker's words. */
export const FIGURE_WORDS: Readonly<Record<FigureId, { readonly name: string; readonly whom: string }>> = {
  "average-wage": { name: "当地上年度职工月平均工资", whom: "当地人社局（电话12333）或统计局" },
  "minimum-wage": { name: "当地最低工资标准", whom: "当地人社局（电话12333）" },
  "national-disposable-income": { name: "上年度全国城镇居民人均可支配收入", whom: "人社局（电话12333）" },
  "unemployment-benefit": { name: "当地失业保险金标准", whom: "当地社保经办机构（电话12333）" },
  "maternity-days": { name: "本省产假总天数", whom: "当地卫健局（电话12345）或医保局（电话12393）" },
};

/** A figure in yuan, as fen. */
export function figureFen({ figures }: Environment, id: FigureId, day: string): number | undefined {
  const yuan = figures(id, day);
  return yuan === undefined ? undefined : Math.round(yuan * 100);
}

/** 请问……：…… */
export function askFor(id: FigureId): string {
  return `${FIGURE_WORDS[id].name}还没有核实过的数字，请问${FIGURE_WORDS[id].whom}`;
}

export function withheldFor(id: FigureId, basis: Withholding["basis"]): Withholding {
  return {
    kind: "withheld",
    reason: "no-figure",
    say: `这一笔要用${FIGURE_WORDS[id].name}来算。${askFor(id)}；问到后告诉我们，再帮您算。`,
    basis,
  };
}
