/** Words beside a number that widen it: about, under, over. */
export type Approximation = "about" | "under" | "over";

const BEFORE: readonly [Approximation, RegExp][] = [
  ["about", /(?:大概|大约|差不多|约摸|估计|约)(?:是|有|要)?\s?$/],
  ["under", /(?:将近|接近|不到|不足|不满|未满|快要?|(?<![最附])近)\s?$/],
  ["over", /(?:至少|最少|起码|不止|超过|多于|不少于)\s?$/],
];
const AFTER: readonly [Approximation, RegExp][] = [
  ["about", /^\s?(?:左右|上下|的样子)/],
  ["under", /^\s?(?:不到|以内|之内|以下|不满)/],
  ["over", /^\s?(?:以上|往上|还多|出头|有余|不止)/],
];

/** The word of approximation right before `at` and right after `end`, with where it ends. */
export function approximationAround(
  text: string,
  at: number,
  end: number,
): { readonly kind: Approximation | undefined; readonly end: number } {
  const after = text.slice(end, end + 6);
  for (const [kind, pattern] of AFTER) {
    const word = pattern.exec(after)?.[0];
    if (word !== undefined) return { kind, end: end + word.length };
  }
  if (/^上[百千万亿]/.test(text.slice(Math.max(0, at - 1), at + 1))) return { kind: "over", end };
  const before = text.slice(Math.max(0, at - 8), at);
  return { kind: BEFORE.find(([, pattern]) => pattern.test(before))?.[0], end };
}

/** The bounds a number has with that word beside it; an open end stays undefined. */
export function widen(
  kind: Approximation | undefined,
  low: number,
  high: number,
): { readonly low: number; readonly high: number | undefined } {
  switch (kind) {
    case undefined:
      return { low, high };
    case "about":
      return { low: low * 0.9, high: high * 1.1 };
    case "under":
      return { low: low * 0.8, high };
    case "over":
      return { low, high: high > low ? high : undefined };
  }
}
