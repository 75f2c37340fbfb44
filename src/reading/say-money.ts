import type { Approximation } from "./approximate-words.js";

/** What one payment covers: 一个月6000 is a monthly amount. */
export type Period = "hour" | "day" | "week" | "month" | "year";

const PERIOD_WORDS: Readonly<Record<Period, string>> = { hour: "每小时", day: "每天", week: "每周", month: "每月", year: "每年" };

interface Said {
  readonly fen: number;
  readonly low?: number;
  readonly high?: number;
  readonly period?: Period;
}

/** 我理解的是：2万3千元（23000元），对吗？ A range is said by its ends, 左右 and 不到 as they were said. */
export function readBackAmount(said: Said, about: Approximation | undefined): string {
  const every = said.period === undefined ? "" : PERIOD_WORDS[said.period];
  return `我理解的是：${every}${words(said, about)}，对吗？`;
}

function words({ fen, low = fen, high }: Said, about: Approximation | undefined): string {
  const figure = spoken(fen) === `${plain(fen)}元` ? "" : `（${plain(fen)}元）`;
  if (about === "about") return `${spoken(fen)}左右`;
  if (about === "under") return `不到${spoken(fen)}`;
  if (about === "over") return `不少于${spoken(fen)}`;
  return high === undefined || high === low ? `${spoken(fen)}${figure}` : `${spoken(low, "")}到${spoken(high)}`;
}

/** 2万3千元; sums under a thousand and with odd figures are said in figures. */
function spoken(fen: number, ending = "元"): string {
  const yuan = Math.floor(fen / 100);
  if (fen % 100 !== 0 || yuan < 1_000) return `${plain(fen)}${ending}`;
  const tenThousands = Math.floor(yuan / 10_000);
  const rest = yuan % 10_000;
  const head = tenThousands === 0 ? "" : `${tenThousands}万`;
  if (rest === 0) return `${head}${ending}`;
  if (rest % 1_000 === 0) return `${head}${rest / 1_000}千${ending}`;
  return `${head}${head !== "" && rest < 1_000 ? "零" : ""}${rest}${ending}`;
}

function plain(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** 2万3千元; 5千到6千元 where there is room. */
export function sayMoney({ fen, low, high }: { readonly fen: number; readonly low: number; readonly high: number }): string {
  return low === high ? spoken(fen) : low < fen && fen < high ? `${spoken(fen)}左右` : `${spoken(low, "")}到${spoken(high)}`;
}
