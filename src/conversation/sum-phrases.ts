import type { SlotFile } from "../content/schema/slot.js";

const RETRY: Readonly<Partial<Record<SlotFile["type"], readonly [string, string]>>> = {
  amount: ["我没看出是多少钱。写个数就行，比如“6000元”或者“六千”。", "说个大概也行，比如“五六千”。"],
  date: ["我没看出是哪一天。写个日子就行，比如“2025年3月5日”或者“去年三月”。", "记不清哪天，写个年月也行，比如“2024年6月”。"],
  dates: ["我没看出是哪几天。一个一个写，比如“去年十月八号、今年三月”。", "写最近的一次也行，比如“上个月15号”。"],
  choice: ["没对上。点下面一个，或者回复它的数字。", "看看哪一条最像您的情况，点一下就行。"],
  "yes-no": ["是就回复“是”，不是就回复“否”。", "点下面一个就行：是，还是否？"],
};

/** What is said around the sums; `phrases.ts` has the rest. */
export const SUM_PHRASES = {
  opening: (title: string) => `${title}。一项一项问，说个大概也行；算出来马上给您看，不会交给别人。`,
  why: (label: string) => `“${label}”不同，法律给的数就不同，少了它算不准。只用来算数，不会交给别人。`,
  retry: (slot: SlotFile): readonly [string, string] =>
    slot.type === "number"
      ? [
          `写个数就行，单位是${slot.unit}，比如“${slot.min >= 1900 ? "2025" : "3"}${slot.unit}”。`,
          "要的是一共多少，不是每天或者每周多少。没有就回复“没有”。",
        ]
      : (RETRY[slot.type] ?? ["没看明白，换个说法再写一次。", "还是没看明白，写得短一点试试。"]),
  which: "算哪一样？点一下，或者回复数字。",
  offerSum: "算一算能拿多少",
  cannotSkip: [
    (name: string) => `“${name}”不知道就算不出数。说个大概也行；打听到了再来算也不迟，回复“稍后”先放着。`,
    (name: string) => `少了“${name}”真算不了，我不能替您编一个数。可以回复“取消”，或者“转人工”让工作人员帮您看。`,
  ],
  nothingToSubmit: "这里只是算数，不用提交。",
  cancelledKept: "好的，先不算。填过的给您留着，想接着算回复“继续”；再回复一次“取消”就全部删掉。",
  cancelled: "好的，不算了，填过的没有保存。",
  given: "按您说的这些算：",
  again: "再算一次",
  change: "修改",
  complain: "登记投诉",
  estimate: "这是按您说的和现行规定估算的，最后以仲裁、法院认定的为准。",
  rough: "您说的有几项是个大概，所以给一个范围；下面的步骤按其中一个数写。",
  between: (least: string, most: string) => `\n往少算：${least}\n往多算：${most}`,
  incomplete: (names: string) => `还差“${names}”，少了它算不出数。问到了回复“改第几项”补上，或者“转人工”。`,
  howCounted: "怎么算出来的：",
  notes: "要注意：",
  owedHead: "照您填的，估算可以要：",
  limitationHead: (day: string, deed: string) => `最迟${day}以前${deed}（保守算法，越早越好）。`,
  noLimit: "要这笔钱，现在还没有申请仲裁的期限。",
  act: "去办",
  reason: "为什么：",
} as const;
