import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { workCalendar } from "../calendar.js";
import { beijingDay, systemClock } from "../clock.js";
import { checkLibrary } from "../content/check.js";
import { loadLibrary } from "../content/load.js";
import { withOfficial } from "../official/with-official.js";
import { createRecognizer } from "../recognizer/create-recognizer.js";
import type { Stage } from "./play.js";

/** The folder that holds intents/, dialogs/ and knowledge/: this package's own unless told otherwise. */
export function contentRoot(given?: string): string {
  const root = given ?? join(dirname(fileURLToPath(import.meta.url)), "../..");
  if (!existsSync(join(root, "knowledge"))) throw new Error(`${root} 里没有 knowledge 文件夹`);
  return root;
}

export function today(): string {
  return beijingDay(systemClock());
}

interface Place {
  readonly content?: string | undefined;
  readonly region: string;
  /** The data folder, whose official texts of law are shown; without it none are. */
  readonly official?: string;
}

/** Real content, checked. Throws a ContentError that lists every fault. */
export function openContent({ content, region: id, official }: Place): Pick<Stage, "library" | "region"> {
  const library = loadLibrary(contentRoot(content), (found) => checkLibrary(found, today()));
  const region = library.regions.get(id);
  if (region === undefined) throw new Error(`没有地区“${id}”，可用的有：${[...library.regions.keys()].join("、")}`);
  return { library: official === undefined ? library : withOfficial(library, official), region };
}

/** Real content and the real recognizer. */
export function openStage({ short, ...place }: Place & { readonly short: boolean }): Stage {
  const { library, region } = openContent(place);
  return { library, region, recognizer: createRecognizer(library), calendar: workCalendar, short };
}
