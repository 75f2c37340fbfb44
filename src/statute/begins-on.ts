import type { Statute } from "../content/library.js";
import { makeDay } from "../reading/calendar-day.js";
import type { Draft } from "./official-text.js";

const DAY = /(\d{4})\s*[-年]\s*(\d{1,2})\s*[-月]\s*(\d{1,2})日?/gu;

/**
 * The first day of this version; undefined when the file does not say it clearly and a person must. An amended law tells in
 * its last article when its first version began, so that day counts only for a law never amended, or where the house knows it.
 */
export function beginsOn({ stated, version }: Draft, known: Statute | undefined): string | undefined {
  const ours = known?.inForce.from;
  if (ours !== undefined && daysIn(`${stated}\n${version}`).includes(ours)) return ours;
  const [only, ...others] = daysIn(stated);
  if (only !== undefined && others.length === 0 && stated.replace(DAY, "").trim() === "") return only;
  if (/修正|修订|修改/u.test(version)) return undefined;
  const begun = [...stated.matchAll(/自\s*(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施)/gu)].flatMap(([, day = ""]) => daysIn(day));
  return begun.length === 1 ? begun[0] : undefined;
}

function daysIn(text: string): readonly string[] {
  return [...text.matchAll(DAY)].flatMap(([, year, month, day]) => makeDay(Number(year), Number(month), Number(day)) ?? []);
}
