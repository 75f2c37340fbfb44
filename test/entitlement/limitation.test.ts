import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

// Today is Tuesday 2026-11-24.
const strict = "严格算的最后一天";
const left = "还剩";
const wide = "往宽里争最晚到";

const cases: readonly WorkedCase[] = [
  {
    because: "还在单位干，欠薪没有一年限制",
    inputs: { claim: "wages", stillEmployed: true },
    amount: "no-limit",
    flags: ["deadline", "evidence"],
  },
  {
    because: "2026-03-10离职，满一年的前一天2027-03-09是星期二；到那天105天",
    inputs: { claim: "wages", endedOn: "2026-03-10" },
    amount: "2027-03-09",
    parts: { [strict]: "2027-03-09", [left]: 105 },
    noFlags: ["deadline", "past"],
  },
  { because: "2027-03-13是星期六，提前到星期五", inputs: { claim: "wages", endedOn: "2026-03-14" }, amount: "2027-03-12" },
  {
    because: "2026-10-05在国庆里，前面挨着中秋9月25日，退到9月22日；已过",
    inputs: { claim: "wages", endedOn: "2025-10-06" },
    amount: "2026-09-22",
    parts: { [strict]: "2026-10-05", [left]: 0 },
    flags: ["past"],
  },
  {
    because: "2027年春节2月6日，2月10日到不了，退到2月2日星期二",
    inputs: { claim: "ending", endedOn: "2026-02-11" },
    amount: "2027-02-02",
  },
  {
    because: "有凭据2026-05-20要过，重新算到2027-05-19星期三",
    inputs: { claim: "ending", endedOn: "2025-06-01", interruptions: ["2026-05-20"], interruptionsProven: true },
    amount: "2027-05-19",
    noFlags: ["past", "evidence"],
  },
  {
    because: "没凭据：保守不算，2026-05-31星期日退到29日，已过；往宽里争2027-05-20",
    inputs: { claim: "ending", endedOn: "2025-06-01", interruptions: ["2026-05-20"] },
    amount: "2026-05-29",
    parts: { [strict]: "2026-05-31", [left]: 0, [wide]: "2027-05-20" },
    flags: ["past", "evidence"],
  },
  {
    because: "一年过完才要，不能重新算",
    inputs: { claim: "ending", endedOn: "2025-06-01", interruptions: ["2026-06-10"], interruptionsProven: true },
    amount: "2026-05-29",
    flags: ["past"],
  },
  {
    because: "一环接一环：2025-05-01、2026-04-15，到2027-04-14星期三",
    inputs: { claim: "ending", endedOn: "2024-06-01", interruptions: ["2026-04-15", "2025-05-01"], interruptionsProven: true },
    amount: "2027-04-14",
  },
  {
    because: "第一环2025-07-01晚了，后面的也接不上：2025-05-31是端午，退到28日",
    inputs: { claim: "ending", endedOn: "2024-06-01", interruptions: ["2025-07-01", "2026-04-15"], interruptionsProven: true },
    amount: "2025-05-28",
    flags: ["past"],
  },
  {
    because: "离职前要过的，不改离职那天起算",
    inputs: { claim: "wages", endedOn: "2026-03-10", interruptions: ["2025-12-01"], interruptionsProven: true },
    amount: "2027-03-09",
  },
  {
    because: "2026年2月到4月没法申请89天：保守不指望，往宽里2026-11-01加89天是2027-01-29",
    inputs: { claim: "other", knewOn: "2025-11-01", suspendedFrom: "2026-02-01", suspendedUntil: "2026-04-30" },
    amount: "2026-10-30",
    parts: { [strict]: "2026-10-31", [left]: 0, [wide]: "2027-01-29" },
    flags: ["past"],
  },
  {
    because: "只剩15天，提醒",
    inputs: { claim: "other", knewOn: "2025-12-10" },
    amount: "2026-12-09",
    parts: { [strict]: "2026-12-09", [left]: 15 },
    flags: ["deadline"],
    noFlags: ["past"],
  },
  {
    because: "就是今天",
    inputs: { claim: "other", knewOn: "2025-11-25" },
    amount: "2026-11-24",
    parts: { [strict]: "2026-11-24", [left]: 0 },
    flags: ["deadline"],
    noFlags: ["past"],
  },
  {
    because: "二倍工资：2026-02-01起，最紧到2027-01-31星期日，退到29日；从最后一个月2026-12-31算到2027-12-31",
    inputs: { claim: "double-wage", startedOn: "2026-01-01" },
    amount: "2027-01-29",
    parts: { [strict]: "2027-01-31", [left]: 66, [wide]: "2027-12-31" },
    flags: ["deadline"],
  },
  {
    because: "工伤2026-02-20，到2027-02-19星期五",
    inputs: { claim: "injury", knewOn: "2026-02-20" },
    amount: "2027-02-19",
    flags: ["deadline"],
  },
  {
    because: "工伤认定没有中断：要过也没用，2026-10-19",
    inputs: { claim: "injury", knewOn: "2025-10-20", interruptions: ["2026-05-01"], interruptionsProven: true },
    amount: "2026-10-19",
    flags: ["past"],
  },
  {
    because: "为劳动关系打官司181天不算：往宽里2026-10-20加181天是2027-04-19",
    inputs: { claim: "injury", knewOn: "2025-10-20", suspendedFrom: "2026-01-01", suspendedUntil: "2026-06-30" },
    amount: "2026-10-19",
    parts: { [strict]: "2026-10-19", [left]: 0, [wide]: "2027-04-19" },
    flags: ["past"],
  },
  { because: "监察两年：2025-01-15到2027-01-14星期四", inputs: { claim: "inspection", wrongEndedOn: "2025-01-15" }, amount: "2027-01-14" },
  { because: "2月29日：2025-02-27星期四", inputs: { claim: "other", knewOn: "2024-02-29" }, amount: "2025-02-27", flags: ["past"] },
  { because: "先知道后离职，按早的", inputs: { claim: "ending", endedOn: "2026-06-01", knewOn: "2026-03-10" }, amount: "2027-03-09" },
  { because: "要工资先问在不在职", inputs: { claim: "wages" }, missing: ["stillEmployed", "endedOn"] },
  { because: "不在职了要知道哪天走的", inputs: { claim: "wages", stillEmployed: false }, missing: ["endedOn"] },
  { because: "其他争议要知道哪天", inputs: { claim: "other" }, missing: ["knewOn"] },
  { because: "还在职又有离职日期", inputs: { claim: "wages", stillEmployed: true, endedOn: "2026-01-01" }, refused: ["endedOn"] },
  {
    because: "中断的日子还没到、写得不对",
    inputs: { claim: "other", knewOn: "2026-01-01", interruptions: ["2027-01-01"] },
    refused: ["interruptions"],
  },
  {
    because: "没法申请的止早于起",
    inputs: { claim: "other", knewOn: "2026-01-01", suspendedFrom: "2026-03-01", suspendedUntil: "2026-02-01" },
    refused: ["suspendedUntil"],
  },
];

describe("limitation", () => testCases("limitation", cases));
