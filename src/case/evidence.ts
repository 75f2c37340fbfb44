import type { EvidenceRules } from "../content/library.js";
import type { Facts } from "./case.js";
import { factHolds } from "./fact-holds.js";

type Item = EvidenceRules["items"][number];
export type Strength = Item["strength"];

export interface EvidenceAdvice {
  /** One sentence: how it stands. */
  readonly verdict: string;
  /** The strongest first. */
  readonly inHand: readonly { readonly item: string; readonly proves: string; readonly strength: Strength }[];
  readonly toGet: readonly { readonly item: string; readonly proves: string; readonly get: string; readonly strength: Strength }[];
  readonly employer: readonly {
    readonly item: string;
    readonly proves: string;
    readonly basis: readonly { readonly law: string; readonly article: string }[];
  }[];
  readonly today: readonly string[];
}

const TODAY_MAX = 3;

/** What each grade means to whoever holds it. */
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: "有力",
  weak: "要配着别的用",
  alone: "光靠它不够",
};

const ORDER: readonly Strength[] = ["strong", "weak", "alone"];

/** What is in hand with its weight, what is missing and where to get it, what the employer must bring, and what to do today. */
export function adviseEvidence(rules: EvidenceRules, facts: Facts): EvidenceAdvice {
  const asked = rules.items.filter(({ when }) => when === undefined || factHolds(when, facts));
  const has = new Set(Array.isArray(facts.evidence) ? (facts.evidence as readonly string[]) : []);
  const inHand = ORDER.flatMap((strength) => asked.filter((one) => one.strength === strength && has.has(one.id)));
  return {
    verdict: verdictOf(inHand),
    inHand: inHand.map(({ item, proves, strength }) => ({ item, proves, strength })),
    toGet: asked.filter(({ id }) => !has.has(id)).map(({ item, proves, get, strength }) => ({ item, proves, get, strength })),
    employer: rules.employer
      .filter(({ when }) => when === undefined || factHolds(when, facts))
      .map(({ item, proves, citations }) => ({ item, proves, basis: citations.map(({ law, article }) => ({ law, article })) })),
    today: rules.today
      .filter(({ lacks, when }) => (lacks === undefined || !has.has(lacks)) && (when === undefined || factHolds(when, facts)))
      .slice(0, TODAY_MAX)
      .map((one) => one.do),
  };
}

/** Never that it is enough: that is for whoever decides. */
function verdictOf(inHand: readonly Item[]): string {
  if (inHand.length === 0) return "手里还没有凭据，也照样能投诉；从今天起一样一样地攒。";
  if (inHand.some(({ strength }) => strength === "strong"))
    return inHand.length === 1 ? "手里有一样有力的，再凑一两样能互相对上的，更稳当。" : "手里有有力的，别的能互相对上，都收好。";
  return "手里的单独拿出来不够，要再凑几样互相对得上。";
}
