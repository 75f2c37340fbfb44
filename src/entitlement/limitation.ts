import { addDays, addMonths, daysBetween } from "../reading/calendar-day.js";
import { INPUTS, type LimitationInputs } from "./limitation-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import type { Environment } from "./figures.js";
import { limitationClock, type Clock } from "./limitation-clock.js";
import { reasonsFor } from "./limitation-reasons.js";
import { cite, flag, refuse, type Flag, type Part } from "./result.js";
import { sayDay } from "./say.js";

/** The last safe day to apply, by the cautious reading, and what may be argued when it is over. */
export const limitation = defineCalculator({ name: "limitation", title: "时效：最晚哪天去申请", version: 1, inputs: INPUTS, work });

const SOON_DAYS = 30;

/** Where the period begins, how long it is, and whether a claim starts it anew. */
interface Start {
  readonly anchor: string;
  readonly months: number;
  readonly renewable: boolean;
  /** Of the double wage: the last day of its last month. */
  readonly lastMonth?: string;
}

function work(told: LimitationInputs, env: Environment): Worked {
  if (told.suspendedFrom !== undefined && told.suspendedUntil !== undefined && told.suspendedUntil < told.suspendedFrom)
    return refuse("suspendedUntil", "止的日期早于起的日期，请核对。");
  if (told.stillEmployed === true && told.endedOn !== undefined) return refuse("endedOn", "还在单位干，就没有离职日期，请核对。");
  if (told.startedOn !== undefined && told.endedOn !== undefined && told.endedOn < told.startedOn)
    return refuse("endedOn", "离职日期早于入职日期，请核对。");
  if (told.claim === "wages" && told.stillEmployed === true) return noLimit();
  const start = startOf(told);
  return "kind" in start ? start : result(told, start, env);
}

function startOf(told: LimitationInputs): Start | Worked {
  const { claim, stillEmployed, startedOn, endedOn, knewOn, wrongEndedOn } = told;
  const year = { months: 12, renewable: true } as const;
  switch (claim) {
    case "wages":
      if (endedOn !== undefined) return { anchor: endedOn, ...year };
      return { kind: "missing", names: stillEmployed === undefined ? ["stillEmployed", "endedOn"] : ["endedOn"] };
    case "double-wage":
      return startedOn === undefined
        ? { kind: "missing", names: ["startedOn"] }
        : { anchor: addMonths(startedOn, 1), ...year, lastMonth: lastMonth(startedOn, endedOn) };
    case "ending":
      return earliest(endedOn, knewOn) === undefined
        ? { kind: "missing", names: ["endedOn"] }
        : { anchor: earliest(endedOn, knewOn) ?? "", ...year };
    case "other":
      return knewOn === undefined ? { kind: "missing", names: ["knewOn"] } : { anchor: knewOn, ...year };
    case "injury":
      return knewOn === undefined ? { kind: "missing", names: ["knewOn"] } : { anchor: knewOn, months: 12, renewable: false };
    case "inspection":
      return wrongEndedOn === undefined
        ? { kind: "missing", names: ["wrongEndedOn"] }
        : { anchor: wrongEndedOn, months: 24, renewable: false };
  }
}

function earliest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function lastMonth(startedOn: string, endedOn: string | undefined): string {
  const end = addDays(addMonths(startedOn, 12), -1);
  return endedOn !== undefined && endedOn < end ? endedOn : end;
}

function result(told: LimitationInputs, start: Start, env: Environment): Worked {
  const clock = clockOf(told, start, env.on);
  const left = Math.max(0, daysBetween(env.on, clock.safe));
  const parts: Part[] = [
    { label: "严格算的最后一天", quantity: { unit: "date", value: clock.strict } },
    { label: "还剩", quantity: { unit: "days", from: left, to: left } },
  ];
  if (clock.arguable > addDays(clock.strict, 1)) parts.push({ label: "往宽里争最晚到", quantity: { unit: "date", value: clock.arguable } });
  return {
    kind: "calculated",
    label: start.lastMonth === undefined ? "最晚哪天去（保守算法）" : "要全数，最晚哪天去（保守算法）",
    amount: { unit: "date", value: clock.safe },
    formula: `${sayDay(start.anchor)}起算${start.months === 24 ? "两年" : "一年"}，往紧里算到${sayDay(clock.strict)}，不指望周末和放假能顺延：${sayDay(clock.safe)}`,
    steps: reasonsFor(told, clock),
    parts,
    flags: flagsOf({ told, clock, start, on: env.on, left }),
  };
}

function clockOf(told: LimitationInputs, { anchor, months, renewable, lastMonth: last }: Start, on: string): Clock {
  const clock = limitationClock({
    anchor,
    months,
    interruptions: renewable ? (told.interruptions ?? []) : [],
    proven: told.interruptionsProven === true,
    suspended:
      told.suspendedFrom === undefined || told.claim === "inspection"
        ? undefined
        : { from: told.suspendedFrom, until: told.suspendedUntil ?? on },
  });
  // By another reading the year of the double wage runs from its last month.
  const whole = last === undefined ? clock.arguable : addMonths(last, 12);
  return whole > clock.arguable ? { ...clock, arguable: whole } : clock;
}

interface Standing {
  readonly told: LimitationInputs;
  readonly clock: Clock;
  readonly start: Start;
  readonly on: string;
  readonly left: number;
}

function flagsOf({ told, clock, start, on, left }: Standing): readonly Flag[] {
  const flags: Flag[] = [];
  if (on > clock.strict) flags.push(flag("past", pastText(told, clock, on)));
  else if (left < SOON_DAYS) flags.push(flag("deadline", left === 0 ? "今天就去，不要再等。" : `只剩${left}天了，请尽快去。`));
  if (start.renewable && (told.interruptions?.length ?? 0) > 0 && told.interruptionsProven !== true)
    flags.push(flag("evidence", "要过、投诉过的日子没有凭据的，保守算法没有算进去；找到微信、短信、回执，时效可以从那天重新算。"));
  if (start.lastMonth !== undefined) flags.push(flag("deadline", "有的地方一个月一个月地算，过了这一天，每晚一个月可能少要回一个月。"));
  if (told.claim === "injury")
    flags.push(flag("deadline", "单位应当在30天内申请；单位不办，别等，自己、家里人或工会都可以申请（《工伤保险条例》第十七条）。"));
  return flags;
}

/** Never that all is lost: what may still be argued, by the kind of claim. */
function pastText({ claim }: LimitationInputs, { arguable }: Clock, on: string): string {
  const hope = arguable >= on ? `往宽里算能争到${sayDay(arguable)}，请马上去。` : "";
  switch (claim) {
    case "injury":
      return `按保守算法已经过了。${hope}因为天灾、人身受限、单位的原因，或者为劳动关系打过仲裁官司耽误的时间，不算在一年里（《工伤保险行政案件规定》第七条）。请带上凭据去问社保行政部门（12333）。`;
    case "inspection":
      return `按保守算法已经过了两年。${hope}事情还在继续的，从结束那天才起算（《劳动保障监察条例》第二十条）；监察不管的，还可以看仲裁的时效，或者到工会来问。`;
    case "wages":
    case "double-wage":
    case "ending":
    case "other":
      return `按保守算法已经过了，但不等于要不回来。${hope}中间要过、投诉过、单位答应过的，时效从那天重新算；因不可抗力等正当理由没法申请的，那段不算（《调解仲裁法》第二十七条）；单位在仲裁时没提时效的，到法院一般不能再提（《解释二》第二十条）。请带上凭据到工会或12348法律援助问。`;
  }
}

function noLimit(): Worked {
  return {
    kind: "calculated",
    label: "时效",
    amount: { unit: "no-limit" },
    formula: "还在单位干，要拖欠的工资不受一年限制；离开单位那天起一年",
    steps: [
      {
        text: "劳动关系还在的，因拖欠劳动报酬申请仲裁，不受一年时效限制；劳动关系终止的，从终止那天起一年内提出。",
        basis: cite("劳动争议调解仲裁法", "第二十七条"),
      },
    ],
    parts: [],
    flags: [
      flag(
        "deadline",
        "离开单位那天，一年就开始算，记住这一天。向劳动监察投诉是两年，从违法的事结束那天算（《劳动保障监察条例》第二十条）。",
      ),
      flag("evidence", "时效没过，凭据会丢：工资记录单位只要保存两年（《工资支付暂行规定》第六条），越早要越好。"),
    ],
  };
}
