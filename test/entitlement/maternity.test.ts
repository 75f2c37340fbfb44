import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

// 6000 ÷ 30 = 200元一天
const birth = { event: "birth", happenedOn: "2026-03-01" };
const insured = { ...birth, insured: true, employerAverageFen: 600_000 };

const cases: readonly WorkedCase[] = [
  {
    because: "98天：200 × 98 = 19600；地方延长的没有核实",
    inputs: insured,
    amount: 1_960_000,
    parts: { 产假: 98 },
    flags: ["withheld", "assumes"],
  },
  { because: "难产 98 + 15 = 113天：22600", inputs: { ...insured, difficult: true }, amount: 2_260_000, parts: { 产假: 113 } },
  { because: "双胞胎 98 + 15 = 113天：22600", inputs: { ...insured, babies: 2 }, amount: 2_260_000 },
  {
    because: "难产三胞胎 98 + 15 + 30 = 143天：28600",
    inputs: { ...insured, difficult: true, babies: 3 },
    amount: 2_860_000,
    parts: { 产假: 143 },
  },
  { because: "不满4个月流产15天：3000", inputs: { ...insured, event: "early-loss" }, amount: 300_000, noFlags: ["withheld"] },
  { because: "满4个月流产42天：8400", inputs: { ...insured, event: "late-loss" }, amount: 840_000 },
  {
    because: "本省核实是188天：37600",
    inputs: { ...insured, difficult: false },
    figures: { "maternity-days": 188 },
    amount: 3_760_000,
    parts: { 产假: 188 },
    noFlags: ["withheld"],
  },
  {
    because: "本省188天，难产再加15：203天40600",
    inputs: { ...insured, difficult: true },
    figures: { "maternity-days": 188 },
    amount: 4_060_000,
  },
  { because: "地方数再小也不低于国家的98天", inputs: insured, figures: { "maternity-days": 60 }, amount: 1_960_000 },
  {
    because: "流产不用本省的生育天数：42天8400",
    inputs: { ...insured, event: "late-loss" },
    figures: { "maternity-days": 188 },
    amount: 840_000,
  },
  { because: "没参保，按自己工资4500：150 × 98 = 14700", inputs: { ...birth, insured: false, ownPayFen: 450_000 }, amount: 1_470_000 },
  {
    because: "参没参保不知道：14700到19600",
    inputs: { ...birth, employerAverageFen: 600_000, ownPayFen: 450_000 },
    amount: [1_470_000, 1_960_000],
  },
  { because: "不知道参没参保，只有一头工资：只给天数", inputs: { ...birth, ownPayFen: 450_000 }, amount: 98, parts: {} },
  { because: "参了保但不知道单位平均工资：只给天数", inputs: { ...birth, insured: true, ownPayFen: 450_000 }, amount: 98 },
  { because: "5000.01 ÷ 30 × 98 = 16333.366 → 16333.37", inputs: { ...insured, employerAverageFen: 500_001 }, amount: 1_633_337 },
  { because: "新规定当天生的：98天", inputs: { ...birth, happenedOn: "2012-04-28" }, amount: 98 },
  { because: "新规定前一天：按当时的规定", inputs: { ...birth, happenedOn: "2012-04-27" }, withheld: "earlier-law" },
  { because: "0个孩子、没有的情形", inputs: { event: "toString", happenedOn: "2026-03-01", babies: 0 }, refused: ["event", "babies"] },
  { because: "还没到的日子", inputs: { ...birth, happenedOn: "2026-12-25" }, refused: ["happenedOn"] },
  { because: "两样决定", inputs: {}, missing: ["event", "happenedOn"] },
];

describe("maternity", () => testCases("maternity", cases));
