import { resolveSources, type Source } from "../answer/source.js";
import { beijingDay } from "../clock.js";
import type { Library } from "../content/library.js";
import type { Basis, Flag, FlagKind, Result } from "../entitlement/result.js";
import { sayNumbered, sayQuantity } from "../entitlement/say-result.js";
import { sayDay } from "../entitlement/say.js";
import { countChars } from "../reading/plain-text.js";
import { reply, type Reply } from "./activity.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import type { TurnContext } from "./turn.js";

export type Calculated = Extract<Result, { readonly kind: "calculated" }>;

/** What is to be done by the last day, by the law that sets it. */
const DEEDS: ReadonlyMap<string, string> = new Map([
  ["劳动争议调解仲裁法", "申请仲裁"],
  ["工伤保险条例", "申请认定工伤"],
  ["劳动保障监察条例", "向劳动监察投诉"],
]);
const BUBBLE_CHARS = 220;
/** What presses comes before what completes. */
const ORDER: readonly FlagKind[] = ["past", "deadline", "assumes", "withheld", "cap", "floor", "excludes", "evidence"];

/** A sum in bubbles: the amount with its formula, the steps with the articles they rest on, what to mind. */
export function tellSum(context: TurnContext, result: Calculated): readonly Reply[] {
  const { library } = context;
  const parts = result.parts
    .filter(({ quantity }) => result.parts.length > 1 || sayQuantity(quantity) !== sayQuantity(result.amount))
    .map(({ label, quantity }) => `${label}：${sayQuantity(quantity)}`);
  const sum = [`${result.label}：${sayQuantity(result.amount)}`, `算法：${result.formula}`, ...parts].join("\n");
  const steps = inBubbles(SUM_PHRASES.howCounted, sayNumbered(result.steps, nameIn(library)));
  const notes = inBubbles(
    SUM_PHRASES.notes,
    sorted(result.flags).map(({ text }) => `· ${text}`),
  );
  const sources = sourcesOf(
    context,
    result.steps.flatMap(({ basis }) => basis),
  );
  const last = steps.length - 1;
  return [
    reply(sum),
    ...steps.map((text, index) => reply(text, [], index === last ? sources : [])),
    ...closed(notes).map((text) => reply(text)),
  ];
}

function closed(notes: readonly string[]): readonly string[] {
  const last = notes.at(-1);
  return last === undefined ? [SUM_PHRASES.estimate] : [...notes.slice(0, -1), `${last}\n${SUM_PHRASES.estimate}`];
}

/** With a complaint, in two bubbles at most: what may be claimed, and by when. */
export function tellBeside(results: readonly Result[]): readonly Reply[] {
  const known = results.filter((one): one is Calculated => one.kind === "calculated");
  const owed = known.filter(({ calculator }) => calculator !== "limitation");
  const limit = known.find(({ calculator }) => calculator === "limitation");
  const withheld = results.flatMap((one) => (one.kind === "withheld" ? [one.say] : []));
  const lines = [
    ...owed.flatMap(({ label, amount, formula }) => [`· ${label}：${sayQuantity(amount)}`, `  算法：${formula}`]),
    ...withheld,
  ];
  return [
    ...(lines.length === 0 ? [] : [reply([SUM_PHRASES.owedHead, ...lines, SUM_PHRASES.estimate].join("\n"))]),
    ...(limit === undefined ? [] : [reply(limitLines(limit).join("\n"))]),
  ];
}

function limitLines({ amount, formula, steps, flags }: Calculated): readonly string[] {
  const deed = steps[0]?.basis.map(({ law }) => DEEDS.get(law)).find((known) => known !== undefined) ?? SUM_PHRASES.act;
  const head = amount.unit === "date" ? SUM_PHRASES.limitationHead(sayDay(amount.value), deed) : SUM_PHRASES.noLimit;
  const why = steps[0] === undefined ? formula : `${SUM_PHRASES.reason}${steps[0].text}`;
  const pressing = sorted(flags).filter(({ kind }) => kind === "past" || kind === "deadline");
  return [head, why, ...pressing.slice(0, 1).map(({ text }) => text)];
}

function sorted(flags: readonly Flag[]): readonly Flag[] {
  return [...flags].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** Lines under a heading, parted where a bubble would grow too long to read on a telephone. */
function inBubbles(heading: string, lines: readonly string[]): readonly string[] {
  const bubbles: string[] = [];
  let open = heading;
  for (const line of lines) {
    if (open !== heading && countChars(open) + countChars(line) > BUBBLE_CHARS) {
      bubbles.push(open);
      open = line;
    } else open = `${open}\n${line}`;
  }
  return lines.length === 0 ? [] : [...bubbles, open];
}

export function nameIn({ statutes }: Library): (law: string) => string {
  return (law) => statutes.get(law)?.short ?? law;
}

/** The sheets of the articles; of texts the library does not hold there is none. */
export function sourcesOf({ library, now }: TurnContext, basis: readonly Basis[]): readonly Source[] {
  const held = basis.filter(({ outside }) => outside !== true);
  const once = [...new Map(held.map(({ law, article }) => [`${law} ${article}`, { law, article }])).values()];
  return once.flatMap((one) => resolveSources(library, [one], beijingDay(now)) ?? []);
}
