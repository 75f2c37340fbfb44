import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, figureFen, type Environment } from "./figures.js";
import type { Given, Input } from "./input.js";
import { cite, fen, flag, type Flag, type Part, type Step } from "./result.js";
import { sayYuan } from "./say.js";

const INPUTS = [
  {
    name: "contributedMonths",
    label: "失业保险缴费月数",
    question: "失业前，失业保险一共缴了几个月（领过的，从上次领完以后算起）？",
    kind: "count",
    unit: "个月",
    min: 0,
    max: 720,
    optional: false,
  },
  {
    name: "involuntary",
    label: "是不是自己不想走的",
    question: "是单位辞退、合同到期这类、不是您自己不想干才走的吗？",
    kind: "yes-no",
    optional: false,
  },
  { name: "endedOn", label: "失业日期", question: "您是哪一天离开单位的？", kind: "date", fact: "endedOn", optional: false },
  {
    name: "leftMonths",
    label: "上次没领完的月数",
    question: "上一次失业，还有几个月该领没领的？",
    kind: "count",
    unit: "个月",
    min: 0,
    max: 24,
    optional: true,
  },
] as const satisfies readonly Input[];
type Told = Given<typeof INPUTS>;

/** How long unemployment benefit is paid at most; how much a month is the province's to say. */
export const unemployment = defineCalculator({ name: "unemployment", title: "失业金期限", version: 1, inputs: INPUTS, work });

/** 社会保险法 took effect. */
const RULES_FROM = "2011-07-01";
const MOST = 24;

function work(told: Told, env: Environment): Worked {
  if (told.endedOn < RULES_FROM)
    return {
      kind: "withheld",
      reason: "earlier-law",
      say: "2011年7月以前失业的，按当时的规定，请打12333问。",
      basis: cite("社会保险法", "第四十六条"),
    };
  if (!told.involuntary)
    return nothing(
      "自己不想干才走的，不符合领失业金的条件。",
      "要是单位欠薪、不缴社保把您逼走的，算不算“不是自己不想干”，请拿着凭据问社保经办机构（电话12333）。",
    );
  if (told.contributedMonths < 12)
    return nothing("单位和本人缴失业保险满一年才能领。", "单位该缴没缴的，可以到社保经办机构（电话12333）反映；缴过的时间以后接着算。");
  return benefit(told, env);
}

function nothing(why: string, more: string): Worked {
  return {
    kind: "calculated",
    label: "失业金最长能领",
    amount: { unit: "months", from: 0, to: 0 },
    formula: "条件不满：0个月",
    steps: [{ text: why, basis: cite("社会保险法", "第四十五条") }],
    parts: [],
    flags: [flag("excludes", more)],
  };
}

function benefit(told: Told, env: Environment): Worked {
  const left = told.leftMonths ?? 0;
  const term = told.contributedMonths < 60 ? 12 : told.contributedMonths < 120 ? 18 : 24;
  const months = Math.min(MOST, term + left);
  const monthly = figureFen(env, "unemployment-benefit", told.endedOn);
  const parts: Part[] =
    monthly === undefined
      ? []
      : [
          { label: "每月失业金", quantity: fen(monthly) },
          { label: "最多一共", quantity: fen(monthly * months) },
        ];
  return {
    kind: "calculated",
    label: "失业金最长能领",
    amount: { unit: "months", from: months, to: months },
    formula: `缴费${told.contributedMonths}个月，最长${term}个月${left > 0 ? `，加上次没领完的${left}个月，最多${MOST}个月：${months}个月` : ""}`,
    steps: stepsOf({ term, left, months }),
    parts,
    flags: flagsOf(monthly),
  };
}

function stepsOf({ term, left, months }: { readonly term: number; readonly left: number; readonly months: number }): readonly Step[] {
  const span = term === 12 ? "满一年不足五年" : term === 18 ? "满五年不足十年" : "十年以上";
  const steps: Step[] = [
    { text: "缴费满一年、不是自己不想干、办了失业登记并且想找工作的，可以领。", basis: cite("社会保险法", "第四十五条") },
    { text: `累计缴费${span}，最长领${term}个月。`, basis: cite("社会保险法", "第四十六条") },
  ];
  if (left > 0)
    steps.push({ text: `和上次没领完的${left}个月合起来，最长不超过24个月：${months}个月。`, basis: cite("社会保险法", "第四十六条") });
  return steps;
}

function flagsOf(monthly: number | undefined): readonly Flag[] {
  const amount =
    monthly === undefined
      ? flag("withheld", `每月领多少没有算：标准由省里定（《社会保险法》第四十七条）。${askFor("unemployment-benefit")}。`)
      : flag("assumes", `每月${sayYuan(monthly)}是核实过的当地标准，调整后跟着变。`);
  return [
    amount,
    flag("assumes", "这是最长的月数，具体领几个月由社保经办机构按缴费年限核定。"),
    flag("deadline", "从办失业登记那天起算，早办早领；单位要给您开离职证明（《社会保险法》第五十条）。"),
    flag("excludes", "离退休不足一年还在领的，可以延长领到法定退休年龄（《国务院关于渐进式延迟法定退休年龄的办法》第七条）。"),
  ];
}
