import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const pay = { monthlyPayFen: 600_000 };
const year = { ...pay, startedOn: "2025-03-01", endedOn: "2026-02-28" };

const cases: readonly WorkedCase[] = [
  {
    because: "一直没签，满一年：2025-04-01到2026-02-28，11个月 × 6000 = 66000",
    inputs: { ...year, claimedOn: "2026-03-01" },
    amount: 6_600_000,
  },
  {
    because: "2026-09-01才申请：严算只剩2025-09-01以后6个月36000，宽算66000",
    inputs: { ...year, claimedOn: "2026-09-01" },
    amount: [3_600_000, 6_600_000],
    parts: { 不看时效的全部: 6_600_000, 按最严的算法还在时效里的: 3_600_000 },
    flags: ["deadline"],
  },
  {
    because: "离最后一个月也过了一年：严算0，说明还能争什么",
    inputs: { ...pay, startedOn: "2024-03-01", endedOn: "2025-02-28" },
    amount: [0, 6_600_000],
    flags: ["past"],
  },
  {
    because: "2026-03-01投诉过，时效重新算：2025-03-01以后的都在，66000",
    inputs: { ...year, interruptedOn: "2026-03-01" },
    amount: 6_600_000,
    noFlags: ["past", "deadline"],
  },
  {
    because: "2025-06-01那次到今天过了一年，不管用：2025-11-24起3个月18000，加2月24到28日4个工作日1103.45",
    inputs: { ...year, interruptedOn: "2025-06-01" },
    amount: [1_910_345, 6_600_000],
  },
  { because: "一个月内补签：0", inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-03-20" }, amount: 0 },
  { because: "先签后上班：0", inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-02-20" }, amount: 0 },
  {
    because: "2026-06-01补签：4月、5月，2 × 6000 = 12000",
    inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-06-01" },
    amount: 1_200_000,
  },
  {
    because: "5月11日补签：4月6000，5月1到10日上6天班 6000 ÷ 21.75 × 6 = 1655.17",
    inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-05-11", restWorkedDays: 6 },
    amount: 765_517,
  },
  {
    because: "上了几天没说：5月1到10日，五天班6天1655.17，天天上10天2758.62",
    inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-05-11" },
    amount: [765_517, 875_862],
    flags: ["assumes"],
  },
  {
    because: "还在干：算到今天11月24日，17个工作日4689.66，天天上封顶一个月6000",
    inputs: { ...pay, startedOn: "2026-10-01" },
    amount: [468_966, 600_000],
  },
  {
    because: "1月31日上班，最多也是11个月：66000",
    inputs: { ...pay, startedOn: "2025-01-31", endedOn: "2026-01-30", claimedOn: "2026-02-01" },
    amount: 6_600_000,
  },
  {
    because: "2007年上班没合同：从2008-01-01起算，2月到12月11个月66000",
    inputs: { ...pay, startedOn: "2007-06-01", endedOn: "2008-12-31", claimedOn: "2008-12-31" },
    amount: 6_600_000,
  },
  {
    because: "干了两年不签：第二年视为无固定期限，还是11个月66000（到满一年前一日）",
    inputs: { ...pay, startedOn: "2024-12-01", claimedOn: "2025-12-01" },
    amount: 6_600_000,
  },
  { because: "没满一个月就走：0", inputs: { ...pay, startedOn: "2026-05-01", endedOn: "2026-05-20" }, amount: 0 },
  {
    because: "满一个月的次日走，上了1天：6000 ÷ 21.75 = 275.86",
    inputs: { ...pay, startedOn: "2026-05-01", endedOn: "2026-06-01", restWorkedDays: 1 },
    amount: 27_586,
  },
  { because: "2007年就走了：当时没有这一项", inputs: { ...pay, startedOn: "2006-05-01", endedOn: "2007-06-01" }, withheld: "earlier-law" },
  { because: "过了退休年龄：没有定论", inputs: { ...year, pastRetirement: true }, withheld: "unsettled" },
  { because: "走在来之前", inputs: { ...pay, startedOn: "2026-05-01", endedOn: "2026-04-01" }, refused: ["endedOn"] },
  {
    because: "零头只有10天，上不了11天班",
    inputs: { ...pay, startedOn: "2026-03-01", signedOn: "2026-05-11", restWorkedDays: 11 },
    refused: ["restWorkedDays"],
  },
  {
    because: "没到的日子、没有的日子",
    inputs: { ...pay, startedOn: "2027-01-01", endedOn: "2026-02-30" },
    refused: ["startedOn", "endedOn"],
  },
  { because: "两样决定", inputs: {}, missing: ["startedOn", "monthlyPayFen"] },
];

describe("double-wage", () => testCases("double-wage", cases));
