import { addDays, addMonths } from "../reading/calendar-day.js";
import { INPUTS, type DoubleWageInputs } from "./double-wage-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import type { Environment } from "./figures.js";
import { cite, fen, flag, refuse, type Flag, type Step } from "./result.js";
import { sayDay, sayRange, sayYuan } from "./say.js";
import { spanPay, type SpanPay } from "./span-pay.js";

const LAW_FROM = "2008-01-01";

/** What is owed on top of the normal wage while there is no written contract: at most eleven months. */
export const doubleWage = defineCalculator({ name: "double-wage", title: "没签书面合同的二倍工资", version: 1, inputs: INPUTS, work });

interface Period {
  readonly first: string;
  readonly last: string;
}

interface Claim {
  readonly period: Period;
  readonly whole: SpanPay;
  readonly claimed: string;
}

function work(given: DoubleWageInputs, env: Environment): Worked {
  if (given.endedOn !== undefined && given.endedOn < given.startedOn) return refuse("endedOn", "离职日期早于入职日期，请核对。");
  if (given.endedOn !== undefined && given.endedOn < LAW_FROM) return earlierLaw();
  if (given.pastRetirement === true) return pastRetirement();
  const period = periodOf(given, env.on);
  if (period.last < period.first) return nothingDue(given, period);
  const whole = wholePay(given, period.last);
  if (given.restWorkedDays !== undefined && given.restWorkedDays > whole.restDays)
    return refuse("restWorkedDays", `整月以外只有${whole.restDays}天，上班的天数不会更多，请核对。`);
  return owed(given, { period, whole, claimed: given.claimedOn ?? env.on });
}

/** 劳动合同法实施条例 第六条、第七条: from one month on, to the day before the signature, never beyond the first year. */
function periodOf({ startedOn, signedOn, endedOn }: DoubleWageInputs, on: string): Period {
  const began = startedOn < LAW_FROM ? LAW_FROM : startedOn;
  const ends = [
    addDays(addMonths(began, 12), -1),
    on,
    ...(signedOn === undefined ? [] : [addDays(signedOn, -1)]),
    ...(endedOn === undefined ? [] : [endedOn]),
  ];
  return { first: addMonths(began, 1), last: ends.reduce((earliest, day) => (day < earliest ? day : earliest)) };
}

function owed(given: DoubleWageInputs, claim: Claim): Worked {
  const { period, whole } = claim;
  const from = inTime(given, claim);
  const month = sayYuan(given.monthlyPayFen);
  return {
    kind: "calculated",
    label: "二倍工资里另加的一倍",
    amount: fen(from, whole.to),
    formula: `${month} × ${whole.months}个月${whole.restDays > 0 ? " + 不满一个月的几天" : ""} = ${sayRange(whole.from, whole.to)}${from < whole.from ? `；按最严的时效算法，还在时效里的是${sayYuan(from)}` : ""}`,
    steps: stepsOf(given, period, whole),
    parts: [
      { label: "不看时效的全部", quantity: fen(whole.from, whole.to) },
      { label: "按最严的算法还在时效里的", quantity: fen(from) },
    ],
    flags: flagsOf(given, claim, from < whole.from),
  };
}

/** Counted from the first day of work and the first month taken off, so that a start on the 31st gives eleven months too. */
function wholePay({ startedOn, monthlyPayFen, restWorkedDays }: DoubleWageInputs, last: string): SpanPay {
  const first = startedOn < LAW_FROM ? LAW_FROM : startedOn;
  const { months, restDays, from, to } = spanPay({ monthlyFen: monthlyPayFen, first, last, workedDays: restWorkedDays });
  return { months: months - 1, restDays, from: from - monthlyPayFen, to: to - monthlyPayFen };
}

/**
 * The part no reading calls out of time: each month's claim lapses a year after that month. A claim in time starts the year
 * anew (调解仲裁法 第二十七条第二款), as long as the year from it is not over.
 */
function inTime({ monthlyPayFen, interruptedOn }: DoubleWageInputs, { period, whole, claimed }: Claim): number {
  const renewed = interruptedOn !== undefined && interruptedOn <= claimed && claimed <= addMonths(interruptedOn, 12);
  const since = addMonths(renewed ? interruptedOn : claimed, -12);
  if (since <= period.first) return whole.from;
  if (since > period.last) return 0;
  return Math.min(whole.from, spanPay({ monthlyFen: monthlyPayFen, first: since, last: period.last }).from);
}

function stepsOf({ startedOn, monthlyPayFen }: DoubleWageInputs, { first, last }: Period, whole: SpanPay): readonly Step[] {
  const rest = whole.restDays === 0 ? "" : `，另有${whole.restDays}天不满一个月`;
  const steps: Step[] = [
    {
      text: `${sayDay(startedOn)}上班，一个月内要签书面合同；没签的，从满一个月的第二天${sayDay(first)}起每月付二倍工资，最多到满一年的前一天。`,
      basis: [...cite("劳动合同法", "第十条", "第八十二条"), ...cite("劳动合同法实施条例", "第六条", "第七条")],
    },
    {
      text: `算到${sayDay(last)}，整月${whole.months}个${rest}。按月算，不满一个月的按实际上班天数（月工资 ÷ 21.75 × 天数）算。`,
      basis: [...cite("劳动争议司法解释二", "第六条"), ...cite("工时和工资折算通知2025", "第二条")],
    },
    { text: `另加的一倍每月${sayYuan(monthlyPayFen)}；平时的那一倍应当已经发了。`, basis: cite("劳动合同法", "第八十二条") },
  ];
  if (startedOn < LAW_FROM) steps.splice(1, 0, { text: "2008年以前上班的，从2008年1月1日起算。", basis: cite("劳动合同法", "第九十七条") });
  return steps;
}

function flagsOf(given: DoubleWageInputs, { period, whole, claimed }: Claim, lapsed: boolean): readonly Flag[] {
  const flags: Flag[] = [];
  if (claimed > addMonths(period.last, 12) && lapsed)
    flags.push(
      flag(
        "past",
        "离最后一个月已经过了一年，单位可能说过了时效。中间要过、投诉过、单位答应过的，时效重新算；单位在仲裁时没提时效的，到法院一般不能再提（《解释二》第二十条）。请带上凭据来问。",
      ),
    );
  else if (lapsed)
    flags.push(flag("deadline", "另加的这一倍，有的地方一个月一个月地算时效，每过一个月就可能少要回一个月，请尽快申请仲裁。"));
  if (given.signedOn === undefined) flags.push(flag("assumes", "没有填补签日期，按一直没签算。"));
  if (whole.from !== whole.to) flags.push(flag("assumes", "零头里上了几天班没有填，按一周上五天班到天天上班给一个范围。"));
  return [
    ...flags,
    flag("assumes", "每个月按同样的工资算；各月不一样的，以各月应发的为准。"),
    flag(
      "excludes",
      "没算进来：没发的正常工资；该签无固定期限合同而不签的，另外算。单位能证明是您自己故意不签的，可能不用付（《解释二》第七条）。",
    ),
    flag("evidence", "先存好能证明哪天上班、在哪个单位、发多少工资的东西：工资转账、工牌、考勤、微信、工友的话。"),
  ];
}

function nothingDue({ startedOn }: DoubleWageInputs, { first }: Period): Worked {
  return {
    kind: "calculated",
    label: "二倍工资里另加的一倍",
    amount: fen(0),
    formula: "没有满一个月还不签合同的日子：0元",
    steps: [
      {
        text: `${sayDay(startedOn)}上班，从${sayDay(first)}起还没签才付二倍工资；到算的这一天没有这样的日子。`,
        basis: cite("劳动合同法实施条例", "第六条"),
      },
    ],
    parts: [],
    flags: [flag("excludes", "正常的工资照样要付。")],
  };
}

function earlierLaw(): Worked {
  return {
    kind: "withheld",
    reason: "earlier-law",
    say: "2008年以前的劳动关系，当时的法律没有这一项，请打12333问。",
    basis: cite("劳动合同法", "第九十八条"),
  };
}

function pastRetirement(): Worked {
  const say =
    "过了退休年龄以后上班的，2026年7月1日起单位要和您签书面用工协议，但规定里没有写不签要付二倍工资，不好替您算。请问12348法律援助或到工会来问。";
  return { kind: "withheld", reason: "unsettled", say, basis: cite("超龄劳动者基本权益保障暂行规定", "第六条") };
}
