/** What a step's answer holds: money in fen, a day `YYYY-MM-DD`, months, a count, an option, options, files, or words. `null`: not answered. */
export type SlotValue = string | number | boolean | readonly string[] | null;

/** The room the words left: 去年八月 is from its first day to its last, 五六千 from 500000 to 600000 fen. */
export interface Bounds {
  readonly low: string | number;
  readonly high: string | number;
}
