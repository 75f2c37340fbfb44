export interface Grade {
  readonly value: string;
  readonly rank: number;
  readonly label: string;
  /** Months of the person's own wage, once. */
  readonly months: number;
  /** Share of the own wage paid every month. */
  readonly percent?: number;
  readonly article: string;
}

/** 工伤保险条例 第三十五条 (1–4), 第三十六条 (5, 6), 第三十七条 (7–10). */
export const GRADES = [
  { value: "1", rank: 1, label: "一级", months: 27, percent: 90, article: "第三十五条" },
  { value: "2", rank: 2, label: "二级", months: 25, percent: 85, article: "第三十五条" },
  { value: "3", rank: 3, label: "三级", months: 23, percent: 80, article: "第三十五条" },
  { value: "4", rank: 4, label: "四级", months: 21, percent: 75, article: "第三十五条" },
  { value: "5", rank: 5, label: "五级", months: 18, percent: 70, article: "第三十六条" },
  { value: "6", rank: 6, label: "六级", months: 16, percent: 60, article: "第三十六条" },
  { value: "7", rank: 7, label: "七级", months: 13, article: "第三十七条" },
  { value: "8", rank: 8, label: "八级", months: 11, article: "第三十七条" },
  { value: "9", rank: 9, label: "九级", months: 9, article: "第三十七条" },
  { value: "10", rank: 10, label: "十级", months: 7, article: "第三十七条" },
] as const satisfies readonly Grade[];
