import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const sickFrom = "2026-06-01";
const window = "在多长时间里累计";

const cases: readonly WorkedCase[] = [
  {
    because: "累计3年、本单位2年：3个月，6个月里累计",
    inputs: { startedOn: "2024-06-01", sickFrom, careerYears: 3 },
    amount: 3,
    parts: { [window]: 6 },
  },
  {
    because: "累计9.9年、本单位正好5年：6个月，12个月里累计",
    inputs: { startedOn: "2021-06-01", sickFrom, careerYears: 9.9 },
    amount: 6,
    parts: { [window]: 12 },
  },
  { because: "累计9年、本单位差一天5年：3个月", inputs: { startedOn: "2021-06-02", sickFrom, careerYears: 9 }, amount: 3 },
  {
    because: "累计10年、本单位4年：6个月",
    inputs: { startedOn: "2022-06-01", sickFrom, careerYears: 10 },
    amount: 6,
    parts: { [window]: 12 },
  },
  {
    because: "累计10年、本单位5年：9个月，15个月里累计",
    inputs: { startedOn: "2021-06-01", sickFrom, careerYears: 10 },
    amount: 9,
    parts: { [window]: 15 },
  },
  { because: "累计15年、本单位9年：9个月", inputs: { startedOn: "2017-06-01", sickFrom, careerYears: 15 }, amount: 9 },
  {
    because: "本单位10年：12个月，18个月里累计",
    inputs: { startedOn: "2016-06-01", sickFrom, careerYears: 12 },
    amount: 12,
    parts: { [window]: 18 },
  },
  {
    because: "本单位15年：18个月，24个月里累计",
    inputs: { startedOn: "2011-06-01", sickFrom, careerYears: 16 },
    amount: 18,
    parts: { [window]: 24 },
  },
  {
    because: "本单位20年：24个月，30个月里累计",
    inputs: { startedOn: "2006-06-01", sickFrom, careerYears: 20 },
    amount: 24,
    parts: { [window]: 30 },
  },
  { because: "来的当天就病了：3个月", inputs: { startedOn: sickFrom, sickFrom, careerYears: 0 }, amount: 3 },
  {
    because: "最低工资2000的80%是1600",
    inputs: { startedOn: "2024-06-01", sickFrom, careerYears: 3 },
    figures: { "minimum-wage": 2000 },
    amount: 3,
    parts: { [window]: 6, 病假工资每月最少: 160_000 },
    noFlags: ["withheld"],
  },
  {
    because: "发1500，每月少100",
    inputs: { startedOn: "2024-06-01", sickFrom, careerYears: 3, paidFen: 150_000 },
    figures: { "minimum-wage": 2000 },
    amount: 3,
    parts: { [window]: 6, 病假工资每月最少: 160_000, 每月少发: 10_000 },
  },
  {
    because: "发正好1600，不少",
    inputs: { startedOn: "2024-06-01", sickFrom, careerYears: 3, paidFen: 160_000 },
    figures: { "minimum-wage": 2000 },
    amount: 3,
    parts: { [window]: 6, 病假工资每月最少: 160_000 },
  },
  {
    because: "最低工资没有核实：只给医疗期，钱不给",
    inputs: { startedOn: "2024-06-01", sickFrom, careerYears: 3, paidFen: 1 },
    amount: 3,
    parts: { [window]: 6 },
    flags: ["withheld"],
  },
  { because: "1994年还没有这个规定", inputs: { startedOn: "1990-01-01", sickFrom: "1994-12-31", careerYears: 5 }, withheld: "earlier-law" },
  { because: "病在来之前", inputs: { startedOn: "2026-06-02", sickFrom, careerYears: 3 }, refused: ["sickFrom"] },
  { because: "本单位10年，累计不会只有3年", inputs: { startedOn: "2016-06-01", sickFrom, careerYears: 3 }, refused: ["careerYears"] },
  {
    because: "还没到的日子、负的年数",
    inputs: { startedOn: "2024-06-01", sickFrom: "2026-12-01", careerYears: -1 },
    refused: ["sickFrom", "careerYears"],
  },
  { because: "三样决定", inputs: {}, missing: ["startedOn", "sickFrom", "careerYears"] },
];

describe("sick-leave", () => testCases("sick-leave", cases));
