import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const lost = { involuntary: true, endedOn: "2026-10-31" };

const cases: readonly WorkedCase[] = [
  { because: "缴了11个月，不满一年：0", inputs: { ...lost, contributedMonths: 11 }, amount: 0, flags: ["excludes"] },
  {
    because: "满一年：最长12个月，钱数由省里定，不给",
    inputs: { ...lost, contributedMonths: 12 },
    amount: 12,
    parts: {},
    flags: ["withheld", "deadline"],
  },
  { because: "59个月不足五年：12", inputs: { ...lost, contributedMonths: 59 }, amount: 12 },
  { because: "满五年：18", inputs: { ...lost, contributedMonths: 60 }, amount: 18 },
  { because: "119个月不足十年：18", inputs: { ...lost, contributedMonths: 119 }, amount: 18 },
  { because: "满十年：24", inputs: { ...lost, contributedMonths: 120 }, amount: 24 },
  { because: "三十年还是24", inputs: { ...lost, contributedMonths: 360 }, amount: 24 },
  { because: "12 + 上次剩6 = 18", inputs: { ...lost, contributedMonths: 24, leftMonths: 6 }, amount: 18 },
  { because: "18 + 上次剩10 = 28，最多24", inputs: { ...lost, contributedMonths: 60, leftMonths: 10 }, amount: 24 },
  { because: "上次剩0", inputs: { ...lost, contributedMonths: 60, leftMonths: 0 }, amount: 18 },
  { because: "自己不想干：0", inputs: { ...lost, involuntary: false, contributedMonths: 120 }, amount: 0 },
  {
    because: "核实每月1500：1500 × 12 = 18000",
    inputs: { ...lost, contributedMonths: 12 },
    figures: { "unemployment-benefit": 1500 },
    amount: 12,
    parts: { 每月失业金: 150_000, 最多一共: 1_800_000 },
    noFlags: ["withheld"],
  },
  {
    because: "1234.56 × 24 = 29629.44",
    inputs: { ...lost, contributedMonths: 120 },
    figures: { "unemployment-benefit": 1234.56 },
    amount: 24,
    parts: { 每月失业金: 123_456, 最多一共: 2_962_944 },
  },
  { because: "2011年7月以前：按当时规定", inputs: { ...lost, endedOn: "2011-06-30", contributedMonths: 60 }, withheld: "earlier-law" },
  { because: "社会保险法施行当天：18", inputs: { ...lost, endedOn: "2011-07-01", contributedMonths: 60 }, amount: 18 },
  {
    because: "负的月数、没到的日子",
    inputs: { involuntary: true, endedOn: "2027-01-01", contributedMonths: -1 },
    refused: ["contributedMonths", "endedOn"],
  },
  { because: "三样决定", inputs: {}, missing: ["contributedMonths", "involuntary", "endedOn"] },
];

describe("unemployment", () => testCases("unemployment", cases));
