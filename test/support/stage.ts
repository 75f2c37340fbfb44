import { join } from "node:path";
import type { Stage } from "../../src/cli/play.js";
import { readLibrary } from "../../src/content/load.js";
import { createRecognizer } from "../../src/recognizer/create-recognizer.js";

export const ROOT = join(import.meta.dirname, "../..");

/** Every day from Monday to Friday is a working day, and no holiday is known to be one. */
const PLAIN_CALENDAR = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };

let made: Stage | undefined;

/** The real content and the real recognizer, read once per test file. */
export function stage(): Stage {
  if (made !== undefined) return made;
  const { library } = readLibrary(ROOT);
  const region = library.regions.get("gulang");
  if (region === undefined) throw new Error("content: no region gulang");
  made = { library, region, recognizer: createRecognizer(library), calendar: PLAIN_CALENDAR, short: true };
  return made;
}
