import { quantile } from "../recognition/metrics.js";

/** Milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

export function timingOf(times: readonly number[]): Timing {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

export function medianOf(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** One side's figures over the other's, round by round; the middle one. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  return medianOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
