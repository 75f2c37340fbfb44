import { defineCalculator, type Worked } from "./calculator.js";
import { pay, sum, type Given, type Input } from "./input.js";
import { cite, fen, flag, refuse, type Flag, type Step } from "./result.js";
import { sayDay, sayRange, sayYuan } from "./say.js";
import { share } from "./share.js";
import { spanPay } from "./span-pay.js";

const WAYS = [
  { value: "month", label: "按月" },
  { value: "day", label: "按天（点工）" },
  { value: "total", label: "说好一个总数，或者打了结算单、欠条" },
] as const;

const INPUTS = [
  {
    name: "payBy",
    label: "工资怎么算",
    question: "工资是按月算、按天算，还是说好了一个总数？",
    kind: "choice",
    choices: WAYS,
    optional: false,
  },
  { name: "monthlyPayFen", label: "月工资", question: "说好一个月多少钱？", ...pay, fact: "monthlyPay", optional: true },
  { name: "unpaidFrom", label: "从哪天起没发", question: "工资从哪一天起没有发？", kind: "date", fact: "unpaidFrom", optional: true },
  { name: "unpaidUntil", label: "到哪天为止没发", question: "没发的工资到哪一天为止？", kind: "date", fact: "unpaidUntil", optional: true },
  {
    name: "restWorkedDays",
    label: "零头上了几天班",
    question: "不满一个月的那几天里，您上了几天班？",
    kind: "count",
    unit: "天",
    min: 0,
    max: 31,
    decimals: 1,
    optional: true,
  },
  { name: "dailyPayFen", label: "日工资", question: "说好一天多少钱？", ...pay, per: "day", optional: true },
  {
    name: "workedDays",
    label: "一共干了几天",
    question: "没发钱的活，您一共干了几天（半天算0.5）？",
    kind: "count",
    unit: "天",
    min: 0,
    max: 20000,
    decimals: 1,
    optional: true,
  },
  { name: "agreedFen", label: "说好的总数", question: "说好的或者结算单上的总数是多少？", ...sum, fact: "amount", optional: true },
  { name: "paidFen", label: "已经付的", question: "这里面单位已经付过多少？", ...sum, optional: true },
] as const satisfies readonly Input[];

/** The wages themselves, without what is added when an order to pay is not obeyed. */
export const unpaidWages = defineCalculator({ name: "unpaid-wages", title: "拖欠的工资", version: 1, inputs: INPUTS, work });

interface Due {
  readonly from: number;
  readonly to: number;
  readonly formula: string;
  readonly steps: readonly Step[];
  readonly flags: readonly Flag[];
}

const BY_MONTH = [...cite("劳动合同法", "第三十条"), ...cite("劳动法", "第五十条")];

function work(given: Given<typeof INPUTS>): Worked {
  const due = dueOf(given);
  if ("kind" in due) return due;
  const paid = given.paidFen ?? 0;
  const [from, to] = [Math.max(0, due.from - paid), Math.max(0, due.to - paid)];
  return {
    kind: "calculated",
    label: "拖欠的工资",
    amount: fen(from, to),
    formula: paid === 0 ? due.formula : `${due.formula}；减去已付${sayYuan(paid)}，还欠${sayRange(from, to)}`,
    steps: [...due.steps, ...(paid === 0 ? [] : [{ text: `减去已经付的${sayYuan(paid)}。`, basis: BY_MONTH }])],
    parts: [],
    flags: [
      ...due.flags,
      ...(given.paidFen === undefined ? [flag("assumes", "没有减去已经付过的钱；付过一部分的，要减掉。")] : []),
      flag("excludes", "没算进来：加班费、经济补偿，还有劳动监察责令限期付、到期还不付时加付的50%到100%（《劳动合同法》第八十五条）。"),
      flag("evidence", "工资支付记录和工资清单由单位保管，至少保存两年（《工资支付暂行规定》第六条）；您手里的微信、转账、考勤先存好。"),
    ],
  };
}

function dueOf(given: Given<typeof INPUTS>): Due | Worked {
  switch (given.payBy) {
    case "month":
      return byMonth(given);
    case "day":
      return byDay(given);
    case "total":
      return given.agreedFen === undefined ? { kind: "missing", names: ["agreedFen"] } : agreed(given.agreedFen);
  }
}

function byMonth({ monthlyPayFen, unpaidFrom, unpaidUntil, restWorkedDays }: Given<typeof INPUTS>): Due | Worked {
  if (monthlyPayFen === undefined || unpaidFrom === undefined || unpaidUntil === undefined)
    return { kind: "missing", names: absent({ monthlyPayFen, unpaidFrom, unpaidUntil }) };
  if (unpaidUntil < unpaidFrom) return refuse("unpaidUntil", "止的日期早于起的日期，请核对。");
  const span = spanPay({ monthlyFen: monthlyPayFen, first: unpaidFrom, last: unpaidUntil, workedDays: restWorkedDays });
  if (restWorkedDays !== undefined && restWorkedDays > span.restDays)
    return refuse("restWorkedDays", `整月以外只有${span.restDays}天，上班的天数不会更多，请核对。`);
  const rest = span.restDays === 0 ? "" : `，另有${span.restDays}天不满一个月`;
  const steps: Step[] = [
    { text: `${sayDay(unpaidFrom)}到${sayDay(unpaidUntil)}，整月${span.months}个${rest}。工资要按月足额发。`, basis: BY_MONTH },
  ];
  if (span.restDays > 0)
    steps.push({ text: "不满一个月的，按月工资 ÷ 21.75 × 上班天数算，最多算一个月。", basis: cite("工时和工资折算通知2025", "第二条") });
  return {
    from: span.from,
    to: span.to,
    formula: `${sayYuan(monthlyPayFen)} × ${span.months}个月${span.restDays > 0 ? " + 不满一个月的几天" : ""} = ${sayRange(span.from, span.to)}`,
    steps,
    flags: span.from === span.to ? [] : [flag("assumes", "零头里上了几天班没有填，按一周上五天班到天天上班给一个范围。")],
  };
}

function byDay({ dailyPayFen, workedDays }: Given<typeof INPUTS>): Due | Worked {
  if (dailyPayFen === undefined || workedDays === undefined) return { kind: "missing", names: absent({ dailyPayFen, workedDays }) };
  const due = share(dailyPayFen, Math.round(workedDays * 10), 10);
  const steps = [{ text: "按说好的日工资和实际干的天数算，要足额付。", basis: cite("劳动合同法", "第三十条") }];
  return { from: due, to: due, formula: `${sayYuan(dailyPayFen)} × ${workedDays}天 = ${sayYuan(due)}`, steps, flags: [] };
}

function agreed(due: number): Due {
  const steps = [
    { text: "干完活，就要按说好的数付清。", basis: [...cite("劳动合同法", "第三十条"), ...cite("工资支付暂行规定", "第八条")] },
  ];
  return { from: due, to: due, formula: `说好的总数${sayYuan(due)}`, steps, flags: [] };
}

/** Names of the inputs that are not there. */
function absent(inputs: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [name] : []));
}
