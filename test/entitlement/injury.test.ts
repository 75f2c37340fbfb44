import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const hurt = { happenedOn: "2026-03-01", averagePayFen: 600_000 };
const average = { "average-wage": 7000 };
const allowance = "每月伤残津贴";

const cases: readonly WorkedCase[] = [
  {
    because: "一级 6000 × 27 = 162000，每月90% 5400",
    inputs: { ...hurt, outcome: "1" },
    figures: average,
    amount: 16_200_000,
    parts: { [allowance]: 540_000 },
    noFlags: ["cap", "withheld"],
  },
  {
    because: "二级 6000 × 25 = 150000，每月85% 5100",
    inputs: { ...hurt, outcome: "2" },
    figures: average,
    amount: 15_000_000,
    parts: { [allowance]: 510_000 },
  },
  {
    because: "三级 6000 × 23 = 138000，每月80% 4800",
    inputs: { ...hurt, outcome: "3" },
    figures: average,
    amount: 13_800_000,
    parts: { [allowance]: 480_000 },
  },
  {
    because: "四级 6000 × 21 = 126000，每月75% 4500",
    inputs: { ...hurt, outcome: "4" },
    figures: average,
    amount: 12_600_000,
    parts: { [allowance]: 450_000 },
  },
  {
    because: "五级 6000 × 18 = 108000，难安排工作每月70% 4200",
    inputs: { ...hurt, outcome: "5" },
    figures: average,
    amount: 10_800_000,
    parts: { [allowance]: 420_000 },
    flags: ["withheld"],
  },
  {
    because: "六级 6000 × 16 = 96000，每月60% 3600",
    inputs: { ...hurt, outcome: "6" },
    figures: average,
    amount: 9_600_000,
    parts: { [allowance]: 360_000 },
  },
  {
    because: "七级 6000 × 13 = 78000；省里定的两笔不给数",
    inputs: { ...hurt, outcome: "7" },
    figures: average,
    amount: 7_800_000,
    parts: {},
    flags: ["withheld"],
  },
  { because: "八级 6000 × 11 = 66000", inputs: { ...hurt, outcome: "8" }, figures: average, amount: 6_600_000 },
  { because: "九级 6000 × 9 = 54000", inputs: { ...hurt, outcome: "9" }, figures: average, amount: 5_400_000 },
  { because: "十级 6000 × 7 = 42000", inputs: { ...hurt, outcome: "10", insured: false }, figures: average, amount: 4_200_000 },
  {
    because: "工资30000高过7000 × 300% = 21000：21000 × 27 = 567000，每月18900",
    inputs: { ...hurt, averagePayFen: 3_000_000, outcome: "1" },
    figures: average,
    amount: 56_700_000,
    parts: { [allowance]: 1_890_000 },
    flags: ["cap"],
  },
  {
    because: "正好21000不算高过：21000 × 7 = 147000",
    inputs: { ...hurt, averagePayFen: 2_100_000, outcome: "10" },
    figures: average,
    amount: 14_700_000,
    noFlags: ["cap"],
  },
  {
    because: "工资3000低于7000 × 60% = 4200：4200 × 7 = 29400",
    inputs: { ...hurt, averagePayFen: 300_000, outcome: "10" },
    figures: average,
    amount: 2_940_000,
    flags: ["floor"],
  },
  { because: "当地平均工资没核实：42000，说明封顶托底", inputs: { ...hurt, outcome: "10" }, amount: 4_200_000, flags: ["cap"] },
  {
    because: "工亡：54188 × 20 = 1083760，丧葬 7000 × 6 = 42000，合1125760",
    inputs: { happenedOn: "2026-03-01", outcome: "death" },
    figures: { ...average, "national-disposable-income": 54_188 },
    amount: 112_576_000,
    parts: { 一次性工亡补助金: 108_376_000, 丧葬补助金: 4_200_000 },
  },
  {
    because: "工亡没有当地平均工资：只给1083760，丧葬不给",
    inputs: { happenedOn: "2026-03-01", outcome: "death" },
    figures: { "national-disposable-income": 54_188 },
    amount: 108_376_000,
    flags: ["withheld"],
  },
  {
    because: "全国数字没核实：一个数也不给",
    inputs: { happenedOn: "2026-03-01", outcome: "death" },
    figures: average,
    withheld: "no-figure",
  },
  {
    because: "配偶40% + 两位亲属60% = 100%：每月6000",
    inputs: { ...hurt, outcome: "death", spouse: true, relatives: 2 },
    figures: { ...average, "national-disposable-income": 54_188 },
    amount: 112_576_000,
    parts: { 一次性工亡补助金: 108_376_000, 丧葬补助金: 4_200_000, 每月供养亲属抚恤金: 600_000 },
    noFlags: ["cap"],
  },
  {
    because: "配偶40% + 三位90% = 130%，最多100%：每月6000",
    inputs: { ...hurt, outcome: "death", spouse: true, relatives: 3 },
    figures: { ...average, "national-disposable-income": 54_188 },
    amount: 112_576_000,
    parts: { 一次性工亡补助金: 108_376_000, 丧葬补助金: 4_200_000, 每月供养亲属抚恤金: 600_000 },
    flags: ["cap"],
  },
  {
    because: "一个孤儿 30% + 10% = 40%：每月2400",
    inputs: { ...hurt, outcome: "death", relatives: 1, alone: 1 },
    figures: { ...average, "national-disposable-income": 54_188 },
    amount: 112_576_000,
    parts: { 一次性工亡补助金: 108_376_000, 丧葬补助金: 4_200_000, 每月供养亲属抚恤金: 240_000 },
  },
  {
    because: "超龄：办法另行制定，不给数",
    inputs: { ...hurt, happenedOn: "2026-08-01", outcome: "10", pastRetirement: true },
    withheld: "unsettled",
  },
  { because: "2010年的：标准不一样", inputs: { ...hurt, happenedOn: "2010-12-31", outcome: "10" }, withheld: "earlier-law" },
  { because: "伤残要知道工资", inputs: { happenedOn: "2026-03-01", outcome: "10" }, missing: ["averagePayFen"] },
  { because: "没有十一级", inputs: { ...hurt, outcome: "11" }, refused: ["outcome"] },
  {
    because: "还没到的日子、负的工资",
    inputs: { outcome: "10", happenedOn: "2026-12-01", averagePayFen: -1 },
    refused: ["happenedOn", "averagePayFen"],
  },
];

describe("injury", () => testCases("injury", cases));
