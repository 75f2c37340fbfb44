import type { Library } from "../content/library.js";
import { createAnalyzer, type Analysis, type Analyze } from "./analyze.js";
import { cluesOf } from "./clues.js";
import { decide, isLikely, toCandidates } from "./decide.js";
import { findFollowUp, type FollowUp, type FollowUpContext } from "./follow-up.js";
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
  const analyzeLabel = once(analyze);
  return {
    recognize(text, hints) {
      const analysis = analyze(text);
      const alone = standalone(analysis, learned);
      const follow = followOf(analysis, { hints, library, analyze, analyzeLabel });
      return follow === undefined || alone.verdict === "intent" ? alone : withFollow(alone, follow);
    },
    findStatutes(text) {
      const clues = cluesOf(analyze(text), learned.shelf);
      return rankStatutes(signalsOf(clues, learned.shelf), clues, learned.shelf);
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
  const signals = signalsOf(cluesOf(analysis, shelf), shelf);
  const candidates = toCandidates(rankEntries(signals, shelf), shelf, shelf.byText.get(bareText(analysis.text)));
  const scope = scopeOf(analysis);
  const intent = intentOf(analysis.text);
  const field = outsideOf(analysis);
  const verdict = decide({ analysis, candidates, scope, intent, field });
  return {
    verdict,
    candidates,
    scope,
    ...(verdict === "intent" && intent !== undefined ? { intent } : {}),
    ...(verdict === "out-of-scope" && isLikely(field) ? { outside: field.id } : {}),
    text: analysis.text,
    words: analysis.words,
  };
}

interface FollowContext extends FollowUpContext {
  readonly hints: RecognizeHints | undefined;
}

function followOf(analysis: Analysis, { hints, ...context }: FollowContext): FollowUp | undefined {
  const topic = hints?.topic === undefined ? undefined : context.library.answers.get(hints.topic);
  return topic === undefined ? undefined : findFollowUp(analysis, topic, context);
}

/** Remembers what came out for each text: for the library's labels, which are few and met in every conversation. */
function once(analyze: Analyze): Analyze {
  const met = new Map<string, Analysis>();
  return (text) => {
    const known = met.get(text) ?? analyze(text);
    met.set(text, known);
    return known;
  };
}

/** The card that was asked on about comes first. */
function withFollow(alone: Recognition, { kind, entry }: FollowUp): Recognition {
  const { outside: _, ...rest } = alone;
  const first: Candidate = { entry, score: 0.9, why: { follow: 1 } };
  const others = alone.candidates.filter((candidate) => candidate.entry !== entry).map((c) => ({ ...c, score: c.score * 0.1 }));
  return { ...rest, verdict: "answer", candidates: [first, ...others].slice(0, 10), follow: kind };
}
