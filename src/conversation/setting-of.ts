import { beijingDay } from "../clock.js";
import type { Setting } from "../dialog/setting.js";
import type { TurnContext } from "./turn.js";

/** The day and the county in which a person's words are read. 土门 is 土门镇. */
export function settingOf({ region, now }: TurnContext): Setting {
  const places = region.townships.map((name) => ({ name, also: [name.replace(/[镇乡]$/u, ""), ...(region.townshipsAlso?.[name] ?? [])] }));
  return { today: beijingDay(now), places };
}
