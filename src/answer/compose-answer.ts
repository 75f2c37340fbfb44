import type { Answer, Library, Region } from "../content/library.js";
import { holdsOn } from "../content/schema/common.js";
import { fillIn, type Filled } from "./fill-in.js";
import { citationLine, resolveSources, type Source } from "./source.js";

/** What is said, before any channel: one bubble each. */
export interface Bubble {
  readonly text: string;
  readonly suggestions: readonly AnswerChoice[];
  readonly sources: readonly Source[];
}

export interface AnswerChoice {
  readonly label: string;
  readonly say: string;
  readonly opens?: { readonly answer: string; readonly part?: "evidence" };
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
  const sources = resolveSources(library, answer.citations, day);
  if (sources === undefined || !holdsOn(lifeOf(answer), day))
    return {
      outcome: "withheld-not-in-force",
      bubbles: [{ text: `“${answer.title}”：${NOT_IN_FORCE}`, suggestions: [STAFF], sources: [] }],
    };
  const fill = (text: string): Filled => fillIn(text, ground);
  const conclusion = fill(answer.conclusion);
  const branches = (answer.branches ?? []).map(({ when, then }) => `· ${when}：${branchText(fill(then))}`);
  const first: Bubble = { text: [conclusion.text, ...branches].join("\n"), suggestions: [], sources: [] };
  const second: Bubble = { text: whatToDo(answer, fill, sources), suggestions: choices(library, answer), sources };
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

function lifeOf(answer: Answer): { from: string; until?: string } {
  return { from: answer.from ?? "0000-01-01", ...(answer.until === undefined ? {} : { until: answer.until }) };
}

function whatToDo(answer: Answer, fill: (text: string) => Filled, sources: readonly Source[]): string {
  const steps = answer.steps.map((step, index) => `${answer.steps.length > 1 ? `${index + 1}. ` : ""}${fill(step).text}`);
  return ["现在可以这样做：", ...steps, `依据：${citationLine(sources)}`, `没说到的：${fill(answer.notCovered).text}`].join("\n");
}

function choices(library: Library, answer: Answer): AnswerChoice[] {
  const next = answer.followUps.filter(({ open }) => library.answers.has(open));
  const evidence: AnswerChoice[] =
    answer.evidence === undefined ? [] : [{ label: "要什么证据", say: "要什么证据", opens: { answer: answer.id, part: "evidence" } }];
  return [...next.map(({ ask, open }) => ({ label: ask, say: ask, opens: { answer: open } })), ...evidence, STAFF];
}
