/**
 * That part of an amount, in whole fen, half a fen rounded up. Rounding happens once, at the end of a line, never on a daily
 * or hourly rate in between: 6000元 ÷ 21.75 × 3 is rounded after × 3.
 */
export function share(fen: number, numerator: number, denominator: number): number {
  const twice = BigInt(denominator) * 2n;
  return Number((BigInt(fen) * BigInt(numerator) * 2n + BigInt(denominator)) / twice);
}

/** So many days' pay out of a monthly wage, at 21.75 paid days a month. `days` may have two decimals. */
export function dailyPay(monthlyFen: number, days: number): number {
  // 人社部发〔2025〕2号 二; the notice of 2008 before it said the same.
  return share(monthlyFen, Math.round(days * 100), 2175);
}
