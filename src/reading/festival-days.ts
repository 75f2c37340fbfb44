import { addDays, makeDay } from "./calendar-day.js";
import { lunarDay, lunarMonth } from "./lunar-calendar.js";
import { between, oneDay, type DaySpan } from "./day-span.js";

type InYear = (year: number) => DaySpan | undefined;

const fixed =
  (month: number, day: number, length = 1): InYear =>
  (year) =>
    between(makeDay(year, month, day), makeDay(year, month, day + length - 1), length === 1 ? "day" : "part", length === 1 ? 1 : 0.9);
const lunar =
  (month: number, day: number): InYear =>
  (year) =>
    oneDay(lunarDay(year, month, day));

/** The eve and the first seven days: the holiday, and what people mean by 过年. */
const springFestival: InYear = (year) => {
  const first = lunarDay(year, 1, 1);
  return first === undefined ? undefined : between(addDays(first, -1), addDays(first, 6), "part", 0.9);
};
const newYearsEve: InYear = (year) => {
  const first = lunarDay(year, 1, 1);
  return oneDay(first === undefined ? undefined : addDays(first, -1));
};
/** The solar term 清明 of 2000 to 2099: 太阳历节气 by the usual formula with the constant 4.81. */
const clearBrightness: InYear = (year) => {
  const two = year % 100;
  return year < 2000 || year > 2099 ? undefined : oneDay(makeDay(year, 4, Math.floor(two * 0.2422 + 4.81) - Math.floor(two / 4)));
};
/** The twelfth month that ends with the Spring Festival of that year. */
const twelfthMonth: InYear = (year) => {
  const month = lunarMonth(year - 1, 12);
  return between(month?.first, month?.last, "month", 0.9);
};

/** Of each name: its days in a Gregorian year. A name that is also a number is one only beside a word for a holiday. */
export const FESTIVALS: ReadonlyMap<string, InYear> = new Map<string, InYear>([
  ["春节", springFestival],
  ["过年", springFestival],
  ["新年", springFestival],
  ["大年三十", newYearsEve],
  ["年三十", newYearsEve],
  ["除夕", newYearsEve],
  ["元宵", lunar(1, 15)],
  ["端午", lunar(5, 5)],
  ["七夕", lunar(7, 7)],
  ["中秋", lunar(8, 15)],
  ["重阳", lunar(9, 9)],
  ["腊八", (year) => oneDay(lunarDay(year - 1, 12, 8))],
  ["小年", (year) => oneDay(lunarDay(year - 1, 12, 23), 0.8)],
  ["年关", twelfthMonth],
  ["清明", clearBrightness],
  ["元旦", fixed(1, 1)],
  ["妇女节", fixed(3, 8)],
  ["三八节", fixed(3, 8)],
  ["三八妇女节", fixed(3, 8)],
  ["劳动节", fixed(5, 1, 5)],
  ["五一", fixed(5, 1, 5)],
  ["青年节", fixed(5, 4)],
  ["五四", fixed(5, 4)],
  ["儿童节", fixed(6, 1)],
  ["六一", fixed(6, 1)],
  ["七一", fixed(7, 1)],
  ["建军节", fixed(8, 1)],
  ["八一", fixed(8, 1)],
  ["教师节", fixed(9, 10)],
  ["国庆", fixed(10, 1, 7)],
  ["十一", fixed(10, 1, 7)],
  ["双十一", fixed(11, 11)],
  ["双11", fixed(11, 11)],
  ["圣诞", fixed(12, 25)],
]);
