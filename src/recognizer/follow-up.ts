import type { Answer, Library } from "../content/library.js";
import type { Analysis, Analyze } from "./analyze.js";
import { weightOf } from "./terms.js";

/** What a short text asks on about the answer last given. */
export interface FollowUp {
  readonly kind: "topic" | "evidence";
  /** The card that tells: the last one, or one that it leads to. */
  readonly entry: string;
}

export interface FollowUpContext {
  readonly library: Library;
  readonly analyze: Analyze;
  /** The same for follow-ups' labels, which are met again and again. */
  readonly analyzeLabel: Analyze;
}

/** Longer texts speak for themselves; in characters without punctuation. */
const CHARS_MAX = 16;
/** A follow-up's label that says this share of the text is what was meant. */
const SAME_WORDS = 0.5;

const OPENINGS = /^(那么?|要是|如果|假如|万一|还有|另外|可是|但是|然后|不然|比如|具体|大概|一般)/u;

type Ask = "evidence" | "papers" | "deadline" | "amount" | "place" | "reason" | "steps";

/** Read in order: the first that fits is what is asked. */
const ASKS: readonly (readonly [Ask, RegExp])[] = [
  ["evidence", /证据|证明|举证|凭证|没有?(合同|凭据|条子|字据)/gu],
  ["papers", /材料|带什么|带啥|准备什么|准备啥|手续/gu],
  ["deadline", /多久|多长|期限|时效|几天|什么时候|啥时候|过期|来得及|晚了|超期/gu],
  ["amount", /多少|咋算|怎么算|几个月|几倍|标准|赔啥|赔什么/gu],
  ["place", /去哪|到哪|哪里|哪儿|找谁|谁管|什么部门|啥部门|地址|电话/gu],
  ["reason", /为什么|为啥|凭什么|凭啥|依据|哪条/gu],
  ["steps", /怎么办|咋办|咋整|咋弄|怎么弄|怎么做|怎么申请|怎么告|流程|步骤|不(给|认|承认|同意|签|去|来)/gu],
];

/** What a label must ask to be opened for the same ask; the last card itself says the rest. */
const LEADING: ReadonlySet<Ask> = new Set(["papers", "deadline", "amount", "place"]);

/** Words that only ask: a text of nothing else cannot stand alone. */
const BARE_WORDS =
  /那么|那|要是|如果|假如|万一|还有|另外|可是|但是|然后|具体|大概|一般|这个|这种|这样|可不可以|可以|到底|应该|需要|没有|老板|单位|公司|时间|什么|[我你他她它们这呢吗吧啊呀嘛了的得能会要该没有不是就还再都也又给赔拿算办弄整去找说钱内提带啥告交]/gu;

/** Whether a text asks on about `topic`, and which card tells. Undefined when it names a matter of its own. */
export function findFollowUp(analysis: Analysis, topic: Answer, context: FollowUpContext): FollowUp | undefined {
  const text = analysis.text.replace(/[^\p{L}\p{N}]+/gu, "");
  if (text === "" || [...text].length > CHARS_MAX) return undefined;
  const ask = askOf(text);
  const matter = ownMatter(text);
  const labelled = matter === "" ? undefined : labelSaying(context.analyze(matter), topic, context);
  if (isElliptic(text, { ask, matter })) {
    if (ask === "evidence" && (topic.evidence?.length ?? 0) > 0) return { kind: "evidence", entry: topic.id };
    return { kind: "topic", entry: labelled ?? labelAsking(ask, topic, context) ?? topic.id };
  }
  return labelled !== undefined && OPENINGS.test(text) ? { kind: "topic", entry: labelled } : undefined;
}

function askOf(text: string): Ask | undefined {
  return ASKS.find(([, pattern]) => text.search(pattern) >= 0)?.[0];
}

/** What is left of a text without the words that only ask. */
function ownMatter(text: string): string {
  return ASKS.reduce((rest, [, pattern]) => rest.replace(pattern, ""), text).replace(BARE_WORDS, "");
}

function isElliptic(text: string, { ask, matter }: { ask: Ask | undefined; matter: string }): boolean {
  if (ask === undefined) return OPENINGS.test(text) && matter === "";
  return matter.length <= (OPENINGS.test(text) ? 2 : 1);
}

/** The follow-up whose label says most of the text's words. */
function labelSaying(analysis: Analysis, { followUps }: Answer, { library, analyzeLabel }: FollowUpContext): string | undefined {
  const scored = followUps
    .filter(({ open }) => library.answers.has(open))
    .map(({ ask, open }) => ({ open, score: shared(analysis, analyzeLabel(ask)) }))
    .sort((a, b) => b.score - a.score);
  return scored[0] !== undefined && scored[0].score >= SAME_WORDS ? scored[0].open : undefined;
}

function labelAsking(ask: Ask | undefined, { followUps }: Answer, { library }: FollowUpContext): string | undefined {
  if (ask === undefined || !LEADING.has(ask)) return undefined;
  return followUps.find((followUp) => library.answers.has(followUp.open) && askOf(followUp.ask) === ask)?.open;
}

/** How much of one text's weight lies on terms the other has too. */
function shared(one: Analysis, other: Analysis): number {
  const others = new Set(other.terms.ids);
  let both = 0;
  one.terms.ids.forEach((id, at) => (both += others.has(id) ? (one.terms.weights[at] as number) : 0));
  return both / (weightOf(one.terms) + one.terms.unknown || 1);
}
