import { pay, type Given, type Input } from "./input.js";

const TERMS = [
  { value: "fixed", label: "有到期日的合同" },
  { value: "open", label: "无固定期限合同" },
  { value: "task", label: "干完一项任务为止的合同" },
  { value: "part-time", label: "非全日制（小时工）" },
  { value: "only", label: "只签了试用期" },
] as const;

export const INPUTS = [
  { name: "term", label: "合同种类", question: "您签的是哪一种合同？", kind: "choice", choices: TERMS, optional: false },
  {
    name: "contractMonths",
    label: "合同期限",
    question: "合同一共签了几个月（三年就是36）？",
    kind: "count",
    unit: "个月",
    min: 1,
    max: 600,
    optional: true,
  },
  {
    name: "agreedMonths",
    label: "约定的试用期",
    question: "约定的试用期是几个月？",
    kind: "count",
    unit: "个月",
    min: 0,
    max: 60,
    optional: true,
  },
  { name: "second", label: "是不是第二次试用", question: "在这个单位以前约定过试用期吗？", kind: "yes-no", optional: true },
  { name: "startedOn", label: "入职日期", question: "您是哪一天上班的？", kind: "date", fact: "startedOn", optional: true },
  { name: "servedUntil", label: "试用到哪天", question: "您按试用期干到了哪一天？", kind: "date", optional: true },
  {
    name: "fullPayFen",
    label: "转正后的月工资",
    question: "合同约定的、转正以后的月工资是多少？",
    ...pay,
    fact: "monthlyPay",
    optional: true,
  },
  { name: "probationPayFen", label: "试用期月工资", question: "试用期一个月发多少？", ...pay, optional: true },
] as const satisfies readonly Input[];
export type ProbationInputs = Given<typeof INPUTS>;
