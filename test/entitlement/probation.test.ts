import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const oneYear = { term: "fixed", contractMonths: 12, agreedMonths: 6, fullPayFen: 500_000 };
const low = { "minimum-wage": 2000 };

const cases: readonly WorkedCase[] = [
  { because: "两个月的合同不能有试用期", inputs: { term: "fixed", contractMonths: 2 }, amount: 0, parts: {} },
  { because: "满三个月：1个月", inputs: { term: "fixed", contractMonths: 3 }, amount: 1 },
  { because: "11个月不满一年：1个月", inputs: { term: "fixed", contractMonths: 11 }, amount: 1 },
  { because: "一年：2个月", inputs: { term: "fixed", contractMonths: 12 }, amount: 2 },
  { because: "35个月不满三年：2个月", inputs: { term: "fixed", contractMonths: 35 }, amount: 2 },
  { because: "三年：6个月", inputs: { term: "fixed", contractMonths: 36 }, amount: 6 },
  { because: "无固定期限：6个月", inputs: { term: "open" }, amount: 6 },
  { because: "任务合同：不能约定", inputs: { term: "task" }, amount: 0 },
  { because: "非全日制：不能约定（第七十条）", inputs: { term: "part-time" }, amount: 0 },
  { because: "只签试用期：不成立", inputs: { term: "only" }, amount: 0 },
  { because: "第二次试用：不能约定", inputs: { term: "fixed", contractMonths: 36, second: true }, amount: 0 },
  {
    because: "一年合同约了6个月、干满6个月：多4个月 × 5000 = 20000；80%是4000",
    inputs: { ...oneYear, startedOn: "2026-01-01", servedUntil: "2026-06-30" },
    figures: low,
    amount: 2,
    parts: { 违法试用期赔偿金: 2_000_000, 试用期月工资最少: 400_000 },
  },
  {
    because: "干到4月15日：3月整月5000，加4月1到15日11个工作日2528.74到15天3448.28",
    inputs: { ...oneYear, startedOn: "2026-01-01", servedUntil: "2026-04-15" },
    figures: low,
    amount: 2,
    parts: { 违法试用期赔偿金: [752_874, 844_828], 试用期月工资最少: 400_000 },
    flags: ["assumes"],
  },
  {
    because: "转正以后干多久不算：约3个月、干到年底，只多1个月5000",
    inputs: { ...oneYear, agreedMonths: 3, startedOn: "2025-01-01", servedUntil: "2025-12-31" },
    figures: low,
    amount: 2,
    parts: { 违法试用期赔偿金: 500_000, 试用期月工资最少: 400_000 },
  },
  {
    because: "不知道干了多久：0 到 4 × 5000",
    inputs: oneYear,
    figures: low,
    amount: 2,
    parts: { 违法试用期赔偿金: [0, 2_000_000], 试用期月工资最少: 400_000 },
  },
  {
    because: "约定没超：没有赔偿金",
    inputs: { ...oneYear, agreedMonths: 2, startedOn: "2026-01-01", servedUntil: "2026-02-28" },
    figures: low,
    amount: 2,
    parts: { 试用期月工资最少: 400_000 },
  },
  {
    because: "80%：5000的80%是4000，发3500，每月少500",
    inputs: { term: "open", fullPayFen: 500_000, probationPayFen: 350_000 },
    figures: low,
    amount: 6,
    parts: { 试用期月工资最少: 400_000, 试用期每月少发: 50_000 },
  },
  {
    because: "最低工资4200高过80%：最少4200，每月少700",
    inputs: { term: "open", fullPayFen: 500_000, probationPayFen: 350_000 },
    figures: { "minimum-wage": 4200 },
    amount: 6,
    parts: { 试用期月工资最少: 420_000, 试用期每月少发: 70_000 },
  },
  {
    because: "发得正好4000，不少发；最低工资不知道，提醒",
    inputs: { term: "open", fullPayFen: 500_000, probationPayFen: 400_000 },
    amount: 6,
    parts: { 试用期月工资最少: 400_000 },
    flags: ["floor"],
  },
  { because: "有到期日的合同要知道几个月", inputs: { term: "fixed" }, missing: ["contractMonths"] },
  { because: "试用到的日子早于入职", inputs: { ...oneYear, startedOn: "2026-01-01", servedUntil: "2025-06-30" }, refused: ["servedUntil"] },
  { because: "0个月的合同、没有的种类", inputs: { term: "__proto__", contractMonths: 0 }, refused: ["term", "contractMonths"] },
];

describe("probation", () => testCases("probation", cases));
