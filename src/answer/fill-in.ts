import type { Figure, Library, Region } from "../content/library.js";
import { holdsOn } from "../content/schema/common.js";

export interface Filled {
  readonly text: string;
  /** A number was wanted and there is no confirmed one. */
  readonly withheld: boolean;
  /** Whom to ask for it. */
  readonly askWhom: string;
}

interface Ground {
  readonly library: Library;
  readonly region: Region;
  readonly day: string;
}

const FIGURE = "数字:";

/** Puts the county's offices and the day's confirmed figures in place of {劳动监察} and {数字:minimum-wage}. */
export function fillIn(text: string, ground: Ground): Filled {
  let withheld = false;
  let askWhom = "";
  const filled = text.replace(/\{([^}]*)\}/g, (_, name: string) => {
    if (!name.startsWith(FIGURE)) return office(ground.region, name);
    const figure = ground.library.figures.get(name.slice(FIGURE.length));
    const said = figure === undefined ? undefined : figureOn(figure, ground.region, ground.day);
    if (said !== undefined) return said;
    withheld = true;
    askWhom = figure?.askWhom ?? "当地人社部门";
    return `（没有核实的数字，请问${askWhom}）`;
  });
  return { text: filled, withheld, askWhom };
}

/** The confirmed figure for that region and day with both named, or undefined: never the nearest one. */
export function figureOn(figure: Figure, region: Region, day: string): string | undefined {
  const row = figure.rows.find((one) => one.region === region.name && !one.verify && holdsOn(one, day));
  return row === undefined ? undefined : `${row.value}${figure.unit}（${row.region}，${row.from}起）`;
}

/** The office's name with the number to call: its own when confirmed, else the national hotline. */
function office(region: Region, name: string): string {
  const found = region.offices[name as keyof Region["offices"]];
  if (found === undefined) return name;
  const call = found.verify ? found.hotline : (found.phone ?? found.hotline);
  return call === undefined ? found.name : `${found.name}（${call}）`;
}
