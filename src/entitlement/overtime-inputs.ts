import { pay, sum, type Given, type Input } from "./input.js";
import { PERIODS } from "./overtime-period.js";

const SCHEMES = [
  { value: "standard", label: "标准工时（每天8小时、每周40小时）" },
  { value: "comprehensive", label: "综合计算工时（按月、季或年总算）" },
  { value: "flexible", label: "不定时（不打卡、自己安排）" },
] as const;

const hours = { kind: "count", unit: "小时", min: 0, max: 8784, decimals: 2, optional: true } as const;

export const INPUTS = [
  {
    name: "monthlyPayFen",
    label: "正常上班的月工资",
    question: "不算加班费，正常上班一个月多少工资？",
    ...pay,
    fact: "monthlyPay",
    optional: false,
  },
  {
    name: "happenedOn",
    label: "加班的日期",
    question: "加班是哪一天？是一段时间的，填最后一天。",
    kind: "date",
    fact: "happenedOn",
    optional: false,
  },
  { name: "scheme", label: "工时制度", question: "单位实行哪一种工时？不清楚就不填。", kind: "choice", choices: SCHEMES, optional: true },
  { name: "approved", label: "是否经过批准", question: "综合工时或不定时，劳动部门批准过吗？", kind: "yes-no", optional: true },
  { name: "workdayHours", label: "平时加班小时", question: "平时上班的日子，一共多干了几个小时？", ...hours },
  { name: "restDayHours", label: "休息日加班小时", question: "休息日一共干了几个小时（单位安排补休了的不算）？", ...hours },
  { name: "holidayHours", label: "法定节假日加班小时", question: "法定节假日当天一共干了几个小时？", ...hours },
  { name: "holidayFrom", label: "过节从哪天上班", question: "过节期间从哪一天起一直上班？", kind: "date", optional: true },
  { name: "holidayUntil", label: "过节上到哪天", question: "过节期间上班到哪一天？", kind: "date", optional: true },
  { name: "periodHours", label: "周期里的总工时", question: "综合工时一个周期里一共干了几个小时（法定节假日干的不算）？", ...hours },
  {
    name: "period",
    label: "综合工时的周期",
    question: "综合工时是按月、按季还是按年算？",
    kind: "choice",
    choices: PERIODS,
    optional: true,
  },
  { name: "paidFen", label: "已经付的加班费", question: "单位已经付过多少加班费？", ...sum, optional: true },
  { name: "pastRetirement", label: "是否过了退休年龄", question: "您当时过了法定退休年龄吗？", kind: "yes-no", optional: true },
] as const satisfies readonly Input[];
export type OvertimeInputs = Given<typeof INPUTS>;
