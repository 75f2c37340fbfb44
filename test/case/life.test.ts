import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workCalendar } from "../../src/calendar.js";
import { actsFor, decideAct, type ActDetails, type Mover } from "../../src/case/act.js";
import { CASE_STATES, ENDED, type CaseState, type Matter } from "../../src/case/case.js";
import { ACTS, type CaseAct } from "../../src/case/life.js";
import { ACT_WORDS, STATE_WORDS } from "../../src/case/words.js";

const NOW = Date.parse("2026-03-03T10:00:00+08:00");
const CLOCKS = { take: 1, finish: 15, followUp: 5, promised: true };
const DIALOG = { dialog: "unpaid-wages", version: 1, answers: [] };
const handler = (staffId: string): Mover => ({ actor: "handler", staffId });
const complainant: Mover = { actor: "complainant" };

function matter(change: Partial<Matter> = {}): Matter {
  return {
    ...{ reference: "AAAA-CCCC", about: { kind: "case", dialog: DIALOG, facts: {} }, state: "waiting", revision: 1, risk: 0 },
    ...{ openedAt: NOW, clockFrom: NOW, pauses: [], ...change },
  };
}

function after(before: Matter, act: CaseAct, by: { mover: Mover; details?: ActDetails; now?: number }): Matter {
  const { mover, details = {}, now = NOW } = by;
  const decided = decideAct(before, act, { mover, details }, { now, calendar: workCalendar, clocks: CLOCKS });
  if (decided.kind === "refused") throw new Error(decided.why);
  const { state, owner, dueAt, clockFrom, pauses, result, revision } = decided.change;
  const { owner: _owner, dueAt: _due, result: _result, closedAt: _closed, ...rest } = before;
  const optional = {
    ...(owner && { owner }),
    ...(dueAt && { dueAt }),
    ...(result && { result }),
    ...(ENDED.has(state) && { closedAt: now }),
  };
  return { ...rest, ...optional, state, clockFrom, pauses, revision: revision + 1 };
}

function why(before: Matter, act: CaseAct, by: { mover: Mover; details?: ActDetails }): string {
  const decided = decideAct(before, act, { mover: by.mover, details: by.details ?? {} }, { now: NOW, calendar: workCalendar });
  return decided.kind === "refused" ? decided.why : "";
}

const taken = (change: Partial<Matter> = {}): Matter => matter({ state: "accepted", owner: "s1", ...change });

describe("the life of a case", () => {
  it("begins its clocks anew at taking, and stops them while others are waited for", () => {
    const first = after(matter(), "claim", { mover: handler("s1") });
    expect(first).toMatchObject({ state: "accepted", owner: "s1", dueAt: Date.parse("2026-03-24T23:59:59.999+08:00") });
    const waits = after(first, "ask-worker", { mover: handler("s1"), details: { reason: "要工资条" } });
    expect([waits.dueAt, waits.pauses]).toEqual([undefined, [{ reason: "awaiting-worker", from: NOW }]]);
    const later = NOW + 3 * 86_400_000;
    const goesOn = after(waits, "resume", { mover: { actor: "system" }, now: later });
    expect(goesOn.pauses).toEqual([{ reason: "awaiting-worker", from: NOW, until: later }]);
    expect(goesOn.dueAt).toBe(Date.parse("2026-03-26T23:59:59.999+08:00"));
  });

  it("asks for what an act cannot do without", () => {
    expect(why(taken(), "refer", { mover: handler("s1"), details: { reason: "x", told: "x" } })).toBe("请选转给哪个部门。");
    expect(why(taken(), "release", { mover: handler("s1"), details: { reason: "  " } })).toBe("请写明原因。");
    expect(why(matter({ state: "follow-up", owner: "s1" }), "close", { mover: handler("s2"), details: { solved: false } })).toBe(
      "请写明问题解决了没有。",
    );
  });

  it("leaves a case to whoever has it, and the follow-up to somebody else", () => {
    expect(why(taken(), "begin", { mover: handler("s2") })).toBe("这件事由别的同事负责，请先转交。");
    expect(why(taken(), "begin", { mover: { actor: "director", staffId: "s9" } })).toBe("");
    const done = matter({ state: "follow-up", owner: "s1" });
    expect(why(done, "close", { mover: handler("s1"), details: { solved: true } })).toBe("回访要由别的同事来做。");
    expect(after(done, "close", { mover: handler("s2"), details: { solved: true } }).state).toBe("closed");
    expect(after(done, "unsolved", { mover: complainant, details: { reason: "钱没到" } })).toMatchObject({ state: "working", owner: "s1" });
  });

  it("keeps a referral open until the other body has answered", () => {
    const referred = matter({ state: "referred", owner: "s1" });
    expect(actsFor(referred, handler("s1"))).toEqual(["release", "transfer", "answered"]);
    expect(why(referred, "finish", { mover: handler("s1"), details: { outcome: "paid", told: "x" } })).not.toBe("");
  });

  it("lets the complainant withdraw and come back, and nothing else", () => {
    for (const state of Object.keys(CASE_STATES) as CaseState[]) {
      const expected = ENDED.has(state) ? ["reopen"] : state === "follow-up" ? ["unsolved", "withdraw"] : ["withdraw"];
      expect([state, actsFor(matter({ state, owner: "s1" }), complainant)]).toEqual([state, expected]);
    }
  });

  it("ends a request for a person without a follow-up call, and a complaint never", () => {
    const request = taken({ about: { kind: "handoff", reason: "asked" } });
    expect(after(request, "settle", { mover: handler("s1"), details: { outcome: "explained", told: "已答复" } }).state).toBe("closed");
    expect(why(taken(), "settle", { mover: handler("s1"), details: { outcome: "explained", told: "已答复" } })).toBe(
      "这类事项没有这一步。",
    );
  });
});

describe("whatever is done in whatever order", () => {
  const details: ActDetails = {
    ...{
      reason: "因",
      declineReason: "not-ours",
      body: "inspection",
      answer: "答",
      outcome: "paid",
      told: "告知",
      to: "s3",
      solved: true,
      into: "BBBB-CCCC",
    },
  };
  const movers: readonly Mover[] = [handler("s1"), handler("s2"), { actor: "director", staffId: "s9" }, complainant, { actor: "system" }];

  it("a matter has an owner exactly from taking to handing back, and no due time when it has ended", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTS.keys()), fc.constantFrom(...movers)), { maxLength: 40 }), (steps) => {
        let now = matter();
        for (const [act, mover] of steps) {
          if (!actsFor(now, mover).includes(act)) {
            expect(why(now, act, { mover, details })).not.toBe("");
            continue;
          }
          now = after(now, act, { mover, details });
          if (now.state === "waiting") expect(now.owner).toBeUndefined();
          if (!ENDED.has(now.state) && now.state !== "waiting") expect(now.owner).toBeDefined();
          if (ENDED.has(now.state)) expect([now.dueAt, now.result === undefined]).toEqual([undefined, false]);
          expect(now.pauses.filter(({ until }) => until === undefined).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("hostile names are no acts", () => {
    for (const name of ["constructor", "__proto__", "toString", ""])
      expect(why(matter(), name as CaseAct, { mover: handler("s1") })).toBe("没有这个操作。");
  });
});

it("every state, and every act the complainant should know of, has words", () => {
  expect(Object.keys(STATE_WORDS).toSorted()).toEqual(Object.keys(CASE_STATES).toSorted());
  expect([...ACTS.keys()].filter((act) => !ACT_WORDS.has(act))).toEqual(["release"]);
});
