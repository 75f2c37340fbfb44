import type { Bearing, DaySpan } from "./day-span.js";
import type { Groups } from "./date-words.js";

/** One way to say a date: a global pattern of bounded length with named groups, and the days it means. */
export interface DateRule {
  readonly pattern: RegExp;
  /** Undefined when the words name no day: 2月30号. */
  readonly resolve: (groups: Groups, bearing: Bearing) => DaySpan | undefined;
}
