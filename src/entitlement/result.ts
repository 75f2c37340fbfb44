/**
 * An article that says what a step says. `outside` marks a text the county's statutes do not hold; its words were checked
 * in two public sources.
 */
export interface Basis {
  readonly law: string;
  readonly article: string;
  readonly outside?: true;
}

export interface Step {
  readonly text: string;
  readonly basis: readonly Basis[];
}

/** Amounts are integer fen. `from` equals `to` when nothing is left open. */
export type Quantity =
  | { readonly unit: "fen" | "days" | "months" | "hours"; readonly from: number; readonly to: number }
  /** A day `YYYY-MM-DD`. */
  | { readonly unit: "date"; readonly value: string }
  /** A calendar month `YYYY-MM`. */
  | { readonly unit: "month"; readonly value: string }
  | { readonly unit: "no-limit" };

export interface Part {
  readonly label: string;
  readonly quantity: Quantity;
}

/**
 * What a reader must know beside the number: 封顶, 托底, 没算进来的, 怎么假定的, 缺当地数字所以没算的, 凭什么证明,
 * 期限, 已经过了期限.
 */
export type FlagKind = "cap" | "floor" | "excludes" | "assumes" | "withheld" | "evidence" | "deadline" | "past";

export interface Flag {
  readonly kind: FlagKind;
  readonly text: string;
}

export interface Calculation {
  readonly kind: "calculated";
  /** What the amount is, in a few words. */
  readonly label: string;
  readonly amount: Quantity;
  readonly formula: string;
  /** Numbered by their order. */
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  readonly flags: readonly Flag[];
}

export interface Fault {
  readonly input: string;
  readonly say: string;
}

export interface Refusal {
  readonly kind: "refused";
  readonly faults: readonly Fault[];
}

/** No number: the figure is not confirmed, the law of that day is not held here, or the law itself is not settled. */
export interface Withholding {
  readonly kind: "withheld";
  readonly reason: "no-figure" | "earlier-law" | "unsettled";
  /** Why, and whom to ask for what. */
  readonly say: string;
  readonly basis: readonly Basis[];
}

export interface Wanted {
  readonly name: string;
  readonly question: string;
}

export interface Missing {
  readonly kind: "missing";
  /** The inputs that decide and are not there, with the question to ask for each. */
  readonly wanted: readonly Wanted[];
}

/** Every result names its calculator and the version of its rules, so that a number kept in a case can be traced. */
export type Result = { readonly calculator: string; readonly version: number } & (Calculation | Missing | Refusal | Withholding);

/** Articles of one law. */
export function cite(law: string, ...articles: readonly string[]): readonly Basis[] {
  return articles.map((article) => ({ law, article }));
}

/** A text the library does not hold, checked in two public sources. */
export function citeOutside(law: string, article: string): readonly Basis[] {
  return [{ law, article, outside: true }];
}

export function flag(kind: FlagKind, text: string): Flag {
  return { kind, text };
}

export function fen(from: number, to = from): Quantity {
  return { unit: "fen", from, to };
}

export function refuse(input: string, say: string): Refusal {
  return { kind: "refused", faults: [{ input, say }] };
}
