import { addDays, addMonths } from "../reading/calendar-day.js";
import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, figureFen, type Environment } from "./figures.js";
import { sum, type Given, type Input } from "./input.js";
import { cite, citeOutside, fen, flag, refuse, type Flag, type Part, type Step } from "./result.js";
import { sayDay, sayYuan } from "./say.js";
import { lengthOf, sayLength } from "./service-length.js";
import { share } from "./share.js";

const INPUTS = [
  { name: "startedOn", label: "进这个单位的日期", question: "您是哪一天进这个单位的？", kind: "date", fact: "startedOn", optional: false },
  { name: "sickFrom", label: "病休开始的日期", question: "从哪一天起停工看病休息的？", kind: "date", fact: "happenedOn", optional: false },
  {
    name: "careerYears",
    label: "累计工作年数",
    question: "到那时，您在所有单位加起来一共工作了几年？",
    kind: "count",
    unit: "年",
    min: 0,
    max: 60,
    decimals: 1,
    optional: false,
  },
  { name: "paidFen", label: "病假每月发的", question: "病休以后，单位每个月发多少？", ...sum, per: "month", optional: true },
] as const satisfies readonly Input[];
type Told = Given<typeof INPUTS>;

/** 医疗期: how long a sick worker may not be dismissed for it, and the least that is paid meanwhile. */
export const sickLeave = defineCalculator({ name: "sick-leave", title: "医疗期和病假工资", version: 1, inputs: INPUTS, work });

const RULES_FROM = "1995-01-01";

interface MedicalPeriod {
  readonly months: number;
  /** Sick days are added up over so many months. */
  readonly within: number;
}

function work(told: Told, env: Environment): Worked {
  if (told.sickFrom < told.startedOn) return refuse("sickFrom", "病休早于入职，请核对。");
  if (told.sickFrom < RULES_FROM)
    return {
      kind: "withheld",
      reason: "earlier-law",
      say: "1995年以前的，按当时的规定，请打12333问。",
      basis: cite("企业职工患病或非因工负伤医疗期规定", "第九条"),
    };
  const here = told.sickFrom === told.startedOn ? { months: 0, days: 0 } : lengthOf(told.startedOn, addDays(told.sickFrom, -1));
  // A tenth of a year may have been rounded away.
  if (told.careerYears * 12 + 2 < here.months) return refuse("careerYears", "累计工作年数比在这个单位的年数还少，请核对。");
  const period = periodOf(told.careerYears, Math.floor(here.months / 12));
  const floor = floorOf(told, env);
  return {
    kind: "calculated",
    label: "医疗期",
    amount: { unit: "months", from: period.months, to: period.months },
    formula: `累计工作${told.careerYears}年、在本单位${sayLength(here)}：医疗期${period.months}个月，按${period.within}个月里累计的病休时间算`,
    steps: [...periodSteps(told, period), ...floor.steps],
    parts: [{ label: "在多长时间里累计", quantity: { unit: "months", from: period.within, to: period.within } }, ...floor.parts],
    flags: [...floor.flags, ...flags()],
  };
}

/** 医疗期规定 第三条、第四条; 以上 takes in the number itself. */
function periodOf(career: number, here: number): MedicalPeriod {
  if (career < 10) return here < 5 ? { months: 3, within: 6 } : { months: 6, within: 12 };
  if (here < 5) return { months: 6, within: 12 };
  if (here < 10) return { months: 9, within: 15 };
  if (here < 15) return { months: 12, within: 18 };
  if (here < 20) return { months: 18, within: 24 };
  return { months: 24, within: 30 };
}

function periodSteps({ sickFrom }: Told, { months, within }: MedicalPeriod): readonly Step[] {
  const last = addDays(addMonths(sickFrom, within), -1);
  return [
    { text: `按实际工作年限和在本单位的年限，医疗期是${months}个月。`, basis: cite("企业职工患病或非因工负伤医疗期规定", "第三条") },
    {
      text: `从${sayDay(sickFrom)}到${sayDay(last)}这${within}个月里，病休加起来满${months}个月，医疗期才算满。`,
      basis: cite("企业职工患病或非因工负伤医疗期规定", "第四条"),
    },
    {
      text: "医疗期内，单位不能因为生病辞退您。",
      basis: [...cite("企业职工患病或非因工负伤医疗期规定", "第二条"), ...cite("劳动合同法", "第四十二条")],
    },
  ];
}

interface Floor {
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  readonly flags: readonly Flag[];
}

function floorOf({ sickFrom, paidFen }: Told, env: Environment): Floor {
  const basis = citeOutside("关于贯彻执行《中华人民共和国劳动法》若干问题的意见（劳部发〔1995〕309号）", "第59条");
  const minimum = figureFen(env, "minimum-wage", sickFrom);
  if (minimum === undefined)
    return {
      steps: [{ text: "病假工资可以低于最低工资，但不能低于最低工资的80%。", basis }],
      parts: [],
      flags: [flag("withheld", `病假工资最少多少没有算：${askFor("minimum-wage")}。`)],
    };
  const floor = share(minimum, 80, 100);
  const parts: Part[] = [{ label: "病假工资每月最少", quantity: fen(floor) }];
  if (paidFen !== undefined && paidFen < floor) parts.push({ label: "每月少发", quantity: fen(floor - paidFen) });
  return { steps: [{ text: `病假工资不能低于最低工资${sayYuan(minimum)}的80%，每月${sayYuan(floor)}。`, basis }], parts, flags: [] };
}

function flags(): readonly Flag[] {
  return [
    flag("excludes", "病假工资具体发多少，看合同、单位制度和本省规定，常常比这个最低数多，请问12333。"),
    flag("excludes", "得了癌症、精神病、瘫痪这类重病的，医疗期另有延长的规定，请问12333。工伤不算医疗期，按工伤待遇算。"),
  ];
}
