import { articleKey, type ArticleRef, type StatuteRow } from "./rows.js";

export interface StatuteFigures {
  readonly recall1: number;
  readonly recall3: number;
  readonly recall5: number;
  readonly mrr10: number;
  /** Mean over gold articles of the share of its rows where that article is among the first five. */
  readonly macro5: number;
}

export function measureStatutes(rows: readonly StatuteRow[], ranked: readonly (readonly ArticleRef[])[]): StatuteFigures {
  const first: number[] = [];
  const byArticle = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const list = (ranked[index] ?? []).map(articleKey);
    const gold = new Set(row.gold.map(articleKey));
    first.push(list.findIndex((key) => gold.has(key)));
    for (const key of gold) byArticle.set(key, [...(byArticle.get(key) ?? []), list.slice(0, 5).includes(key) ? 1 : 0]);
  });
  const within = (k: number): number => mean(first.map((at) => (at >= 0 && at < k ? 1 : 0)));
  return {
    recall1: within(1),
    recall3: within(3),
    recall5: within(5),
    mrr10: mean(first.map((at) => (at >= 0 && at < 10 ? 1 / (at + 1) : 0))),
    macro5: mean([...byArticle.values()].map(mean)),
  };
}

/** The same list for every question: the articles most often right. */
export function mostFrequentList(rows: readonly StatuteRow[]): ArticleRef[] {
  const counts = new Map<string, { ref: ArticleRef; count: number }>();
  for (const ref of rows.flatMap(({ gold }) => gold)) {
    const key = articleKey(ref);
    counts.set(key, { ref, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 10)
    .map(({ ref }) => ref);
}

/** The chance that a positive scores above a negative. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((score, index) => ({ score, positive: positive[index] === true })).sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let at = 0; at < order.length;) {
    let end = at;
    while (end < order.length && order[end]?.score === order[at]?.score) end++;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at++) if (order[at]?.positive === true) ranks += rank;
  }
  const positives = positive.filter(Boolean).length;
  const negatives = positive.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives || 1);
}

export function f1(predicted: readonly boolean[], actual: readonly boolean[]): number {
  let hit = 0;
  let wrong = 0;
  predicted.forEach((yes, index) => {
    if (yes && actual[index] === true) hit++;
    else if (yes !== (actual[index] === true)) wrong++;
  });
  return (2 * hit) / (2 * hit + wrong || 1);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
