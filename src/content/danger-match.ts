import type { DangerFile } from "./schema/intent.js";

/**
 * Whether one of a danger's rules holds in a text taken apart by clausesOf. A rule is met around the clause that names the event (a word of its first
 * group): its other groups may stand there or in the clause before or after, and only there do its excluding words
 * excuse it, so that “欠我去年的工资，现在拿刀要砍我” is not excused by 去年.
 */
export function dangerHolds(danger: Pick<DangerFile, "rules" | "past">, clauses: readonly string[]): boolean {
  return danger.rules.some(({ all, none }) =>
    clauses.some((clause, at) => {
      const [event = [], ...others] = all;
      if (!has(clause, event) || has(clause, none)) return false;
      const around = `${clauses[at - 1] ?? ""}，${clause}，${clauses[at + 1] ?? ""}`;
      if (has(around, danger.past) && !has(around, NOW)) return false;
      return others.every((group) => has(around, group));
    }),
  );
}

const NOW = ["现在", "正在", "还在", "刚才", "刚刚", "马上", "快来", "救命", "咋救", "怎么救"];

/** Parts between punctuation and blanks; a text written sign by sign (不 想 活 了) is one part. */
export function clausesOf(text: string): readonly string[] {
  const parts = text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]+/gu, "")
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((part) => part !== "");
  const average = parts.reduce((sum, part) => sum + part.length, 0) / (parts.length || 1);
  return parts.length > 2 && average < 2 ? [parts.join("")] : parts;
}

function has(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}
