import { pay, type Given, type Input } from "./input.js";
import { GRADES } from "./injury-grades.js";

const OUTCOMES = [...GRADES.map(({ value, label }) => ({ value, label })), { value: "death", label: "人没了（工亡）" }] as const;

export const INPUTS = [
  {
    name: "outcome",
    label: "伤残等级",
    question: "劳动能力鉴定是几级？人不在了选工亡。",
    kind: "choice",
    choices: OUTCOMES,
    optional: false,
  },
  {
    name: "happenedOn",
    label: "受伤日期",
    question: "是哪一天出的事（职业病是哪天诊断的）？",
    kind: "date",
    fact: "happenedOn",
    optional: false,
  },
  {
    name: "averagePayFen",
    label: "受伤前月平均工资",
    question: "出事以前12个月，平均每月的缴费工资是多少（没参保的填平均月工资）？",
    ...pay,
    fact: "monthlyPay",
    optional: true,
  },
  { name: "insured", label: "是否参加工伤保险", question: "单位给缴了工伤保险吗？", kind: "yes-no", optional: true },
  { name: "spouse", label: "是否有靠他养的配偶", question: "有靠他养、没有劳动能力的配偶吗？", kind: "yes-no", optional: true },
  {
    name: "relatives",
    label: "其他靠他养的亲属",
    question: "除了配偶，还有几位靠他养、没有劳动能力的亲属（老人、孩子）？",
    kind: "count",
    unit: "人",
    min: 0,
    max: 20,
    optional: true,
  },
  {
    name: "alone",
    label: "其中孤寡老人或孤儿",
    question: "其中有几位是孤寡老人或者孤儿？",
    kind: "count",
    unit: "人",
    min: 0,
    max: 20,
    optional: true,
  },
  { name: "pastRetirement", label: "是否过了退休年龄", question: "当时过了法定退休年龄吗？", kind: "yes-no", optional: true },
] as const satisfies readonly Input[];
export type InjuryInputs = Given<typeof INPUTS>;
