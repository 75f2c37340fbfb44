import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const parts = (delay: number, early: string, late: string, needed: number) => ({
  延迟: delay,
  自愿提前最早: early,
  商量延迟最晚: late,
  最低缴费: needed,
});

const cases: readonly WorkedCase[] = [
  {
    because: "男1964年12月生，60岁是2024年12月，不延迟",
    inputs: { kind: "male", bornOn: "1964-12-31" },
    amount: "2024-12",
    parts: { 延迟: 0, 最低缴费: 180 },
  },
  {
    because: "男1965年1月生，60岁2025年1月，延1个月",
    inputs: { kind: "male", bornOn: "1965-01-15" },
    amount: "2025-02",
    parts: parts(1, "2025-01", "2028-02", 180),
  },
  { because: "男1965年4月生，头四个月都延1个月：2025年5月", inputs: { kind: "male", bornOn: "1965-04-30" }, amount: "2025-05" },
  { because: "男1965年5月生，延2个月：2025年7月", inputs: { kind: "male", bornOn: "1965-05-01" }, amount: "2025-07" },
  {
    because: "男1970年6月生：60岁2030年6月，离2025年1月65个月，65 ÷ 4取整16再加1，延17个月：2031年11月；2031年最低16年",
    inputs: { kind: "male", bornOn: "1970-06-01" },
    amount: "2031-11",
    parts: parts(17, "2030-06", "2034-11", 192),
  },
  { because: "男1976年8月生：139 ÷ 4取整34加1，延35个月：2039年7月", inputs: { kind: "male", bornOn: "1976-08-31" }, amount: "2039-07" },
  {
    because: "男1976年9月生：140 ÷ 4 + 1 = 36，满63岁2039年9月；2039年最低20年",
    inputs: { kind: "male", bornOn: "1976-09-01" },
    amount: "2039-09",
    parts: parts(36, "2036-09", "2042-09", 240),
  },
  {
    because: "男1990年1月生：63岁封顶2053年1月，最低20年",
    inputs: { kind: "male", bornOn: "1990-01-01" },
    amount: "2053-01",
    parts: parts(36, "2050-01", "2056-01", 240),
  },
  {
    because: "男1968年12月生：47 ÷ 4取整11加1，延12个月：2029年12月，还是15年",
    inputs: { kind: "male", bornOn: "1968-12-01" },
    amount: "2029-12",
    parts: parts(12, "2028-12", "2032-12", 180),
  },
  {
    because: "男1969年1月生：48 ÷ 4加1，延13个月：2030年2月，最低15年6个月",
    inputs: { kind: "male", bornOn: "1969-01-01" },
    amount: "2030-02",
    parts: parts(13, "2029-01", "2033-02", 186),
  },
  { because: "女原55岁1969年12月生：2024年12月，不延", inputs: { kind: "female-55", bornOn: "1969-12-01" }, amount: "2024-12" },
  { because: "女原55岁1970年1月生：2025年2月", inputs: { kind: "female-55", bornOn: "1970-01-01" }, amount: "2025-02" },
  {
    because: "女原55岁1981年9月生：满58岁2039年9月",
    inputs: { kind: "female-55", bornOn: "1981-09-01" },
    amount: "2039-09",
    parts: parts(36, "2036-09", "2042-09", 240),
  },
  { because: "女原50岁1974年12月生：2024年12月，不延", inputs: { kind: "female-50", bornOn: "1974-12-31" }, amount: "2024-12" },
  { because: "女原50岁1975年2月生：头两个月延1个月：2025年3月", inputs: { kind: "female-50", bornOn: "1975-02-01" }, amount: "2025-03" },
  { because: "女原50岁1975年3月生：延2个月：2025年5月", inputs: { kind: "female-50", bornOn: "1975-03-01" }, amount: "2025-05" },
  {
    because: "女原50岁1980年5月生：64 ÷ 2加1，延33个月：2033年2月；提前三年到2030年2月，但不早于50岁2030年5月；2033年17年",
    inputs: { kind: "female-50", bornOn: "1980-05-01" },
    amount: "2033-02",
    parts: parts(33, "2030-05", "2036-02", 204),
  },
  {
    because: "女原50岁1984年11月生：118 ÷ 2加1，延60个月：55岁2039年11月；最早提前三年2036年11月",
    inputs: { kind: "female-50", bornOn: "1984-11-01" },
    amount: "2039-11",
    parts: parts(60, "2036-11", "2042-11", 240),
  },
  {
    because: "缴了100个月，180 − 100还差80",
    inputs: { kind: "male", bornOn: "1965-01-15", contributedMonths: 100 },
    amount: "2025-02",
    parts: { ...parts(1, "2025-01", "2028-02", 180), 到现在还差: 80 },
    flags: ["excludes"],
  },
  {
    because: "缴够180个月，不差",
    inputs: { kind: "male", bornOn: "1965-01-15", contributedMonths: 180 },
    amount: "2025-02",
    parts: parts(1, "2025-01", "2028-02", 180),
  },
  { because: "还没出生、没有的种类", inputs: { kind: "hasOwnProperty", bornOn: "2030-01-01" }, refused: ["kind", "bornOn"] },
  { because: "两样决定", inputs: {}, missing: ["kind", "bornOn"] },
];

describe("retirement", () => testCases("retirement", cases));
