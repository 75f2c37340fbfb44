import { cite, type Basis } from "./result.js";

/** N: 经济补偿. 2N: 赔偿金. What a ground gives at least and at most. */
export interface Ground {
  readonly label: string;
  readonly least: 0 | 1 | 2;
  readonly most: 0 | 1 | 2;
  readonly why: string;
  readonly basis: readonly Basis[];
}

const UNLAWFUL: readonly Basis[] = cite("劳动合同法", "第四十八条", "第八十七条");

/** How the work ended, as people say it. */
export const GROUNDS = [
  { value: "agreed", label: "单位先提出，双方商量好解除" },
  { value: "forced", label: "单位欠薪、没缴社保等，我被迫走" },
  { value: "notice", label: "单位以生病治疗期满、干不了活或情况大变为由辞退" },
  { value: "layoff", label: "单位裁员" },
  { value: "expired", label: "合同到期，单位不续或者压低条件" },
  { value: "task", label: "按一项任务签的合同，任务做完了" },
  { value: "closed", label: "单位破产、被吊销或者解散" },
  { value: "unlawful", label: "没有合法理由就辞退我" },
  { value: "unsure", label: "口头叫我走，说不清理由" },
  { value: "fault", label: "单位说我严重违纪或有大错" },
  { value: "resigned", label: "我自己辞职，单位没有过错" },
] as const;
export type GroundId = (typeof GROUNDS)[number]["value"];

const RULES: Readonly<Record<GroundId, Omit<Ground, "label">>> = {
  agreed: once("单位提出、双方商量好解除的，要付经济补偿。", cite("劳动合同法", "第四十六条")),
  forced: once("单位有拖欠工资、没依法缴社保等情形，您提出解除的，要付经济补偿。", cite("劳动合同法", "第三十八条", "第四十六条")),
  notice: once("按第四十条解除的，要付经济补偿；没提前30天书面通知的，另付一个月工资。", cite("劳动合同法", "第四十条", "第四十六条")),
  layoff: once("裁减人员的，要付经济补偿。", cite("劳动合同法", "第四十一条", "第四十六条")),
  expired: once("固定期限合同到期终止的，要付经济补偿；单位按原条件或更好的条件续签、您不肯续的除外。", cite("劳动合同法", "第四十六条")),
  task: once("任务做完、合同终止的，要付经济补偿。", cite("劳动合同法实施条例", "第二十二条")),
  closed: once("单位破产、被吊销、解散而终止的，要付经济补偿。", cite("劳动合同法", "第四十六条")),
  unlawful: { least: 2, most: 2, why: "违法解除或终止，您不要求回去上班的，按经济补偿的2倍付赔偿金。", basis: UNLAWFUL },
  unsure: {
    least: 1,
    most: 2,
    why: "单位先提出、您同意走的，是经济补偿；单位没有合法理由就叫您走的，是2倍赔偿金。所以给一个范围。",
    basis: [...cite("劳动合同法", "第四十六条"), ...UNLAWFUL],
  },
  fault: {
    least: 0,
    most: 2,
    why: "单位能证明您有第三十九条的过错，不用付；证明不了，就是违法解除，按2倍付赔偿金。所以给一个范围。",
    basis: [...cite("劳动合同法", "第三十九条"), ...UNLAWFUL],
  },
  resigned: { least: 0, most: 0, why: "单位没有过错、自己辞职的，法律没有规定经济补偿。", basis: cite("劳动合同法", "第四十六条") },
};

export function groundOf(id: GroundId): Ground {
  return { label: GROUNDS.find(({ value }) => value === id)?.label ?? id, ...RULES[id] };
}

function once(why: string, basis: readonly Basis[]): Omit<Ground, "label"> {
  return { least: 1, most: 1, why, basis };
}
