import type { Dialog } from "./library.js";
import { END, type ConditionFile, type StepFile } from "./schema/dialog.js";

const SLOT_NAMES: Readonly<Record<StepFile["slot"]["type"], string>> = {
  text: "文字",
  "yes-no": "是/否",
  phone: "电话",
  choice: "选一个",
  "many-choice": "可选几个",
  amount: "金额",
  date: "日期",
  duration: "时长",
  count: "人数",
  number: "数目",
  dates: "几个日期",
  "id-number": "身份证号",
  name: "姓名",
  employer: "单位",
  project: "项目",
  township: "乡镇",
  files: "文件",
};

/** A dialog as a page with a Mermaid diagram: what is asked in which order, and what leads where. */
export function drawDialog(dialog: Dialog): string {
  const steps = Object.entries(dialog.steps);
  const nodes = steps.map(([name, step]) => `  ${node(name)}["${step.name}<br>${marks(step)}"]`);
  const arrows = steps.flatMap(([name, step]) => arrowsFrom(dialog, name, step));
  return [
    `# ${dialog.title}`,
    "",
    `\`dialogs/${dialog.id}.yaml\` 第 ${dialog.version} 版。由 \`hotline content draw\` 画出，不要手改。`,
    "",
    "```mermaid",
    "flowchart TD",
    `  begin(["开始"]) --> ${node(dialog.first)}`,
    ...nodes,
    ...arrows,
    `  ${node(END)}(["核对，提交"])`,
    "```",
    "",
  ].join("\n");
}

function node(name: string): string {
  return name === END ? "finish" : `s_${name.replaceAll("-", "_")}`;
}

function marks({ slot, optional, sensitive, consent, confirm, skipWhen }: StepFile): string {
  const kinds = [
    SLOT_NAMES[slot.type],
    ...(optional ? ["可跳过"] : []),
    ...(sensitive ? ["个人信息"] : []),
    ...(consent === undefined ? [] : ["先征得同意"]),
    ...(confirm === undefined ? [] : ["说不准就复述"]),
    ...(skipWhen === undefined ? [] : ["有时不问"]),
  ];
  return kinds.join(" · ");
}

function arrowsFrom(dialog: Dialog, name: string, { next }: StepFile): string[] {
  if (typeof next === "string") return [`  ${node(name)} --> ${node(next)}`];
  return next.map(({ when, go }) => {
    const label = when === undefined ? (next.length === 1 ? "" : "否则") : sayCondition(dialog, when);
    return label === "" ? `  ${node(name)} --> ${node(go)}` : `  ${node(name)} -->|"${label}"| ${node(go)}`;
  });
}

/** 怎么留名＝匿名 */
function sayCondition(dialog: Dialog, condition: ConditionFile): string {
  const step = dialog.steps[condition.step];
  const name = step?.name ?? condition.step;
  const word = (value: string | number | boolean): string => {
    if (typeof value === "boolean") return value ? "是" : "否";
    const options = step?.slot.type === "choice" || step?.slot.type === "many-choice" ? step.slot.options : [];
    return options.find((option) => option.value === value)?.label ?? String(value);
  };
  if ("equals" in condition) return `${name}＝${word(condition.equals)}`;
  if ("oneOf" in condition) return `${name}＝${condition.oneOf.map(word).join("或")}`;
  if ("isSet" in condition) return condition.isSet ? `填了${name}` : `没填${name}`;
  return "atLeast" in condition ? `${name}≥${condition.atLeast}` : `${name}≤${condition.atMost}`;
}
