import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, type Environment } from "./figures.js";
import { pay, type Given, type Input } from "./input.js";
import { cite, fen, flag, type Flag, type Step } from "./result.js";
import { sayYuan } from "./say.js";
import { share } from "./share.js";

const EVENTS = [
  { value: "birth", label: "生孩子" },
  { value: "early-loss", label: "怀孕不满4个月流产" },
  { value: "late-loss", label: "怀孕满4个月流产" },
] as const;

const INPUTS = [
  { name: "event", label: "哪种情形", question: "是生孩子，还是流产？", kind: "choice", choices: EVENTS, optional: false },
  { name: "happenedOn", label: "哪一天", question: "是哪一天？", kind: "date", fact: "happenedOn", optional: false },
  { name: "difficult", label: "是否难产", question: "是难产吗（剖宫产算不算看医院证明）？", kind: "yes-no", optional: true },
  { name: "babies", label: "几个孩子", question: "一胎生了几个孩子？", kind: "count", unit: "个", min: 1, max: 9, optional: true },
  { name: "insured", label: "是否参加生育保险", question: "单位给您缴了生育保险（现在和医保一起缴）吗？", kind: "yes-no", optional: true },
  {
    name: "employerAverageFen",
    label: "单位上年度职工月平均工资",
    question: "单位上一年职工月平均工资是多少（单位的财务或医保局知道）？",
    ...pay,
    optional: true,
  },
  { name: "ownPayFen", label: "产假前的月工资", question: "您休产假以前，一个月工资多少？", ...pay, fact: "monthlyPay", optional: true },
] as const satisfies readonly Input[];
type Told = Given<typeof INPUTS>;

/** Days of maternity leave by the national rule, and the allowance for them. */
export const maternity = defineCalculator({ name: "maternity", title: "产假和生育津贴", version: 1, inputs: INPUTS, work });

/** 女职工劳动保护特别规定 was published on this day and took effect with it. */
const RULES_FROM = "2012-04-28";

interface Leave {
  readonly days: number;
  readonly formula: string;
  readonly steps: readonly Step[];
  readonly flags: readonly Flag[];
}

function work(told: Told, env: Environment): Worked {
  if (told.happenedOn < RULES_FROM)
    return {
      kind: "withheld",
      reason: "earlier-law",
      say: "2012年4月28日以前的，按当时的规定，请打12333问。",
      basis: cite("女职工劳动保护特别规定", "第十六条"),
    };
  const leave = withLocal(told, nationalLeave(told), env);
  const days = { unit: "days", from: leave.days, to: leave.days } as const;
  const sums = allowances(told, leave.days);
  if (sums.length === 0)
    return {
      kind: "calculated",
      label: "产假",
      amount: days,
      formula: leave.formula,
      steps: leave.steps,
      parts: [],
      flags: [
        ...leave.flags,
        flag("excludes", "没有算钱：参加了生育保险的，要知道单位上年度职工月平均工资；没参加的，要知道产假前的月工资。"),
      ],
    };
  const fens = sums.map(({ amount }) => amount);
  const [from, to] = [Math.min(...fens), Math.max(...fens)];
  return {
    kind: "calculated",
    label: "产假期间的钱",
    amount: fen(from, to),
    formula: `${leave.formula}；${sums.map(({ formula }) => formula).join("；")}`,
    steps: [...leave.steps, ...sums.map(({ step }) => step)],
    parts: [{ label: "产假", quantity: days }],
    flags: [...leave.flags, ...flagsOf(told, from === to)],
  };
}

/** 女职工劳动保护特别规定 第七条. */
function nationalLeave({ event, difficult, babies = 1 }: Told): Omit<Leave, "flags"> {
  const basis = cite("女职工劳动保护特别规定", "第七条");
  switch (event) {
    case "early-loss":
      return { days: 15, formula: "怀孕不满4个月流产：15天", steps: [{ text: "怀孕不满4个月流产的，产假15天。", basis }] };
    case "late-loss":
      return { days: 42, formula: "怀孕满4个月流产：42天", steps: [{ text: "怀孕满4个月流产的，产假42天。", basis }] };
    case "birth": {
      const hard = difficult === true ? 15 : 0;
      const more = (babies - 1) * 15;
      const steps: Step[] = [{ text: "生育产假98天，其中产前可以休15天。", basis }];
      if (hard > 0) steps.push({ text: "难产的，增加15天。", basis });
      if (more > 0) steps.push({ text: `多胞胎的，每多一个孩子增加15天：${more}天。`, basis });
      const sum = [98, hard, more].filter((count) => count > 0);
      return { days: 98 + hard + more, formula: `${sum.join(" + ")} = ${98 + hard + more}天`, steps };
    }
  }
}

/** The province's own total counts only when it is confirmed and only for a birth; it is never less than the national days. */
function withLocal({ event, happenedOn, difficult, babies = 1 }: Told, leave: Omit<Leave, "flags">, env: Environment): Leave {
  if (event !== "birth") return { ...leave, flags: [] };
  const local = env.figures("maternity-days", happenedOn);
  const ask = [...(difficult === undefined ? [flag("assumes", "没有填是不是难产，按不是算；难产加15天。")] : [])];
  if (local === undefined)
    return {
      ...leave,
      flags: [...ask, flag("withheld", `这是国家规定的天数；各省多半还有延长的产假，没有算。${askFor("maternity-days")}。`)],
    };
  const added = (difficult === true ? 15 : 0) + (babies - 1) * 15;
  const days = Math.max(leave.days, local + added);
  const formula = `本省产假${local}天${added > 0 ? ` + ${added}天` : ""} = ${days}天`;
  return { ...leave, days, formula, flags: [...ask, flag("assumes", `本省产假总共${local}天，是核实过的当地数字。`)] };
}

interface Allowance {
  readonly amount: number;
  readonly formula: string;
  readonly step: Step;
}

/** Insured: the fund pays the employer's average. Not insured: the employer pays the worker's own wage. Unknown: both. */
function allowances({ insured, employerAverageFen, ownPayFen }: Told, days: number): readonly Allowance[] {
  const fund =
    insured !== false && employerAverageFen !== undefined ? [allowance(employerAverageFen, days, fundStep(employerAverageFen))] : [];
  const own = insured !== true && ownPayFen !== undefined ? [allowance(ownPayFen, days, ownStep(ownPayFen))] : [];
  // One of the two alone would pass for the answer while it is not known which applies.
  return insured === undefined && fund.length + own.length < 2 ? [] : [...fund, ...own];
}

function allowance(monthlyFen: number, days: number, step: Step): Allowance {
  const amount = share(monthlyFen, days, 30);
  return { amount, formula: `${sayYuan(monthlyFen)} ÷ 30 × ${days}天 = ${sayYuan(amount)}`, step };
}

function fundStep(average: number): Step {
  const text = `参加了生育保险的，生育津贴由基金付，按单位上年度职工月平均工资${sayYuan(average)}算。`;
  return { text, basis: [...cite("女职工劳动保护特别规定", "第八条"), ...cite("社会保险法", "第五十六条")] };
}

function ownStep(own: number): Step {
  const text = `没有参加生育保险的，由单位按您产假前的工资${sayYuan(own)}付。`;
  return { text, basis: cite("女职工劳动保护特别规定", "第八条") };
}

function flagsOf({ insured }: Told, exact: boolean): readonly Flag[] {
  return [
    ...(insured === undefined && !exact ? [flag("assumes", "不知道有没有生育保险，两种都算了，给一个范围。")] : []),
    flag("assumes", "一个月按30天折成每天，是通行的算法；经办机构按实际天数折的，以它为准。"),
    flag("excludes", "没算进来：生育和流产的医疗费，另外报销（《女职工劳动保护特别规定》第八条）。"),
  ];
}
