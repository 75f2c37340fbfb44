import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const left = { endedOn: "2025-06-30", averagePayFen: 800_000 };
const low = { "minimum-wage": 2000 };

const cases: readonly WorkedCase[] = [
  {
    because: "8000 × 30% = 2400，12个月28800",
    inputs: { ...left, keptMonths: 12 },
    figures: low,
    amount: 2_880_000,
    parts: { 每月补偿: 240_000 },
  },
  {
    because: "最低工资2500高于2400：2500 × 12 = 30000",
    inputs: { ...left, keptMonths: 12 },
    figures: { "minimum-wage": 2500 },
    amount: 3_000_000,
    flags: ["floor"],
  },
  {
    because: "正好等于最低工资2400，不是低于：28800",
    inputs: { ...left, keptMonths: 12 },
    figures: { "minimum-wage": 2400 },
    amount: 2_880_000,
    noFlags: ["floor"],
  },
  { because: "不知道最低工资：28800，并说明托底", inputs: { ...left, keptMonths: 12 }, amount: 2_880_000, flags: ["floor"] },
  { because: "约定3000：3000 × 12 = 36000", inputs: { ...left, keptMonths: 12, agreedFen: 300_000 }, figures: low, amount: 3_600_000 },
  {
    because: "约定3000，最低工资3500：按约定36000，另有标准的问12333",
    inputs: { ...left, keptMonths: 12, agreedFen: 300_000 },
    figures: { "minimum-wage": 3500 },
    amount: 3_600_000,
  },
  {
    because: "付过6000：28800 − 6000 = 22800",
    inputs: { ...left, keptMonths: 12, paidFen: 600_000 },
    figures: low,
    amount: 2_280_000,
    noFlags: ["assumes"],
  },
  {
    because: "单位提前解除，另付3个月7200：28800 + 7200 = 36000",
    inputs: { ...left, keptMonths: 12, released: true },
    figures: low,
    amount: 3_600_000,
    parts: { 每月补偿: 240_000, 单位提前解除另付的三个月: 720_000 },
  },
  {
    because: "付多了不抵三个月：3个月7200付了9000，只剩7200",
    inputs: { ...left, keptMonths: 3, paidFen: 900_000, released: true },
    figures: low,
    amount: 720_000,
  },
  { because: "3个半月：2400 × 3.5 = 8400", inputs: { ...left, keptMonths: 3.5 }, figures: low, amount: 840_000 },
  { because: "满两年：2400 × 24 = 57600", inputs: { ...left, keptMonths: 24 }, figures: low, amount: 5_760_000 },
  { because: "一天没遵守：0", inputs: { ...left, keptMonths: 0 }, figures: low, amount: 0 },
  {
    because: "3333.33 × 30% = 999.999 → 1000.00",
    inputs: { endedOn: "2025-06-30", averagePayFen: 333_333, keptMonths: 1 },
    figures: { "minimum-wage": 500 },
    amount: 100_000,
  },
  { because: "超过两年的约定无效", inputs: { ...left, keptMonths: 25 }, refused: ["keptMonths"] },
  { because: "不是数字", inputs: { ...left, keptMonths: Number.NaN }, refused: ["keptMonths"] },
  {
    because: "负的工资、没到的日子",
    inputs: { endedOn: "2026-12-31", averagePayFen: -5, keptMonths: 1 },
    refused: ["endedOn", "averagePayFen"],
  },
  { because: "三样决定", inputs: {}, missing: ["endedOn", "averagePayFen", "keptMonths"] },
];

describe("non-compete", () => testCases("non-compete", cases));
