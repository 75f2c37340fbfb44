import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

// 4350 ÷ 21.75 = 200元一天
const here = { year: 2025, startedOn: "2020-01-01", monthlyPayFen: 435_000 };

const cases: readonly WorkedCase[] = [
  {
    because: "累计5年，5天没休：200 × 5 × 200% = 2000，连正常工资300%是3000",
    inputs: { ...here, careerYears: 5 },
    amount: 200_000,
    parts: { 应休: 5, 没休: 5, "按300%的总数（里面100%是正常工资）": 300_000 },
  },
  { because: "9.9年还是5天：2000", inputs: { ...here, careerYears: 9.9 }, amount: 200_000 },
  { because: "满10年10天：4000", inputs: { ...here, careerYears: 10 }, amount: 400_000 },
  { because: "19年10天：4000", inputs: { ...here, careerYears: 19 }, amount: 400_000 },
  { because: "满20年15天：6000", inputs: { ...here, careerYears: 20 }, amount: 600_000 },
  {
    because: "休了2天，剩3天：200 × 3 × 200% = 1200",
    inputs: { ...here, careerYears: 5, takenDays: 2 },
    amount: 120_000,
    noFlags: ["assumes"],
  },
  { because: "休了2天半，剩2天半：1000", inputs: { ...here, careerYears: 5, takenDays: 2.5 }, amount: 100_000 },
  { because: "多休了不扣回：0", inputs: { ...here, careerYears: 5, takenDays: 8 }, amount: 0 },
  {
    because: "6000 ÷ 21.75 × 1 × 200% = 551.7241 → 551.72",
    inputs: { ...here, careerYears: 5, takenDays: 4, monthlyPayFen: 600_000 },
    amount: 55_172,
  },
  {
    because: "8月15日离职：227天 ÷ 365 × 10 = 6.2，算6天：2400",
    inputs: { ...here, careerYears: 12, endedOn: "2025-08-15" },
    amount: 240_000,
  },
  {
    because: "7月1日新来，以前满12个月：184 ÷ 365 × 5 = 2.52，算2天：800",
    inputs: { ...here, startedOn: "2025-07-01", careerYears: 3, workedBefore: true },
    amount: 80_000,
  },
  {
    because: "3月1日来、8月31日走：184 ÷ 365 × 10 = 5.04，算5天：2000",
    inputs: { ...here, startedOn: "2025-03-01", endedOn: "2025-08-31", careerYears: 10, workedBefore: true },
    amount: 200_000,
  },
  {
    because: "第一份工作，那年没满12个月：0",
    inputs: { ...here, startedOn: "2025-07-01", careerYears: 1, workedBefore: false },
    amount: 0,
  },
  {
    because: "2025-05-01才满12个月：245 ÷ 365 × 5 = 3.36算3天，宽的算5天：1200到2000",
    inputs: { ...here, startedOn: "2024-05-01", careerYears: 1, workedBefore: false },
    amount: [120_000, 200_000],
    flags: ["assumes"],
  },
  { because: "来之前干没干满不知道：要问", inputs: { ...here, startedOn: "2024-05-01", careerYears: 1 }, missing: ["workedBefore"] },
  { because: "不满10年、病假满2个月：没有，0", inputs: { ...here, careerYears: 5, sickMonths: 2 }, amount: 0 },
  { because: "满10年、病假2个月不到3个月：10天4000", inputs: { ...here, careerYears: 12, sickMonths: 2 }, amount: 400_000 },
  { because: "满20年、病假满4个月：0", inputs: { ...here, careerYears: 25, sickMonths: 4 }, amount: 0 },
  { because: "不扣工资的事假满20天：0", inputs: { ...here, careerYears: 5, paidPersonalDays: 20 }, amount: 0 },
  {
    because: "自己书面不休：只有正常工资，另加0",
    inputs: { ...here, careerYears: 5, waived: true },
    amount: 0,
    parts: { 应休: 5, 没休: 5 },
  },
  {
    because: "没说工资：只给天数5",
    inputs: { year: 2025, startedOn: "2020-01-01", careerYears: 5 },
    amount: 5,
    parts: { 应休: 5, 没休: 5 },
  },
  { because: "闰年366天不多给：5天2000", inputs: { ...here, year: 2024, careerYears: 5 }, amount: 200_000 },
  { because: "累计不满1年：0", inputs: { ...here, startedOn: "2025-03-01", careerYears: 0.5 }, amount: 0 },
  { because: "还没到的年份", inputs: { ...here, year: 2027, careerYears: 5 }, refused: ["year"] },
  { because: "2008年以前没有条例", inputs: { ...here, year: 2007, careerYears: 5 }, refused: ["year"] },
  { because: "那年还没进单位", inputs: { ...here, startedOn: "2026-01-01", careerYears: 5 }, refused: ["startedOn"] },
  { because: "那年已经走了", inputs: { ...here, endedOn: "2024-12-31", careerYears: 5 }, refused: ["endedOn"] },
];

describe("annual-leave", () => testCases("annual-leave", cases));
