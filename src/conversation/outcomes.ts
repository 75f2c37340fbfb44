/** Every way a turn can end, and what staff, metrics and logs call it. A new one without a label does not compile. */
export const OUTCOMES = {
  greeted: "问候",
  answered: "已答复",
  clarified: "请选择问的是哪一个",
  "small-talk": "寒暄",
  "out-of-scope": "不属劳动法律",
  "not-understood": "没听懂",
  "withheld-no-figure": "没有核实的数字",
  "withheld-not-in-force": "当时的规定未收录",
  danger: "遇险",
  "handoff-requested": "已登记转人工",
  "relayed-to-staff": "已交工作人员",
  asked: "继续提问",
  retried: "请重新回答",
  summarized: "请核对",
  submitted: "已提交",
  cancelled: "已取消",
  paused: "已暂存",
  explained: "说明",
  repeated: "重复",
  refused: "不能接收",
  received: "已收到材料",
  "case-shown": "已告知进度",
  "case-withdrawn": "已撤回登记",
  quiz: "普法答题",
} as const;

export type TurnOutcome = keyof typeof OUTCOMES;
