import { daysBetween } from "../reading/calendar-day.js";
import { INPUTS, type OvertimeInputs } from "./overtime-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import type { Environment } from "./figures.js";
import { holidaysBetween, THIRTEEN_DAYS_FROM } from "./holidays.js";
import { cite, citeOutside, fen, flag, refuse, type Basis, type Flag, type Part, type Step } from "./result.js";
import { excessHours } from "./overtime-period.js";
import { sayDay, sayRange, sayYuan } from "./say.js";
import { share } from "./share.js";

/** 加班费: 150 % on a working day, 200 % on a day of rest not given back, 300 % on a statutory holiday. */
export const overtime = defineCalculator({ name: "overtime", title: "加班费", version: 1, inputs: INPUTS, work });

/** Paid days were 20.92 a month before the notice of January 2008. */
const PAID_DAYS_FROM = "2008-01-03";
/** 超龄劳动者基本权益保障暂行规定 第二十四条. */
const OVER_AGE_FROM = "2026-07-01";

function work(told: OvertimeInputs, env: Environment): Worked {
  if (told.happenedOn < PAID_DAYS_FROM) return earlierLaw();
  if (told.pastRetirement === true && told.happenedOn < OVER_AGE_FROM) return overAge();
  const festival = festivalHours(told, env);
  if ("kind" in festival) return festival;
  const comprehensive = told.scheme === "comprehensive" && told.approved !== false;
  if (comprehensive && told.periodHours !== undefined && told.period === undefined) return { kind: "missing", names: ["period"] };
  const lines = linesOf(told, { comprehensive, holidays: (told.holidayHours ?? 0) + festival.hours });
  if (lines === undefined)
    return { kind: "missing", names: comprehensive ? ["periodHours", "period"] : ["workdayHours", "restDayHours", "holidayHours"] };
  return owed(told, lines, festival);
}

interface Line {
  readonly label: string;
  readonly hours: number;
  readonly percent: 150 | 200 | 300;
  readonly fen: number;
}

interface Festival {
  readonly hours: number;
  readonly steps: readonly Step[];
  readonly flags: readonly Flag[];
}

/** Eight hours for each statutory holiday among the days worked through. */
function festivalHours({ holidayHours, holidayFrom, holidayUntil }: OvertimeInputs, { on }: Environment): Festival | Worked {
  // Hours that were said are not counted a second time from the days.
  if (holidayHours !== undefined || (holidayFrom === undefined && holidayUntil === undefined)) return { hours: 0, steps: [], flags: [] };
  const [first, last] = [holidayFrom ?? holidayUntil ?? on, holidayUntil ?? holidayFrom ?? on];
  if (last < first) return refuse("holidayUntil", "止的日期早于起的日期，请核对。");
  if (daysBetween(first, last) > 366) return refuse("holidayUntil", "一次最多算一年，请分开填。");
  const days = holidaysBetween(first, last);
  if (days === undefined) return { kind: "missing", names: ["holidayHours"] };
  const others = daysBetween(first, last) + 1 - days.length;
  return {
    hours: days.length * 8,
    steps: [
      {
        text: `${sayDay(first)}到${sayDay(last)}里，法定节假日有${days.length}天${days.length > 0 ? `：${days.map(sayDay).join("、")}` : ""}，按每天8小时算。`,
        basis: holidayBasis(last),
      },
    ],
    flags:
      others > 0
        ? [flag("excludes", `这段日子里另外${others}天不是法定节假日：是休息日的按200%，请填到休息日加班里；是调休上班的，没有加班费。`)]
        : [],
  };
}

function holidayBasis(day: string): readonly Basis[] {
  const list =
    Number(day.slice(0, 4)) >= THIRTEEN_DAYS_FROM
      ? cite("全国年节及纪念日放假办法", "第二条")
      : citeOutside("全国年节及纪念日放假办法（2013年修订）", "第二条");
  return [...cite("劳动法", "第四十条"), ...list];
}

function linesOf(
  told: OvertimeInputs,
  { comprehensive, holidays }: { comprehensive: boolean; holidays: number },
): readonly Line[] | undefined {
  const { workdayHours, restDayHours, holidayHours, holidayFrom, holidayUntil, periodHours, period } = told;
  const festive = holidayHours !== undefined || holidayFrom !== undefined || holidayUntil !== undefined;
  const nothing = comprehensive ? periodHours === undefined : workdayHours === undefined && restDayHours === undefined;
  if (nothing && !festive) return undefined;
  const usual = comprehensive
    ? [
        line(told, {
          label: "超过周期标准的",
          hours: periodHours === undefined || period === undefined ? 0 : excessHours(periodHours, period, told.happenedOn),
          percent: 150,
        }),
      ]
    : [
        line(told, { label: "平时延长", hours: workdayHours ?? 0, percent: 150 }),
        line(told, { label: "休息日", hours: restDayHours ?? 0, percent: 200 }),
      ];
  return [...usual, line(told, { label: "法定节假日", hours: holidays, percent: 300 })].filter((one) => one.hours > 0);
}

/** Month ÷ 21.75 ÷ 8 × hours × percent, rounded once. */
function line({ monthlyPayFen }: OvertimeInputs, { label, hours: count, percent }: Omit<Line, "fen">): Line {
  return { label, hours: count, percent, fen: share(monthlyPayFen, Math.round(count * 100) * percent, 174 * 100 * 100) };
}

function owed(told: OvertimeInputs, lines: readonly Line[], festival: Festival): Worked {
  const total = Math.max(0, lines.reduce((so, one) => so + one.fen, 0) - (told.paidFen ?? 0));
  const free = told.scheme === "flexible" && told.approved !== false;
  const [from, to] = [free ? 0 : total, free && told.approved === true ? 0 : total];
  const sums = lines.map((one) => `${sayYuan(told.monthlyPayFen)} ÷ 21.75 ÷ 8 × ${one.hours}小时 × ${one.percent}% = ${sayYuan(one.fen)}`);
  return {
    kind: "calculated",
    label: "加班费",
    amount: fen(from, to),
    formula: `${sums.join("；") || "没有加班的小时"}；合计${sayRange(from, to)}${told.paidFen === undefined ? "" : `（已减去付过的${sayYuan(told.paidFen)}）`}`,
    steps: stepsOf(told, lines, festival),
    parts: lines.map((one): Part => ({ label: one.label, quantity: fen(one.fen) })),
    flags: [...festival.flags, ...flagsOf(told)],
  };
}

function stepsOf(told: OvertimeInputs, lines: readonly Line[], festival: Festival): readonly Step[] {
  const steps: Step[] = [
    { text: `小时工资：${sayYuan(told.monthlyPayFen)} ÷ 21.75天 ÷ 8小时。`, basis: rateBasis(told.happenedOn) },
    ...festival.steps,
  ];
  for (const one of lines)
    steps.push({
      text: `${one.label}${one.hours}小时，按不低于工资的${one.percent}%：${sayYuan(one.fen)}。`,
      basis: [...cite("劳动法", "第四十四条"), ...cite("工资支付暂行规定", "第十三条")],
    });
  if (told.scheme === "flexible")
    steps.push({
      text: "经批准实行不定时工作的，国家规定不按150%、200%、300%付加班费。",
      basis: [...cite("劳动法", "第三十九条"), ...cite("工资支付暂行规定", "第十三条")],
    });
  if (told.scheme === "comprehensive")
    steps.push({
      text: "经批准实行综合计算工时的，周期里总工时超过标准的部分算延长工作时间。",
      basis: [...cite("劳动法", "第三十九条"), ...cite("工资支付暂行规定", "第十三条")],
    });
  if (told.pastRetirement === true)
    steps.push({
      text: "2026年7月1日起，单位安排超龄劳动者加班，也要照付加班费。",
      basis: cite("超龄劳动者基本权益保障暂行规定", "第九条"),
    });
  return steps;
}

function rateBasis(day: string): readonly Basis[] {
  return day >= "2025-01-01"
    ? cite("工时和工资折算通知2025", "第二条")
    : citeOutside("关于职工全年月平均工作时间和工资折算问题的通知（劳社部发〔2008〕3号）", "第二条");
}

function flagsOf(told: OvertimeInputs): readonly Flag[] {
  const flags: Flag[] = [];
  if (told.scheme === undefined) flags.push(flag("assumes", "没有填工时制度，按标准工时算。"));
  if (told.scheme !== undefined && told.scheme !== "standard" && told.approved === undefined)
    flags.push(flag("assumes", "综合工时和不定时要经劳动部门批准；没批准的，按标准工时算加班费，可以问人社局批过没有。"));
  if (told.paidFen === undefined) flags.push(flag("assumes", "按加班费一分没付算；工资里已经付过的要减掉。"));
  return [
    ...flags,
    flag("excludes", "计件的，按计件单价的150%、200%、300%另算。休息日安排了补休的，可以不付200%。"),
    flag(
      "evidence",
      "加班要您先拿出证据：考勤、排班、工作微信、工友的话。有证据说明考勤在单位手里、单位不交的，由单位承担后果（《解释一》第四十二条）。",
    ),
  ];
}

function earlierLaw(): Worked {
  const say = "2008年1月以前的加班，日工资折算按当时的规定，这里没有收，请打12333问。";
  return { kind: "withheld", reason: "earlier-law", say, basis: cite("劳动法", "第四十四条") };
}

function overAge(): Worked {
  const say = "2026年7月1日以前，过了退休年龄的人加班怎么付钱，要看有没有领养老金、怎么约定的，不好替您算。请问12348法律援助或到工会来问。";
  return { kind: "withheld", reason: "unsettled", say, basis: cite("超龄劳动者基本权益保障暂行规定", "第九条", "第二十四条") };
}
