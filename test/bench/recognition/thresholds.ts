import { resolve } from "node:path";
import type { Library } from "../../../src/content/library.js";
import { readLibrary } from "../../../src/content/load.js";
import { createAnalyzer } from "../../../src/recognizer/analyze.js";
import { createIntentFinder } from "../../../src/recognizer/intent.js";
import { createOutsideFinder } from "../../../src/recognizer/outside.js";
import { createScopeJudge } from "../../../src/recognizer/scope.js";
import { f1 } from "./metrics.js";

/** Prints what the thresholds of decide.ts are chosen from: our own phrases of every kind, judged by parts that learned without them. */
const FOLDS = 5;

interface Judged {
  readonly kind: "variant" | "inside" | "outside" | "intent";
  readonly id: string;
  readonly chars: number;
  readonly scope: number;
  readonly intent: { readonly id: string; readonly score: number } | undefined;
  readonly field: { readonly id: string; readonly share: number } | undefined;
}

type Phrases = readonly { readonly kind: Judged["kind"]; readonly id: string; readonly text: string; readonly fold: number }[];

const { library } = readLibrary(resolve("."));
const judged = Array.from({ length: FOLDS }, (_, fold) => judgeFold(library, fold)).flat();
printScope(judged);
printIntents(judged);
printFields(judged.filter(({ kind }) => kind === "outside"));

function phrasesOf({ answers, matters, inside, outside, intents }: Library): Phrases {
  const of = (kind: Judged["kind"], id: string, texts: readonly string[]): Phrases =>
    texts.map((text, index) => ({ kind, id, text, fold: index % FOLDS }));
  return [
    ...[...answers.values()].flatMap(({ id, variants }) => of("variant", id, variants)),
    // What a matter is called on counts as a variant: short, and about work.
    ...[...matters.values()].flatMap(({ id, phrases }) => of("variant", id, phrases)),
    ...[...inside.values()].flatMap(({ id, phrases }) => of("inside", id, phrases)),
    ...[...outside.values()].flatMap(({ id, phrases }) => of("outside", id, phrases)),
    ...[...intents.values()].flatMap(({ id, phrases }) => of("intent", id, phrases)),
  ];
}

function judgeFold(content: Library, fold: number): Judged[] {
  const { analyze } = createAnalyzer(content.words);
  const all = phrasesOf(content);
  const taught = (kind: Judged["kind"]) => all.filter((phrase) => phrase.kind === kind && phrase.fold !== fold);
  const taken = (kind: Judged["kind"]) => taught(kind).map(({ text }) => analyze(text));
  const scopeOf = createScopeJudge({ variants: taken("variant"), inside: taken("inside"), outside: taken("outside") });
  const fieldOf = createOutsideFinder(
    new Map(
      [...content.outside.keys()].map((id) => [id, taught("outside").flatMap((each) => (each.id === id ? [analyze(each.text)] : []))]),
    ),
  );
  const intents = [...content.intents.values()].map((intent) => ({
    ...intent,
    phrases: intent.phrases.filter((_, i) => i % FOLDS !== fold),
  }));
  const intentOf = createIntentFinder(
    { ...content, intents: new Map(intents.map((intent) => [intent.id, intent])) },
    (text) => analyze(text).text,
  );
  return all
    .filter((phrase) => phrase.fold === fold)
    .map(({ kind, id, text }) => {
      const analysis = analyze(text);
      const chars = analysis.text.replace(/[^\p{L}\p{N}]+/gu, "").length;
      return { kind, id, chars, scope: scopeOf(analysis), intent: intentOf(analysis.text), field: fieldOf(analysis) };
    });
}

function printScope(phrases: readonly Judged[]): void {
  const about = phrases.filter(({ kind }) => kind !== "intent");
  for (const [name, keep] of [
    ["up to 12 characters", ({ chars }: Judged) => chars <= 12],
    ["longer", ({ chars }: Judged) => chars > 12],
  ] as const) {
    const kept = about.filter(keep);
    for (const bar of [0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) {
      const said = kept.map(({ scope }) => scope >= bar);
      const actual = kept.map(({ kind }) => kind !== "outside");
      const lost = kept.filter(({ kind, scope }) => kind !== "outside" && scope < bar).length / actual.filter(Boolean).length;
      const passed = kept.filter(({ kind, scope }) => kind === "outside" && scope >= bar).length / actual.filter((yes) => !yes).length;
      console.log(
        `scope, ${name}, bar ${bar}: F1 ${f1(said, actual).toFixed(3)}, inside lost ${percent(lost)}, outside passed ${percent(passed)}`,
      );
    }
  }
}

function printIntents(phrases: readonly Judged[]): void {
  const short = phrases.filter(({ chars }) => chars <= 20);
  for (const bar of [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]) {
    const over = short.filter(({ intent }) => (intent?.score ?? 0) >= bar);
    const of = (kind: Judged["kind"]): number => short.filter((each) => each.kind === kind).length || 1;
    const heard = over.filter(({ kind, id, intent }) => kind === "intent" && intent?.id === id).length;
    const mistaken = over.filter(({ kind, id, intent }) => kind === "intent" && intent?.id !== id).length;
    const fired = (kind: Judged["kind"]): string => percent(over.filter((each) => each.kind === kind).length / of(kind));
    console.log(
      `intent, bar ${bar}: right ${percent(heard / of("intent"))}, another intent ${percent(mistaken / of("intent"))}; ` +
        `fires on ${fired("variant")} of variants, ${fired("outside")} of other things`,
    );
  }
}

function printFields(phrases: readonly Judged[]): void {
  for (const bar of [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const over = phrases.filter(({ field }) => (field?.share ?? -1) >= bar);
    const right = over.filter(({ field, id }) => field?.id === id).length;
    console.log(`field, bar ${bar}: named for ${percent(over.length / phrases.length)}, right in ${percent(right / (over.length || 1))}`);
  }
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
