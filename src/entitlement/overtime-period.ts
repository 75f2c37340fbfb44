export const PERIODS = [
  { value: "month", label: "按月" },
  { value: "quarter", label: "按季" },
  { value: "year", label: "按年" },
] as const;
type Period = (typeof PERIODS)[number]["value"];

/** Hours a period holds: 人社部发〔2025〕2号 一; before 2025 劳社部发〔2008〕3号, with 250 working days a year. In hundredths. */
const HOURS: Readonly<Record<Period, { readonly since2025: number; readonly before: number }>> = {
  month: { since2025: 16_536, before: 16_664 },
  quarter: { since2025: 49_600, before: 50_000 },
  year: { since2025: 198_400, before: 200_000 },
};

/** Hours beyond what the period holds, never negative. */
export function excessHours(worked: number, period: Period, day: string): number {
  const { since2025, before } = HOURS[period];
  return Math.max(0, Math.round(worked * 100) - (day >= "2025-01-01" ? since2025 : before)) / 100;
}
