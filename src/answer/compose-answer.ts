import type { Answer, Library, Region } from "../content/library.js";
import { fillIn, type Filled } from "./fill-in.js";
import { citationLine, resolveSources, type Source } from "./source.js";
import { sayBefore, sayDay, versionOn, type AnswerVersion } from "./version-on.js";

/** What is said, before any channel: one bubble each. */
export interface Bubble {
  readonly text: string;
  readonly suggestions: readonly AnswerChoice[];
  readonly sources: readonly Source[];
}

export interface AnswerChoice {
  readonly label: string;
  readonly say: string;
  readonly opens?: { readonly answer: string; readonly part?: "evidence"; readonly day?: string };
}

export interface Composed {
  readonly outcome: "answered" | "withheld-no-figure" | "withheld-not-in-force";
  readonly bubbles: readonly Bubble[];
}

interface Ground {
  readonly library: Library;
  readonly region: Region;
  /** The day of the fact, in Beijing. */
  readonly day: string;
  /** True: nobody said when it happened and `day` is today, so that a card whose law has changed asks. */
  readonly dayUnsaid?: boolean;
}

const STAFF: AnswerChoice = { label: "转人工", say: "转人工" };
const NOT_IN_FORCE = "当时的规定我这里没有收录能作准的条文，不敢乱说。请回复“转人工”，让工作人员查了再答。";

/**
 * A curated answer as it is said on that day: the conclusion, what to do, the articles it rests on, what it leaves out.
 * Withheld when it, or an article it cites, was not in force then, or when its conclusion needs a figure nobody confirmed.
 */
export function composeAnswer(ground: Ground, entry: string): Composed {
  const { library, day } = ground;
  const answer = library.answers.get(entry);
  if (answer === undefined) throw new Error(`content: no answer ${entry}`);
  const version = versionOn(answer, day);
  const sources = version && resolveSources(library, version.citations, day);
  if (version === undefined || sources === undefined)
    return {
      outcome: "withheld-not-in-force",
      bubbles: [{ text: `“${answer.title}”：${NOT_IN_FORCE}`, suggestions: [STAFF], sources: [] }],
    };
  const fill = (text: string): Filled => fillIn(text, ground);
  const conclusion = fill(version.conclusion);
  const branches = (version.branches ?? []).map(({ when, then }) => `· ${when}：${branchText(fill(then))}`);
  const past = version.past === undefined ? [] : [`按${sayBefore(version.past)}的规定：`];
  const first: Bubble = {
    text: [...past, ...caution(library, entry), conclusion.text, ...branches].join("\n"),
    suggestions: [],
    sources: [],
  };
  const told = whatToDo(version, fill, sources);
  const asks = ground.dayUnsaid === true && version.past === undefined ? askDay(answer) : undefined;
  const second: Bubble = {
    text: asks === undefined ? told : `${told}\n${asks.text}`,
    suggestions: [...(asks?.choices ?? []), ...choices(library, answer)],
    sources,
  };
  return { outcome: conclusion.withheld ? "withheld-no-figure" : "answered", bubbles: [first, second] };
}

/** What proves an answer's case; undefined when the entry lists nothing. */
export function composeEvidence(library: Library, entry: string): Bubble | undefined {
  const answer = library.answers.get(entry);
  if (answer?.evidence === undefined) return undefined;
  const lines = answer.evidence.map((item, index) => `${index + 1}. ${item}`);
  const text = [`“${answer.title}”用得上的证据：`, ...lines, "有几样算几样，先存好别删；全没有也可以来问工作人员。"].join("\n");
  return { text, suggestions: choices(library, answer).filter(({ opens }) => opens?.part !== "evidence"), sources: [] };
}

/** A case whose number nobody confirmed says so in place of a sentence around a hole. */
function branchText({ text, withheld, askWhom }: Filled): string {
  return withheld ? `这个数我没有核实过，不敢报，请问${askWhom}` : text;
}

/** Said until a person has held the card against the new words. */
function caution({ official, statutes }: Library, entry: string): string[] {
  const changed = official?.doubts.get(entry) ?? [];
  if (changed.length === 0) return [];
  const named = changed.map(({ law, article }) => `《${statutes.get(law)?.short ?? law}》${article}`).join("、");
  return [`注意：${named}最近改了，下面的话还没按新条文核对，拿不准请回复“转人工”。`];
}

/** Says from when this holds, and asks for the day that decides; each earlier time is a button. */
function askDay({ id, asksDay, from, earlier = [] }: Answer): { text: string; choices: AnswerChoice[] } | undefined {
  if (asksDay === undefined || from === undefined) return undefined;
  const text = `上面说的是${sayDay(from)}起的规定，以前的不一样。${asksDay}回复年月，我按那时的规定说。`;
  const choices = earlier.map((time) => ({ label: sayBefore(time), say: sayBefore(time), opens: { answer: id, day: time.until } }));
  return { text, choices };
}

function whatToDo(version: AnswerVersion, fill: (text: string) => Filled, sources: readonly Source[]): string {
  const steps = version.steps.map((step, index) => `${version.steps.length > 1 ? `${index + 1}. ` : ""}${fill(step).text}`);
  return ["现在可以这样做：", ...steps, `依据：${citationLine(sources)}`, `没说到的：${fill(version.notCovered).text}`].join("\n");
}

function choices(library: Library, answer: Answer): AnswerChoice[] {
  const next = answer.followUps.filter(({ open }) => library.answers.has(open));
  const evidence: AnswerChoice[] =
    answer.evidence === undefined ? [] : [{ label: "要什么证据", say: "要什么证据", opens: { answer: answer.id, part: "evidence" } }];
  return [...next.map(({ ask, open }) => ({ label: ask, say: ask, opens: { answer: open } })), ...evidence, STAFF];
}
