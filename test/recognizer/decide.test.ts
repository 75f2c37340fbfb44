import { expect, it } from "vitest";
import { decide, type Evidence } from "../../src/recognizer/decide.js";

const candidate = (score: number, share: number, why: Readonly<Record<string, number>> = {}): Evidence["candidates"][number] => ({
  entry: "card",
  score,
  why: { share, unsaid: 0, ...why },
});
const nothing: Evidence = { analysis: { text: "嘟嘟嘟", law: [] }, candidates: [], scope: 0.3, intent: undefined, field: undefined };
const long = { text: "这是一个比十二个字要长的句子说的是什么", law: [] };

it.each<[string, Partial<Evidence>, string]>([
  ["is sure of a likely card", { candidates: [candidate(0.97, 0.9)], scope: 1 }, "answer"],
  ["is not sure when the text may be about something else", { candidates: [candidate(0.97, 0.9)], scope: 0.6 }, "clarify"],
  [
    "asks back about a card that surely fits though the text sounds like something else",
    { analysis: long, candidates: [candidate(0.97, 0.9)] },
    "clarify",
  ],
  [
    "sends away what sounds like something else and fits a card only likely",
    { analysis: long, candidates: [candidate(0.85, 0.9)] },
    "out-of-scope",
  ],
  [
    "sends away what is surely not about work, whatever card fits",
    { analysis: long, candidates: [candidate(0.97, 0.9)], scope: 0.2 },
    "out-of-scope",
  ],
  [
    "is not sure of a card that leaves out much of what the question speaks of",
    { candidates: [candidate(0.97, 0.9, { unsaid: 2 })], scope: 1 },
    "clarify",
  ],
  [
    "is sure of a less likely card to which a likely matter leads",
    { candidates: [candidate(0.75, 0.7, { matter: 0 })], scope: 1 },
    "answer",
  ],
  ["is not sure of it when no likely matter leads there", { candidates: [candidate(0.75, 0.7, { matter: -2 })], scope: 1 }, "clarify"],
  [
    "lets the user choose between siblings equally likely",
    { candidates: [candidate(0.97, 0.3), candidate(0.97, 0.3)], scope: 1 },
    "clarify",
  ],
  ["does not send a few unknown words to another field", {}, "not-understood"],
  ["does not send a bare number to another field", { analysis: { text: "110105194912310021", law: [] } }, "not-understood"],
  ["sends a few words away when one field is likely", { field: { id: "pets", share: 0.8 } }, "out-of-scope"],
  ["sends a few words away when they are surely not about work", { scope: 0.05 }, "out-of-scope"],
  [
    "asks back when a few words name a matter",
    { analysis: { text: "骨折了", law: ["工伤"] }, candidates: [candidate(0.3, 0.3)] },
    "clarify",
  ],
  ["sends a longer text away", { analysis: long }, "out-of-scope"],
  [
    "hears a wish said nearly word for word",
    { intent: { id: "abuse", score: 0.8 }, candidates: [candidate(0.97, 0.9)], scope: 1 },
    "intent",
  ],
  [
    "hears a wish said in other words rather than ask back",
    { intent: { id: "abuse", score: 0.65 }, candidates: [candidate(0.5, 0.5)], scope: 1 },
    "intent",
  ],
  [
    "sends what surely belongs elsewhere away rather than hear a wish said in other words",
    { analysis: { text: "怎么离婚", law: [] }, intent: { id: "abuse", score: 0.65 }, scope: 0.02, field: { id: "marriage", share: 0.9 } },
    "out-of-scope",
  ],
  [
    "answers rather than hear a wish said in other words",
    { intent: { id: "abuse", score: 0.65 }, candidates: [candidate(0.97, 0.9)], scope: 1 },
    "answer",
  ],
  ["hears a faint wish where nothing else is understood", { intent: { id: "abuse", score: 0.52 } }, "intent"],
  [
    "asks back rather than hear a faint wish",
    { intent: { id: "abuse", score: 0.52 }, candidates: [candidate(0.5, 0.5)], scope: 1 },
    "clarify",
  ],
])("%s", (_, evidence, verdict) => {
  expect(decide({ ...nothing, ...evidence })).toBe(verdict);
});
