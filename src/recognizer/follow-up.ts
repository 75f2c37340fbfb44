import type { Answer, Library } from "../content/library.js";
import type { Analysis, Analyze } from "./analyze.js";
import { weightOf } from "./terms.js";

/** What a short text asks on about the answer last given. */
export interface FollowUp {
  readonly kind: "topic" | "evidence";
  /** The card that tells: the last one, or one that it leads to. */
  readonly entry: string;
}

/** Longer texts speak for themselves; in characters without punctuation. */
const CHARS_MAX = 16;

const OPENINGS = /^(那|那么|要是|如果|假如|万一|还有|另外|可是|但是|然后|不然|比如|具体|大概|一般)/u;

type Ask = "evidence" | "amount" | "deadline" | "place" | "papers" | "steps" | "reason";

/** Read in order: the first that fits is what is asked. */
const ASKS: readonly (readonly [Ask, RegExp])[] = [
  ["evidence", /证据|证明|举证|凭证|凭啥说|没(有)?(合同|凭据|条子|字据)/u],
  ["papers", /材料|带什么|带啥|准备什么|准备啥|手续/u],
  ["deadline", /多久|多长|期限|时效|几天|几个月内|什么时候|啥时候|过期|来得及|晚了|超期/u],
  ["amount", /多少|咋算|怎么算|几个月|几倍|标准|能拿|能赔|赔啥|赔什么|钱/u],
  ["place", /去哪|到哪|哪里|哪儿|找谁|谁管|什么部门|啥部门|地址|电话/u],
  ["reason", /为什么|为啥|凭什么|凭啥|依据|哪条/u],
  ["steps", /怎么办|咋办|咋整|咋弄|怎么弄|怎么做|怎么申请|怎么告|流程|步骤|不(给|认|承认|同意|签|去|来)/u],
];

/** Words that only ask: a text of nothing else cannot stand alone. */
const BARE_WORDS =
  /那么|那|要是|如果|假如|万一|还有|另外|可是|但是|然后|具体|大概|一般|我|你|他|她|它|们|这个|这种|这样|这|呢|吗|吧|啊|呀|嘛|了|的|得|能|会|要|该|可以|可不可以|到底|应该|需要|没有|没|有|不|是|就|还|再|都|也|又|给|赔|拿|算|办|弄|整|去|找|说|老板|单位|公司|他们|钱/gu;

/**
 * Whether a text asks on about `topic`, and which card tells. Undefined when it names a matter of its own.
 */
export function findFollowUp(analysis: Analysis, topic: Answer, context: { library: Library; analyze: Analyze }): FollowUp | undefined {
  const text = analysis.text.replace(/[^\p{L}\p{N}]+/gu, "");
  if (text === "" || [...text].length > CHARS_MAX) return undefined;
  const ask = ASKS.find(([, pattern]) => pattern.test(text));
  if (!isElliptic(text, ask)) return undefined;
  if (ask?.[0] === "evidence" && (topic.evidence?.length ?? 0) > 0) return { kind: "evidence", entry: topic.id };
  return { kind: "topic", entry: leadingTo(text, topic, ask?.[1], context) ?? topic.id };
}

function isElliptic(text: string, ask: readonly [Ask, RegExp] | undefined): boolean {
  if (ask === undefined) return OPENINGS.test(text) && ownMatter(text).length <= 2;
  return ownMatter(text.replace(ask[1], "")).length <= (OPENINGS.test(text) ? 3 : 1);
}

function ownMatter(text: string): string {
  return text.replace(BARE_WORDS, "");
}

/** The follow-up whose words are nearest, or that asks the same kind of thing. */
function leadingTo(
  text: string,
  topic: Answer,
  ask: RegExp | undefined,
  { library, analyze }: { library: Library; analyze: Analyze },
): string | undefined {
  let best: { open: string; score: number } | undefined;
  for (const { ask: label, open } of topic.followUps) {
    const target = library.answers.get(open);
    if (target === undefined) continue;
    const said = `${label} ${target.title}`;
    const score = shared(analyze(text), analyze(said)) + (ask?.test(said) === true ? 1 : 0);
    if (score > (best?.score ?? 0.9)) best = { open, score };
  }
  return best?.open;
}

/** How much of one text's weight lies on terms the other has too. */
function shared(one: Analysis, other: Analysis): number {
  const others = new Set(other.terms.ids);
  let both = 0;
  one.terms.ids.forEach((id, at) => (both += others.has(id) ? (one.terms.weights[at] as number) : 0));
  return both / (weightOf(one.terms) || 1);
}
