import type { GroupFault, GroupList, GroupWeight } from "./group.js";
import { yuan } from "./paper-words.js";

const FAULTS_MAX = 20;

/** What staff read beside the list. */
export const WEIGHT_WORDS: Readonly<Record<GroupWeight, string>> = {
  ordinary: "",
  many: "人多或者数额大，请尽快看。",
  mass: "三十人以上，按群体性事件处理。",
};

/** 第3行“电话”：不是手机号. */
export function sayFaults(faults: readonly GroupFault[]): string {
  const lines = faults.slice(0, FAULTS_MAX).map(({ row, column, say }) => `第${row}行“${column}”：${say}。`);
  const more = faults.length > FAULTS_MAX ? [`还有${faults.length - FAULTS_MAX}处，改完这些再看。`] : [];
  return ["名单没有存下，这几处要改：", ...lines, ...more].join("\n");
}

export function sayList({ workers, total, weight }: GroupList): string {
  const leaders = workers.filter(({ leads }) => leads).map(({ name }) => name);
  const lead = leaders.length === 0 ? "还没有推选代表" : `代表${leaders.join("、")}`;
  return `交了一份名单：共${workers.length}人，合计欠${yuan(total)}，${lead}。${WEIGHT_WORDS[weight]}`;
}
