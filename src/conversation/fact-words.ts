import type { Dialog } from "../content/library.js";
import type { FactName } from "../content/schema/facts.js";

/** What people call an answer when they want it changed: 公司名写错了, 电话改一下. */
const WORDS: Readonly<Partial<Record<FactName, string>>> = {
  employer: "公司名 单位名 公司 单位 厂名 店名 老板",
  mainContractor: "总包",
  subContractor: "分包 劳务公司",
  foreman: "包工头 工头",
  project: "工地 项目 工程",
  township: "乡镇 地方 地址 地点",
  startedOn: "入职 上班时间 来的时间",
  endedOn: "离职 离开 走的时间 走的日子",
  unpaidFrom: "哪天起 什么时候起 欠薪时间 从什么时候",
  happenedOn: "受伤时间 出事时间 哪天出的事",
  monthlyPay: "月工资 每月 工资标准",
  amount: "金额 钱数 数目 欠的钱 欠款 欠多少",
  people: "人数 几个人 多少人",
  evidence: "证据",
  notice: "通知",
  writtenContract: "合同",
  reason: "原因 理由",
  wants: "要求",
  stillEmployed: "还在不在",
  name: "姓名 名字",
  phone: "电话 手机 号码",
  idNumber: "身份证",
  level: "匿名 保密 实名 留名",
};

/** The step a person names, by its own name or by what people call it; undefined when none or several. */
export function namedStep(dialog: Dialog, steps: readonly string[], text: string): string | undefined {
  const exact = steps.filter((name) => text.includes(dialog.steps[name]?.name ?? text));
  if (exact[0] !== undefined) return exact.length === 1 ? exact[0] : undefined;
  const longest = steps
    .map((name) => ({ name, length: longestWord(dialog.steps[name]?.fact, text) }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length);
  const [first, second] = longest;
  return first !== undefined && first.length !== second?.length ? first.name : undefined;
}

function longestWord(fact: FactName | undefined, text: string): number {
  const words = fact === undefined ? undefined : WORDS[fact];
  return words === undefined ? 0 : Math.max(0, ...words.split(" ").map((word) => (text.includes(word) ? word.length : 0)));
}
