import { pay, type Given, type Input } from "./input.js";

export const INPUTS = [
  { name: "startedOn", label: "入职日期", question: "您是哪一天开始上班的？", kind: "date", fact: "startedOn", optional: false },
  {
    name: "monthlyPayFen",
    label: "月工资",
    question: "没签合同的这段时间，一个月应发多少钱？",
    ...pay,
    fact: "monthlyPay",
    optional: false,
  },
  { name: "signedOn", label: "补签合同的日期", question: "后来补签过书面劳动合同吗？哪一天签的？", kind: "date", optional: true },
  { name: "endedOn", label: "离职日期", question: "已经离开单位的，最后一天是哪一天？", kind: "date", fact: "endedOn", optional: true },
  { name: "claimedOn", label: "申请仲裁的日期", question: "已经申请仲裁的，是哪一天申请的？", kind: "date", optional: true },
  {
    name: "interruptedOn",
    label: "最近一次要过的日期",
    question: "您最近一次有凭据地向单位要这笔钱，或者向劳动监察、工会投诉，是哪一天？",
    kind: "date",
    optional: true,
  },
  {
    name: "restWorkedDays",
    label: "零头上了几天班",
    question: "不满一个月的那几天里，您上了几天班？",
    kind: "count",
    unit: "天",
    min: 0,
    max: 31,
    decimals: 1,
    optional: true,
  },
  { name: "pastRetirement", label: "是否过了退休年龄", question: "您当时过了法定退休年龄吗？", kind: "yes-no", optional: true },
] as const satisfies readonly Input[];
export type DoubleWageInputs = Given<typeof INPUTS>;
