import { describe } from "vitest";
import { testCases, type WorkedCase } from "./worked-case.js";

const known = { "average-wage": 7000, "minimum-wage": 2000 };
const from2020 = { startedOn: "2020-03-01", averagePayFen: 600_000 };

const cases: readonly WorkedCase[] = [
  {
    because: "商量解除，2020-03-01到2023-02-28正好3年：6000 × 3 = 18000",
    inputs: { ...from2020, ground: "agreed", endedOn: "2023-02-28" },
    figures: known,
    amount: 1_800_000,
    noFlags: ["cap", "floor"],
  },
  {
    because: "多一天，3年零1天，不满6个月算半个月：6000 × 3.5 = 21000",
    inputs: { ...from2020, ground: "agreed", endedOn: "2023-03-01" },
    figures: known,
    amount: 2_100_000,
    flags: ["assumes"],
  },
  {
    because: "月中离职，2020-03-01到2023-08-15：3年5个月15天，算3.5个月 = 21000",
    inputs: { ...from2020, ground: "forced", endedOn: "2023-08-15" },
    figures: known,
    amount: 2_100_000,
  },
  {
    because: "3年6个月整，满6个月算一年：6000 × 4 = 24000",
    inputs: { ...from2020, ground: "layoff", endedOn: "2023-08-31" },
    figures: known,
    amount: 2_400_000,
  },
  {
    because: "只干了10天，不满半年算半个月：5001 × 0.5 = 2500.5元，正好250050分",
    inputs: { ground: "forced", startedOn: "2026-01-01", endedOn: "2026-01-10", averagePayFen: 500_100 },
    figures: known,
    amount: 250_050,
  },
  {
    because: "半个月有半分：工资3333.33元 × 0.5 = 166666.5分，四舍五入166667分",
    inputs: { ground: "forced", startedOn: "2026-01-01", endedOn: "2026-01-10", averagePayFen: 333_333 },
    figures: known,
    amount: 166_667,
  },
  {
    because: "违法辞退2N：3年零1天 3.5个月，6000 × 3.5 × 2 = 42000",
    inputs: { ...from2020, ground: "unlawful", endedOn: "2023-03-01" },
    figures: known,
    amount: 4_200_000,
    parts: { 赔偿金: 4_200_000 },
  },
  {
    because: "口头辞退说不清：N 21000 到 2N 42000",
    inputs: { ...from2020, ground: "unsure", endedOn: "2023-03-01" },
    figures: known,
    amount: [2_100_000, 4_200_000],
  },
  {
    because: "单位说严重违纪：证明得了0，证明不了2N 42000",
    inputs: { ...from2020, ground: "fault", endedOn: "2023-03-01" },
    figures: known,
    amount: [0, 4_200_000],
  },
  {
    because: "自己辞职、单位没过错：第四十六条没有这一项，0",
    inputs: { ...from2020, ground: "resigned", endedOn: "2023-03-01" },
    figures: known,
    amount: 0,
  },
  {
    because: "N+1：3年整 18000，没提前通知另付上月工资6500：24500",
    inputs: { ...from2020, ground: "notice", endedOn: "2023-02-28", noticeGiven: false, lastMonthPayFen: 650_000 },
    figures: known,
    amount: 2_450_000,
    parts: { 经济补偿: 1_800_000, 代通知金: 650_000 },
  },
  {
    because: "提前30天书面通知了，只有N：18000",
    inputs: { ...from2020, ground: "notice", endedOn: "2023-02-28", noticeGiven: true },
    figures: known,
    amount: 1_800_000,
  },
  {
    because: "不知道算不算书面通知：18000 到 24500",
    inputs: { ...from2020, ground: "notice", endedOn: "2023-02-28", lastMonthPayFen: 650_000 },
    figures: known,
    amount: [1_800_000, 2_450_000],
  },
  {
    because: "没通知但不知道上月工资：上月工资说了才能算（条例二十）",
    inputs: { ...from2020, ground: "notice", endedOn: "2023-02-28", noticeGiven: false },
    missing: ["lastMonthPayFen"],
  },
  {
    because: "2008前后分段：N从2008-01-01算到2012-03-15，4年2个月15天 = 4.5个月，6000 × 4.5 = 27000",
    inputs: { ground: "agreed", startedOn: "2003-05-01", endedOn: "2012-03-15", averagePayFen: 600_000 },
    figures: known,
    amount: 2_700_000,
    flags: ["excludes"],
  },
  {
    because: "2N不分段：2003-05-01到2012-03-15，8年10个月15天 = 9个月，6000 × 9 × 2 = 108000",
    inputs: { ground: "unlawful", startedOn: "2003-05-01", endedOn: "2012-03-15", averagePayFen: 600_000 },
    figures: known,
    amount: 10_800_000,
  },
  {
    because: "三倍封顶：月工资25000 > 7000×3=21000；15年只算12年：21000 × 12 = 252000",
    inputs: { ground: "agreed", startedOn: "2009-01-01", endedOn: "2023-12-31", averagePayFen: 2_500_000 },
    figures: known,
    amount: 25_200_000,
    flags: ["cap"],
  },
  {
    because: "工资正好三倍不算高于：21000 × 15 = 315000，12年不管它",
    inputs: { ground: "agreed", startedOn: "2009-01-01", endedOn: "2023-12-31", averagePayFen: 2_100_000 },
    figures: known,
    amount: 31_500_000,
    noFlags: ["cap"],
  },
  {
    because: "封顶的2N：21000 × 12 × 2 = 504000",
    inputs: { ground: "unlawful", startedOn: "2009-01-01", endedOn: "2023-12-31", averagePayFen: 2_500_000 },
    figures: known,
    amount: 50_400_000,
  },
  {
    because: "没有当地平均工资：给没封顶的数 25000 × 15 = 375000，并说明可能封顶",
    inputs: { ground: "agreed", startedOn: "2009-01-01", endedOn: "2023-12-31", averagePayFen: 2_500_000 },
    amount: 37_500_000,
    flags: ["cap", "floor"],
  },
  {
    because: "平均工资1800低于最低工资2000，按2000：2000 × 3 = 6000",
    inputs: { ground: "expired", startedOn: "2020-03-01", endedOn: "2023-02-28", averagePayFen: 180_000 },
    figures: known,
    amount: 600_000,
    flags: ["floor"],
  },
  {
    because: "2007年走的，劳动合同法还没有：不给数",
    inputs: { ground: "agreed", startedOn: "2003-05-01", endedOn: "2007-12-31", averagePayFen: 100_000 },
    withheld: "earlier-law",
  },
  {
    because: "过了退休年龄：法律没有定论，不给数",
    inputs: { ...from2020, ground: "unlawful", endedOn: "2026-08-01", pastRetirement: true },
    withheld: "unsettled",
  },
  {
    because: "走在来之前：请核对",
    inputs: { ...from2020, ground: "agreed", endedOn: "2020-02-01" },
    refused: ["endedOn"],
  },
  {
    because: "没到的日子、负的工资、没有的理由，一次都说出来",
    inputs: { ground: "constructor", startedOn: "2020-03-01", endedOn: "2027-01-01", averagePayFen: -1 },
    refused: ["ground", "endedOn", "averagePayFen"],
  },
  { because: "什么都没说：问四样", inputs: {}, missing: ["ground", "startedOn", "endedOn", "averagePayFen"] },
];

describe("severance", () => testCases("severance", cases));
