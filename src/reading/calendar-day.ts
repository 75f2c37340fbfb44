/** Days as text, `YYYY-MM-DD`, in the Gregorian calendar; counted from 1970 where days are added. */

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** The day, or undefined when the calendar has none: 30 February, month 13. Years 1900 to 2199. */
export function makeDay(year: number, month: number, day: number): string | undefined {
  const exists = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : undefined;
}

export function partsOf(day: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function addDays(day: string, count: number): string {
  return fromCount(toCount(day) + count);
}

/** Nights from one day to the other; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return toCount(until) - toCount(from);
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(day: string, count: number): string {
  const { year, month, day: date } = partsOf(day);
  const shifted = shiftMonth(year, month, count);
  return makeDay(shifted.year, shifted.month, Math.min(date, daysInMonth(shifted.year, shifted.month))) ?? day;
}

export function shiftMonth(year: number, month: number, count: number): { readonly year: number; readonly month: number } {
  const total = year * 12 + month - 1 + count;
  return { year: Math.floor(total / 12), month: (total % 12) + 1 };
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: string): number {
  return ((((toCount(day) + 3) % 7) + 7) % 7) + 1;
}

// Days from civil and back: the year begins in March, so that the leap day comes last, in eras of 400 years.
function toCount(text: string): number {
  const { year, month, day } = partsOf(text);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function fromCount(count: number): string {
  const shifted = count + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
