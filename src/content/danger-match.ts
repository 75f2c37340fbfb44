import type { Danger } from "./library.js";

type Dangers = ReadonlyMap<string, Danger>;
type Rule = Danger["rules"][number] & { readonly danger: Danger };

/** Events' words sign by sign: what may come next, and the rules whose word ends here. */
interface Sign {
  readonly next: Map<number, Sign>;
  readonly rules: Rule[];
}

interface Alarm {
  readonly events: Sign;
  readonly inOrder: readonly Danger[];
}

const NONE: readonly Danger[] = [];
const ALARMS = new WeakMap<Dangers, Alarm>();

/**
 * Every danger a text names, the most pressing first. A rule is met around the clause that names the event (a word of
 * its first group): its other groups may stand there or in the clause before or after, and only there do its excluding
 * words excuse it, so that “欠我去年的工资，现在拿刀要砍我” is not excused by 去年.
 */
export function findDangers(dangers: Dangers, text: string): readonly Danger[] {
  const { events, inOrder } = alarmOf(dangers);
  const clauses = clausesOf(text);
  const found = new Set<Danger>();
  clauses.forEach((clause, at) => {
    for (const rule of rulesNamed(events, clause)) if (!found.has(rule.danger) && holdsAt(rule, clauses, at)) found.add(rule.danger);
  });
  return found.size === 0 ? NONE : inOrder.filter((danger) => found.has(danger));
}

function holdsAt({ danger, all, none }: Rule, clauses: readonly string[], at: number): boolean {
  const clause = clauses[at] ?? "";
  if (has(clause, none)) return false;
  const around = `${clauses[at - 1] ?? ""}，${clause}，${clauses[at + 1] ?? ""}`;
  if (has(around, danger.past) && !has(around, NOW)) return false;
  return all.slice(1).every((group) => has(around, group));
}

const NOW = ["现在", "正在", "还在", "刚才", "刚刚", "马上", "快来", "救命", "咋救", "怎么救"];

/** Parts between punctuation and blanks; a text written sign by sign (不 想 活 了) is one part. */
function clausesOf(text: string): readonly string[] {
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

/** Built once for a library: every message is held against thousands of words, and few begin like one of them. */
function alarmOf(dangers: Dangers): Alarm {
  const known = ALARMS.get(dangers);
  if (known !== undefined) return known;
  const events = newSign();
  for (const danger of dangers.values()) {
    for (const { all, none } of danger.rules) {
      const rule: Rule = { danger, all, none };
      for (const word of all[0] ?? []) signAfter(events, word).rules.push(rule);
    }
  }
  const alarm = { events, inOrder: [...dangers.values()].sort((one, other) => one.order - other.order) };
  ALARMS.set(dangers, alarm);
  return alarm;
}

function rulesNamed(events: Sign, clause: string): readonly Rule[] {
  const named: Rule[] = [];
  for (let from = 0; from < clause.length; from += 1) {
    let here = events.next.get(clause.charCodeAt(from));
    for (let to = from + 1; here !== undefined; to += 1) {
      named.push(...here.rules);
      here = here.next.get(clause.charCodeAt(to));
    }
  }
  return named;
}

function signAfter(from: Sign, word: string): Sign {
  let here = from;
  for (let at = 0; at < word.length; at += 1) {
    const next = here.next.get(word.charCodeAt(at)) ?? newSign();
    here.next.set(word.charCodeAt(at), next);
    here = next;
  }
  return here;
}

function newSign(): Sign {
  return { next: new Map(), rules: [] };
}
