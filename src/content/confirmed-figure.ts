import type { Library, Region } from "./library.js";
import { holdsOn } from "./schema/common.js";

/** What a figure of the whole country names as its region. */
export const NATIONWIDE = "全国";

/** Looks figures up for one region: the confirmed number in force on that day, or undefined. Never the nearest one. */
export function confirmedFigures(library: Library, region: Region): (id: string, day: string) => number | undefined {
  return (id, day) => {
    const rows = library.figures.get(id)?.rows ?? [];
    const held = rows.filter((row) => !row.verify && holdsOn(row, day));
    return (held.find((row) => row.region === region.name) ?? held.find((row) => row.region === NATIONWIDE))?.value;
  };
}
