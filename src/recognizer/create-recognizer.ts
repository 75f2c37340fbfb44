import type { Library } from "../content/library.js";
import { createAnalyzer, type Analysis, type Analyze } from "./analyze.js";
import { cluesOf } from "./clues.js";
import { decide, isLikely, toCandidates } from "./decide.js";
import { findFollowUp, type FollowUp } from "./follow-up.js";
import { createIntentFinder, type IntentFinder } from "./intent.js";
import { createOutsideFinder, type OutsideFinder } from "./outside.js";
import { rankEntries } from "./rank-entries.js";
import { rankStatutes } from "./rank-statutes.js";
import type { Candidate, Recognition, RecognizeHints, Recognizer } from "./recognizer.js";
import { createScopeJudge, type ScopeJudge } from "./scope.js";
import { bareText, createShelf, type Shelf } from "./shelf.js";
import { signalsOf } from "./signals.js";

/** Learns all it knows from the library, anew at each start; the same library and text always give the same recognition. */
export function createRecognizer(library: Library): Recognizer {
  const learned = learn(library);
  const { analyze } = learned;
  return {
    recognize(text, hints) {
      const analysis = analyze(text);
      const alone = standalone(analysis, learned);
      const follow = followOf(analysis, { hints, library, analyze });
      return follow === undefined || alone.verdict === "intent" ? alone : withFollow(alone, follow, library);
    },
  };
}

interface Learned {
  readonly analyze: Analyze;
  readonly shelf: Shelf;
  readonly scopeOf: ScopeJudge;
  readonly intentOf: IntentFinder;
  readonly outsideOf: OutsideFinder;
}

/** In a function of its own, so that nothing needed for learning alone is kept. */
function learn(library: Library): Learned {
  const analyzer = createAnalyzer(library.words);
  const { analyze } = analyzer;
  const variants = [...library.answers.values()].map((answer) => answer.variants.map(analyze));
  const inside = [...library.inside.values()].flatMap(({ phrases }) => phrases.map(analyze));
  const asked = [...library.matters.values()].flatMap(({ phrases }) => phrases.map(analyze));
  const outside = new Map([...library.outside.values()].map(({ id, phrases }) => [id, phrases.map(analyze)]));
  const learned = {
    analyze,
    shelf: createShelf(library, analyze, variants),
    scopeOf: createScopeJudge({ variants: [...variants.flat(), ...asked], inside, outside: [...outside.values()].flat() }),
    intentOf: createIntentFinder(library, (text) => analyze(text).text),
    outsideOf: createOutsideFinder(outside),
  };
  analyzer.close();
  return learned;
}

function standalone(analysis: Analysis, { shelf, scopeOf, intentOf, outsideOf }: Learned): Recognition {
  const clues = cluesOf(analysis, shelf);
  const signals = signalsOf(clues, shelf);
  const candidates = toCandidates(rankEntries(signals, shelf), shelf, shelf.byText.get(bareText(analysis.text)));
  const scope = scopeOf(analysis);
  const intent = intentOf(analysis.text);
  const field = outsideOf(analysis);
  const verdict = decide({ analysis, candidates, scope, intent, field });
  return {
    verdict,
    candidates,
    statutes: rankStatutes(signals, clues, shelf),
    scope,
    ...(verdict === "intent" && intent !== undefined ? { intent } : {}),
    ...(verdict === "out-of-scope" && isLikely(field) ? { outside: field.id } : {}),
    text: analysis.text,
    words: analysis.words,
  };
}

interface FollowContext {
  readonly hints: RecognizeHints | undefined;
  readonly library: Library;
  readonly analyze: Analyze;
}

function followOf(analysis: Analysis, { hints, library, analyze }: FollowContext): FollowUp | undefined {
  const topic = hints?.topic === undefined ? undefined : library.answers.get(hints.topic);
  return topic === undefined ? undefined : findFollowUp(analysis, topic, { library, analyze });
}

/** The card that was asked on about comes first, and its articles before others. */
function withFollow(alone: Recognition, { kind, entry }: FollowUp, library: Library): Recognition {
  const { outside: _, ...rest } = alone;
  const first: Candidate = { entry, score: 0.9, why: { follow: 1 } };
  const cited = library.answers.get(entry)?.citations ?? [];
  const statutes = [
    ...cited.map(({ law, article }, position) => ({ law, article, score: 0.9 / 2 ** (position + 1) })),
    ...alone.statutes
      .filter((hit) => !cited.some(({ law, article }) => law === hit.law && article === hit.article))
      .map((hit) => ({ ...hit, score: hit.score * 0.1 })),
  ];
  return {
    ...rest,
    verdict: "answer",
    candidates: [
      first,
      ...alone.candidates.filter((candidate) => candidate.entry !== entry).map((c) => ({ ...c, score: c.score * 0.1 })),
    ].slice(0, 10),
    statutes: statutes.slice(0, 10),
    follow: kind,
  };
}
