import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const monthly = { payBy: "month", monthlyPayFen: 600_000 };

const cases: readonly WorkedCase[] = [
  { because: "三个整月：6000 × 3 = 18000", inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-05-31" }, amount: 1_800_000 },
  {
    because: "从15号到14号也是三个整月：18000",
    inputs: { ...monthly, unpaidFrom: "2026-03-15", unpaidUntil: "2026-06-14" },
    amount: 1_800_000,
  },
  {
    because: "一个月加8天班：6000 + 6000 ÷ 21.75 × 8 = 6000 + 2206.8966 → 8206.90",
    inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-04-10", restWorkedDays: 8 },
    amount: 820_690,
  },
  {
    because: "零头上了几天没说：4月1日到10日，五天班是8天2206.90，天天上是10天2758.62",
    inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-04-10" },
    amount: [820_690, 875_862],
    flags: ["assumes"],
  },
  {
    because: "不到一个月，8天班：2206.90",
    inputs: { ...monthly, unpaidFrom: "2026-04-01", unpaidUntil: "2026-04-10", restWorkedDays: 8 },
    amount: 220_690,
  },
  {
    because: "30天天天上班：6000 ÷ 21.75 × 30 = 8275.86，最多算一个月 6000",
    inputs: { ...monthly, unpaidFrom: "2026-01-01", unpaidUntil: "2026-01-30", restWorkedDays: 30 },
    amount: 600_000,
  },
  {
    because: "付过5000：18000 − 5000 = 13000",
    inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-05-31", paidFen: 500_000 },
    amount: 1_300_000,
    noFlags: ["assumes"],
  },
  {
    because: "付的比该付的多：不欠，0",
    inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-05-31", paidFen: 2_000_000 },
    amount: 0,
  },
  { because: "点工：300 × 26.5 = 7950", inputs: { payBy: "day", dailyPayFen: 30_000, workedDays: 26.5 }, amount: 795_000 },
  {
    because: "半天有半分：333.33 × 0.5 = 166.665 → 166.67",
    inputs: { payBy: "day", dailyPayFen: 33_333, workedDays: 0.5 },
    amount: 16_667,
  },
  { because: "结算单20000，付过5000：15000", inputs: { payBy: "total", agreedFen: 2_000_000, paidFen: 500_000 }, amount: 1_500_000 },
  {
    because: "闰年二月1日到29日是一个整月：6000",
    inputs: { ...monthly, unpaidFrom: "2024-02-01", unpaidUntil: "2024-02-29" },
    amount: 600_000,
  },
  {
    because: "1月31日到2月27日，满一个月：6000",
    inputs: { ...monthly, unpaidFrom: "2026-01-31", unpaidUntil: "2026-02-27" },
    amount: 600_000,
  },
  {
    because: "在职时久拖十年，工资照样算：6000 × 120 = 720000",
    inputs: { ...monthly, unpaidFrom: "2016-01-01", unpaidUntil: "2025-12-31" },
    amount: 72_000_000,
  },
  { because: "按月要三样", inputs: { payBy: "month" }, missing: ["monthlyPayFen", "unpaidFrom", "unpaidUntil"] },
  { because: "按天还差天数", inputs: { payBy: "day", dailyPayFen: 30_000 }, missing: ["workedDays"] },
  { because: "总数没说", inputs: { payBy: "total" }, missing: ["agreedFen"] },
  { because: "止早于起", inputs: { ...monthly, unpaidFrom: "2026-05-01", unpaidUntil: "2026-04-01" }, refused: ["unpaidUntil"] },
  { because: "还没到的日子", inputs: { ...monthly, unpaidFrom: "2026-05-01", unpaidUntil: "2026-12-31" }, refused: ["unpaidUntil"] },
  {
    because: "整月以外只有3天，上不了5天班",
    inputs: { ...monthly, unpaidFrom: "2026-03-01", unpaidUntil: "2026-04-03", restWorkedDays: 5 },
    refused: ["restWorkedDays"],
  },
  { because: "负的金额、离谱的金额", inputs: { payBy: "total", agreedFen: -1, paidFen: 1e15 }, refused: ["agreedFen", "paidFen"] },
];

describe("unpaid-wages", () => testCases("unpaid-wages", cases));
