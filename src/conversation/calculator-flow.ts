import type { Calculator } from "../content/schema/related.js";
import type { ConditionFile } from "../content/schema/dialog.js";

/** One input asked for, where it is the step of the same name. */
export interface Asked {
  readonly input: string;
  /** Asked only when this holds of the answers before it. */
  readonly only?: ConditionFile;
  /** Passed over when this holds. */
  readonly unless?: ConditionFile;
  /** Decides on this path, though the calculator can do without it on others. */
  readonly needed?: true;
  /** Of 去年国庆 the last day counts, not the first. */
  readonly edge?: "last";
}

const OVER_AGE = { input: "pastRetirement" } as const;

/**
 * What each calculator asks in a conversation and in which order: what a person surely knows first. Inputs that only narrow a
 * range by a little, and that few could answer, are left out; the range and its reason are told instead.
 */
export const FLOWS: Readonly<Record<Calculator, readonly Asked[]>> = {
  "unpaid-wages": [
    { input: "payBy" },
    { input: "monthlyPayFen", only: { step: "payBy", equals: "month" }, needed: true },
    { input: "unpaidFrom", only: { step: "payBy", equals: "month" }, needed: true },
    { input: "unpaidUntil", only: { step: "payBy", equals: "month" }, needed: true, edge: "last" },
    { input: "dailyPayFen", only: { step: "payBy", equals: "day" }, needed: true },
    { input: "workedDays", only: { step: "payBy", equals: "day" }, needed: true },
    { input: "agreedFen", only: { step: "payBy", equals: "total" }, needed: true },
    { input: "paidFen" },
  ],
  severance: [
    { input: "ground" },
    { input: "startedOn" },
    { input: "endedOn", edge: "last" },
    { input: "averagePayFen" },
    { input: "noticeGiven", only: { step: "ground", equals: "notice" } },
    {
      input: "lastMonthPayFen",
      only: { step: "ground", equals: "notice" },
      unless: { step: "noticeGiven", equals: true },
      needed: true,
    },
    OVER_AGE,
  ],
  "double-wage": [
    { input: "startedOn" },
    { input: "monthlyPayFen" },
    { input: "signedOn" },
    { input: "endedOn", edge: "last" },
    { input: "interruptedOn" },
    OVER_AGE,
  ],
  overtime: [
    { input: "monthlyPayFen" },
    { input: "happenedOn", edge: "last" },
    { input: "scheme" },
    { input: "approved", only: { step: "scheme", oneOf: ["comprehensive", "flexible"] } },
    { input: "periodHours", only: { step: "scheme", equals: "comprehensive" } },
    { input: "period", only: { step: "periodHours", isSet: true }, needed: true },
    { input: "workdayHours", unless: { step: "scheme", equals: "comprehensive" } },
    { input: "restDayHours", unless: { step: "scheme", equals: "comprehensive" } },
    { input: "holidayHours" },
    { input: "holidayFrom", only: { step: "holidayHours", isSet: false } },
    { input: "holidayUntil", only: { step: "holidayFrom", isSet: true }, edge: "last" },
    { input: "paidFen" },
    OVER_AGE,
  ],
  "annual-leave": [
    { input: "year" },
    { input: "careerYears" },
    { input: "startedOn" },
    { input: "endedOn", edge: "last" },
    { input: "workedBefore" },
    { input: "takenDays" },
    { input: "monthlyPayFen" },
    { input: "waived" },
  ],
  "sick-leave": [{ input: "startedOn" }, { input: "sickFrom" }, { input: "careerYears" }, { input: "paidFen" }],
  maternity: [
    { input: "event" },
    { input: "happenedOn" },
    { input: "difficult", only: { step: "event", equals: "birth" } },
    { input: "babies", only: { step: "event", equals: "birth" } },
    { input: "insured" },
    { input: "employerAverageFen" },
    { input: "ownPayFen" },
  ],
  injury: [
    { input: "outcome" },
    { input: "happenedOn" },
    { input: "averagePayFen", unless: { step: "outcome", equals: "death" }, needed: true },
    { input: "insured" },
    { input: "spouse", only: { step: "outcome", equals: "death" } },
    { input: "relatives", only: { step: "outcome", equals: "death" } },
    { input: "alone", only: { step: "relatives", atLeast: 1 } },
    OVER_AGE,
  ],
  probation: [
    { input: "term" },
    { input: "contractMonths", only: { step: "term", equals: "fixed" }, needed: true },
    { input: "agreedMonths" },
    { input: "second" },
    { input: "fullPayFen" },
    { input: "probationPayFen" },
    { input: "startedOn" },
    { input: "servedUntil", only: { step: "startedOn", isSet: true }, edge: "last" },
  ],
  unemployment: [{ input: "contributedMonths" }, { input: "involuntary" }, { input: "endedOn", edge: "last" }, { input: "leftMonths" }],
  retirement: [{ input: "kind" }, { input: "bornOn" }, { input: "contributedMonths" }],
  "non-compete": [
    { input: "endedOn", edge: "last" },
    { input: "averagePayFen" },
    { input: "keptMonths" },
    { input: "agreedFen" },
    { input: "paidFen" },
    { input: "released" },
  ],
  limitation: [
    { input: "claim" },
    { input: "stillEmployed", only: { step: "claim", equals: "wages" }, needed: true },
    { input: "startedOn", only: { step: "claim", equals: "double-wage" }, needed: true },
    {
      input: "endedOn",
      only: { step: "claim", oneOf: ["wages", "double-wage", "ending"] },
      unless: { step: "stillEmployed", equals: true },
    },
    { input: "knewOn", only: { step: "claim", oneOf: ["other", "injury"] }, needed: true },
    { input: "wrongEndedOn", only: { step: "claim", equals: "inspection" }, needed: true },
    {
      input: "interruptions",
      only: { step: "claim", oneOf: ["wages", "double-wage", "ending", "other"] },
      unless: { step: "stillEmployed", equals: true },
    },
    { input: "interruptionsProven", only: { step: "interruptions", isSet: true } },
  ],
};
