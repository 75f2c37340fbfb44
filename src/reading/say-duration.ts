import type { Approximation } from "./approximate-words.js";

interface Said {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly low: number;
  readonly high?: number;
}

/** 我理解的是：2年3个月，对吗？ A range is said by its ends, 左右 and 不到 as they were said. */
export function readBackDuration(said: Said, about: Approximation | undefined): string {
  return `我理解的是：${words(said, about)}，对吗？`;
}

function words(said: Said, about: Approximation | undefined): string {
  const { low, high } = said;
  if (about === "about") return `${spoken(said)}左右`;
  if (about === "under") return `不到${spoken(said)}`;
  if (high === undefined) return `不少于${spoken(said)}`;
  return low === high ? spoken(said) : `${spokenMonths(low)}到${spokenMonths(high)}`;
}

function spoken({ years = 0, months = 0, days = 0 }: Pick<Said, "years" | "months" | "days">): string {
  const whole = Math.floor(months);
  const half = months > whole ? "半" : "";
  const monthWords = months === 0 ? "" : whole === 0 ? "半个月" : `${whole}个${half}月`;
  return [years === 0 ? "" : `${years}年`, monthWords, days === 0 ? "" : `${days}天`].join("");
}

/** Months of 30 days in the largest units that fit. */
function spokenMonths(total: number): string {
  if (total < 1 || total * 2 !== Math.round(total * 2)) {
    const days = Math.round(total * 30);
    return days < 60 ? spoken({ days }) : `约${spoken({ years: Math.floor(total / 12), months: Math.round((total % 12) * 2) / 2 })}`;
  }
  return spoken({ years: Math.floor(total / 12), months: total % 12 });
}

/** 2年3个月; 3个月到4个月 where there is room. */
export function sayMonths({ months, low, high }: { readonly months: number; readonly low: number; readonly high: number }): string {
  return low === high
    ? spokenMonths(months)
    : low < months && months < high
      ? `${spokenMonths(months)}左右`
      : `${spokenMonths(low)}到${spokenMonths(high)}`;
}
