import { partsOf } from "../reading/calendar-day.js";

/** 6000元, 1234.56元. */
export function sayYuan(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  return rest === 0 ? `${yuan}元` : `${yuan}.${String(rest).padStart(2, "0")}元`;
}

/** 2024年3月1日. */
export function sayDay(day: string): string {
  const { year, month, day: date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** 6000元, or 6000元到6500元. */
export function sayRange(from: number, to: number): string {
  return from === to ? sayYuan(from) : `${sayYuan(from)}到${sayYuan(to)}`;
}
