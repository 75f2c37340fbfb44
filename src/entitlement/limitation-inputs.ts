import type { Given, Input } from "./input.js";

const CLAIMS = [
  { value: "wages", label: "要拖欠的工资、加班费" },
  { value: "double-wage", label: "要没签合同的二倍工资" },
  { value: "ending", label: "要经济补偿、赔偿金（被辞退、被迫走）" },
  { value: "other", label: "其他劳动争议" },
  { value: "injury", label: "申请认定工伤" },
  { value: "inspection", label: "向劳动监察投诉" },
] as const;

export const INPUTS = [
  { name: "claim", label: "要什么", question: "您想要的是哪一样？", kind: "choice", choices: CLAIMS, optional: false },
  {
    name: "stillEmployed",
    label: "还在不在单位",
    question: "您现在还在这个单位干吗？",
    kind: "yes-no",
    fact: "stillEmployed",
    optional: true,
  },
  { name: "startedOn", label: "入职日期", question: "您是哪一天上班的？", kind: "date", fact: "startedOn", optional: true },
  { name: "endedOn", label: "离职日期", question: "您最后一天是哪一天？", kind: "date", fact: "endedOn", optional: true },
  {
    name: "knewOn",
    label: "出事或知道的那天",
    question: "是哪一天出的事，或者哪一天知道自己吃了亏（职业病填诊断那天）？",
    kind: "date",
    fact: "happenedOn",
    optional: true,
  },
  {
    name: "wrongEndedOn",
    label: "违法的事到哪天为止",
    question: "单位做的这件事，到哪一天为止（还在继续的填今天）？",
    kind: "date",
    fact: "unpaidUntil",
    optional: true,
  },
  {
    name: "interruptions",
    label: "要过、投诉过、单位答应过的日子",
    question: "哪几天向单位要过、投诉过，或者单位答应过要给？",
    kind: "dates",
    optional: true,
  },
  {
    name: "interruptionsProven",
    label: "有没有凭据",
    question: "这些日子有凭据吗（微信、短信、录音、投诉回执、欠条）？",
    kind: "yes-no",
    optional: true,
  },
  {
    name: "suspendedFrom",
    label: "没法申请从哪天起",
    question: "有没有因为天灾、重病这类原因没法申请？从哪一天起？",
    kind: "date",
    optional: true,
  },
  { name: "suspendedUntil", label: "没法申请到哪天止", question: "没法申请的原因到哪一天为止？", kind: "date", optional: true },
] as const satisfies readonly Input[];
export type LimitationInputs = Given<typeof INPUTS>;
