import type { Row } from "../../reading/cases/table.js";
import { daysOf } from "../../reading/cases/expected-days.js";

/** What a reader made of one text: the bounds of what it read, or nothing. An error is a miss with its reason. */
export type Answer = { readonly low: number; readonly high: number } | { readonly failed: string } | undefined;

export type Kind = "amount" | "money" | "date" | "duration";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const NEAR = 0.02;
const ROUNDING = 0.01;

/** The bounds a case expects; undefined when nothing is to be read. */
export function expectedBounds(kind: Kind, { expected }: Row): Bounds | undefined {
  if (expected === "-") return undefined;
  switch (kind) {
    case "amount":
    case "money":
      return amountBounds(expected.split(" ")[0] ?? "");
    case "duration":
      return durationBounds(expected);
    case "date": {
      const [from = "", until = ""] = daysOf(expected).split("..");
      return { low: dayNumber(from), high: dayNumber(until) + 1 };
    }
  }
}

/** A single figure is right within the bounds or 2 % beside them, a range when what both share is at least half of what either holds. */
export function isRight(kind: Kind, answer: Answer, expected: Bounds | undefined): boolean {
  if (answer !== undefined && "failed" in answer) return false;
  if (answer === undefined || expected === undefined) return answer === expected;
  const near = kind === "date" ? 0 : NEAR * Math.abs(expected.low) + ROUNDING;
  if (answer.low === answer.high) return answer.low >= expected.low - near && answer.high <= expected.high + near;
  const shared = Math.min(answer.high, expected.high) - Math.max(answer.low, expected.low);
  const all = Math.max(answer.high, expected.high) - Math.min(answer.low, expected.low);
  return all <= near || (shared > 0 && shared / all >= 0.5);
}

/** Days since 1970 as a half-open stretch, so that one day has a length. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function amountBounds(expected: string): Bounds {
  const [low = "", high = low] = (expected.split("/")[0] ?? "").split("..");
  return { low: Number(low), high: high === "" ? Number(low) : Number(high) };
}

function durationBounds(expected: string): Bounds {
  const [parts = "", range] = expected.split(" ");
  if (range !== undefined) {
    const [low = "", high = ""] = range.split("..");
    return { low: Number(low), high: high === "" ? Number(low) : Number(high) };
  }
  const of = (unit: string): number => Number(new RegExp(`([\\d.]+)${unit}`).exec(parts)?.[1] ?? 0);
  const months = of("y") * 12 + of("m") + of("d") / 30;
  return { low: months, high: months };
}
