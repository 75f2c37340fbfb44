import { z } from "zod";

/** The closed list of topics; an answer's folder is its topic. */
export const TOPICS = {
  relation: "劳动关系认定",
  contract: "合同订立",
  change: "履行与变更",
  wages: "工资",
  "migrant-wages": "农民工工资",
  hours: "工时加班",
  leave: "休息休假",
  ending: "解除终止",
  severance: "补偿与赔偿",
  insurance: "社会保险",
  injury: "工伤职业病",
  women: "女职工与生育",
  minors: "未成年工与童工",
  dispatch: "派遣外包",
  "part-time": "非全日制",
  "non-compete": "竞业限制与服务期",
  collective: "集体合同与协商",
  union: "工会",
  dispute: "争议解决",
  safety: "劳动安全卫生",
  platform: "新就业形态",
  retirement: "退休与超龄",
  hardship: "困难帮扶",
  jobs: "就业失业",
  care: "心理关爱",
  dignity: "骚扰霸凌与个人信息",
  guide: "办事指南",
} as const;

export type Topic = keyof typeof TOPICS;
export const Topic = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]);
