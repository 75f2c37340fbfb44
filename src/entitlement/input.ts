import type { FactName } from "../content/schema/facts.js";

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly question: string;
  /** Not needed for a number; leaving it out widens the number or leaves something out of it. */
  readonly optional: boolean;
  /** What a dialog calls the same thing. */
  readonly fact?: FactName;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * What a calculator wants to know. Amounts are integer fen (names end in `Fen`), days are `YYYY-MM-DD` and, unless `ahead`,
 * not after today. A count is a whole number unless it has decimals; `per` is what one payment covers.
 */
export type Input = Asked &
  (
    | { readonly kind: "amount"; readonly min: number; readonly max: number; readonly per?: "day" | "month" }
    | { readonly kind: "date"; readonly ahead?: true }
    | { readonly kind: "dates" }
    | { readonly kind: "count"; readonly unit: string; readonly min: number; readonly max: number; readonly decimals?: 1 | 2 }
    | { readonly kind: "choice"; readonly choices: readonly Choice[] }
    | { readonly kind: "yes-no" }
  );

export type InputValue = string | number | boolean | readonly string[];
/** As they came: null and undefined are not given. */
export type RawInputs = Readonly<Record<string, InputValue | null | undefined>>;

type ValueOf<I extends Input> = I extends { readonly kind: "choice"; readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : I extends { readonly kind: "amount" | "count" }
    ? number
    : I extends { readonly kind: "date" }
      ? string
      : I extends { readonly kind: "dates" }
        ? readonly string[]
        : boolean;

/** The checked values of a list of inputs, by name. */
export type Given<I extends readonly Input[]> = {
  readonly [K in I[number] as K["name"]]: ValueOf<K> | (K extends { readonly optional: true } ? undefined : never);
};

/** One hundred million yuan: more than any claim here, and far inside exact arithmetic. */
export const SUM_MAX_FEN = 10_000_000_000;
/** A million yuan a month. */
export const PAY_MAX_FEN = 100_000_000;
/** Hotline cases do not reach further back; an earlier day is a slip of the finger. */
export const FIRST_DAY = "1950-01-01";

export const pay = { kind: "amount", min: 1, max: PAY_MAX_FEN, per: "month" } as const;
export const sum = { kind: "amount", min: 0, max: SUM_MAX_FEN } as const;
