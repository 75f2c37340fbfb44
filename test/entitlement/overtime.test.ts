import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

// 4350 ÷ 21.75 ÷ 8 = 25元一小时
const now = { monthlyPayFen: 435_000, happenedOn: "2026-05-31" };
const on = (happenedOn: string, holidayFrom: string, holidayUntil: string) => ({ ...now, happenedOn, holidayFrom, holidayUntil });

const cases: readonly WorkedCase[] = [
  { because: "平时10小时：25 × 10 × 150% = 375", inputs: { ...now, workdayHours: 10 }, amount: 37_500 },
  { because: "休息日16小时：25 × 16 × 200% = 800", inputs: { ...now, restDayHours: 16 }, amount: 80_000 },
  { because: "法定节假日8小时：25 × 8 × 300% = 600", inputs: { ...now, holidayHours: 8 }, amount: 60_000 },
  {
    because: "三样都有：375 + 800 + 600 = 1775",
    inputs: { ...now, workdayHours: 10, restDayHours: 16, holidayHours: 8 },
    amount: 177_500,
    parts: { 平时延长: 37_500, 休息日: 80_000, 法定节假日: 60_000 },
  },
  {
    because: "付过100：375 − 100 = 275",
    inputs: { ...now, workdayHours: 10, paidFen: 10_000, scheme: "standard" },
    amount: 27_500,
    noFlags: ["assumes"],
  },
  { because: "付多了：0", inputs: { ...now, workdayHours: 10, paidFen: 100_000 }, amount: 0 },
  { because: "6000 ÷ 174 × 3 × 150% = 155.1724 → 155.17", inputs: { ...now, monthlyPayFen: 600_000, workdayHours: 3 }, amount: 15_517 },
  { because: "2.25小时：25 × 2.25 × 150% = 84.375 → 84.38", inputs: { ...now, workdayHours: 2.25 }, amount: 8_438 },
  {
    because: "2024年春节从除夕上到初八：法定只有初一到初三3天，25 × 24 × 300% = 1800",
    inputs: on("2024-02-17", "2024-02-09", "2024-02-17"),
    amount: 180_000,
    flags: ["excludes"],
  },
  { because: "2024年除夕那天不是法定节假日：0", inputs: on("2024-02-09", "2024-02-09", "2024-02-09"), amount: 0 },
  {
    because: "2025年春节从除夕上到正月初七：法定4天，25 × 32 × 300% = 2400",
    inputs: on("2025-02-04", "2025-01-28", "2025-02-04"),
    amount: 240_000,
  },
  { because: "2026年除夕2月16日到初三19日：4天2400", inputs: on("2026-02-19", "2026-02-16", "2026-02-19"), amount: 240_000 },
  { because: "2024年五一5天班：法定1天600", inputs: on("2024-05-05", "2024-05-01", "2024-05-05"), amount: 60_000 },
  { because: "2025年五一5天班：法定2天1200", inputs: on("2025-05-05", "2025-05-01", "2025-05-05"), amount: 120_000 },
  { because: "2025年国庆上到8日，中秋10月6日在里面：4天2400", inputs: on("2025-10-08", "2025-10-01", "2025-10-08"), amount: 240_000 },
  { because: "跨年：2023-12-30到2024-01-01只有元旦1天600", inputs: on("2024-01-01", "2023-12-30", "2024-01-01"), amount: 60_000 },
  { because: "清明2026-04-05：1天600", inputs: on("2026-04-06", "2026-04-04", "2026-04-06"), amount: 60_000 },
  {
    because: "综合工时按季：520 − 496 = 24小时，25 × 24 × 150% = 900",
    inputs: { ...now, scheme: "comprehensive", approved: true, period: "quarter", periodHours: 520 },
    amount: 90_000,
  },
  {
    because: "综合工时按年，2024年250天2000小时：2050 − 2000 = 50，25 × 50 × 150% = 1875",
    inputs: { ...now, happenedOn: "2024-12-31", scheme: "comprehensive", approved: true, period: "year", periodHours: 2050 },
    amount: 187_500,
  },
  {
    because: "综合工时按月，20.67 × 8 = 165.36：170 − 165.36 = 4.64，25 × 4.64 × 150% = 174",
    inputs: { ...now, scheme: "comprehensive", period: "month", periodHours: 170 },
    amount: 17_400,
    flags: ["assumes"],
  },
  { because: "综合工时没超：0", inputs: { ...now, scheme: "comprehensive", period: "quarter", periodHours: 496 }, amount: 0 },
  {
    because: "综合工时，节日8小时照付300%：600",
    inputs: { ...now, scheme: "comprehensive", approved: true, period: "quarter", periodHours: 496, holidayHours: 8 },
    amount: 60_000,
  },
  {
    because: "综合工时没批准：按标准工时375",
    inputs: { ...now, scheme: "comprehensive", approved: false, workdayHours: 10 },
    amount: 37_500,
  },
  { because: "不定时批准了：国家规定不付，0", inputs: { ...now, scheme: "flexible", approved: true, workdayHours: 10 }, amount: 0 },
  { because: "不定时没批准：375", inputs: { ...now, scheme: "flexible", approved: false, workdayHours: 10 }, amount: 37_500 },
  {
    because: "不定时批没批不知道：0到375",
    inputs: { ...now, scheme: "flexible", workdayHours: 10 },
    amount: [0, 37_500],
    flags: ["assumes"],
  },
  {
    because: "超龄、2026-07-01以后：照付375",
    inputs: { ...now, happenedOn: "2026-07-01", workdayHours: 10, pastRetirement: true },
    amount: 37_500,
  },
  {
    because: "超龄、2026-07-01以前：没有定论",
    inputs: { ...now, happenedOn: "2026-06-30", workdayHours: 10, pastRetirement: true },
    withheld: "unsettled",
  },
  { because: "2007年：折算不一样，不给数", inputs: { ...now, happenedOn: "2007-10-01", workdayHours: 10 }, withheld: "earlier-law" },
  { because: "哪种加班都没说", inputs: now, missing: ["workdayHours", "restDayHours", "holidayHours"] },
  { because: "综合工时要知道总工时和周期", inputs: { ...now, scheme: "comprehensive" }, missing: ["periodHours", "period"] },
  { because: "2014年的农历没有收：请直接填小时", inputs: on("2014-02-05", "2014-01-31", "2014-02-05"), missing: ["holidayHours"] },
  {
    because: "说了节日10小时，就不再按日子算：25 × 10 × 300% = 750",
    inputs: { ...on("2025-02-04", "2025-01-28", "2025-02-04"), holidayHours: 10 },
    amount: 75_000,
  },
  { because: "节日止早于起", inputs: on("2026-05-05", "2026-05-05", "2026-05-01"), refused: ["holidayUntil"] },
  { because: "负的小时、四十位数", inputs: { ...now, workdayHours: -1, restDayHours: 1e39 }, refused: ["workdayHours", "restDayHours"] },
];

describe("overtime", () => testCases("overtime", cases));
