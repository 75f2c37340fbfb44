import { INPUTS, type InjuryInputs } from "./injury-inputs.js";
import { defineCalculator, type Worked } from "./calculator.js";
import { askFor, figureFen, withheldFor, type Environment } from "./figures.js";
import { GRADES, type Grade } from "./injury-grades.js";
import { cite, fen, flag, type Flag, type Part, type Step } from "./result.js";
import { sayYuan } from "./say.js";
import { share } from "./share.js";

/** 工伤 lump sums and monthly payments by grade, and what a family is owed for a death. */
export const injury = defineCalculator({ name: "injury", title: "工伤待遇", version: 1, inputs: INPUTS, work });

/** The regulation's present amounts hold since its amendment of 2010 took effect. */
const RULES_FROM = "2011-01-01";

function work(told: InjuryInputs, env: Environment): Worked {
  if (told.happenedOn < RULES_FROM)
    return {
      kind: "withheld",
      reason: "earlier-law",
      say: "2011年以前的工伤，标准和现在不一样，请打12333问。",
      basis: cite("工伤保险条例", "第三十五条"),
    };
  if (told.pastRetirement === true) return pastRetirement();
  if (told.outcome === "death") return death(told, env);
  const grade: Grade | undefined = GRADES.find(({ value }) => value === told.outcome);
  if (grade === undefined || told.averagePayFen === undefined) return { kind: "missing", names: ["averagePayFen"] };
  return disabled(told, grade, ownPay(told.averagePayFen, told.happenedOn, env));
}

interface OwnPay {
  readonly payFen: number;
  readonly step: Step;
  readonly flags: readonly Flag[];
}

/** 工伤保险条例 第六十四条: between 60 % and 300 % of the average where the person is insured. */
function ownPay(payFen: number, day: string, env: Environment): OwnPay {
  const basis = cite("工伤保险条例", "第六十四条");
  const average = figureFen(env, "average-wage", day);
  const plain = `本人工资按出事前12个月平均月缴费工资：${sayYuan(payFen)}`;
  if (average === undefined)
    return {
      payFen,
      step: { text: `${plain}。`, basis },
      flags: [flag("cap", `本人工资高过当地职工平均工资300%的按300%算，低于60%的按60%算，数会跟着变。${askFor("average-wage")}。`)],
    };
  const [low, high] = [share(average, 60, 100), average * 3];
  if (payFen > high)
    return {
      payFen: high,
      step: { text: `${plain}，高过当地职工平均工资的300%，按${sayYuan(high)}算。`, basis },
      flags: [flag("cap", "本人工资已经按300%封顶。")],
    };
  if (payFen < low)
    return {
      payFen: low,
      step: { text: `${plain}，低于当地职工平均工资的60%，按${sayYuan(low)}算。`, basis },
      flags: [flag("floor", "本人工资已经按60%托底。")],
    };
  return { payFen, step: { text: `${plain}。`, basis }, flags: [] };
}

function disabled(told: InjuryInputs, grade: Grade, own: OwnPay): Worked {
  const lump = own.payFen * grade.months;
  const basis = cite("工伤保险条例", grade.article);
  const steps: Step[] = [own.step, { text: `${grade.label}，一次性伤残补助金是${grade.months}个月的本人工资：${sayYuan(lump)}。`, basis }];
  const parts: Part[] = [];
  if (grade.percent !== undefined) {
    const allowance = share(own.payFen, grade.percent, 100);
    const who = grade.rank <= 4 ? "退出岗位，工伤保险基金按月付" : "单位难以安排工作的，由单位按月付";
    steps.push({ text: `${who}伤残津贴，本人工资的${grade.percent}%：每月${sayYuan(allowance)}；低于当地最低工资的要补足。`, basis });
    parts.push({ label: "每月伤残津贴", quantity: fen(allowance) });
  }
  return {
    kind: "calculated",
    label: "一次性伤残补助金",
    amount: fen(lump),
    formula: `${sayYuan(own.payFen)} × ${grade.months}个月 = ${sayYuan(lump)}`,
    steps: [...steps, payer(told)],
    parts,
    flags: [...own.flags, ...disabledFlags(grade), ...commonFlags(told)],
  };
}

function disabledFlags(grade: Grade): readonly Flag[] {
  const flags: Flag[] = [];
  if (grade.rank >= 5)
    flags.push(
      flag("withheld", "离开单位时还有一次性工伤医疗补助金和一次性伤残就业补助金，标准由省里定，没有算，请问当地人社局（电话12333）。"),
    );
  if (grade.percent !== undefined) flags.push(flag("floor", `伤残津贴低于当地最低工资的要补足差额。${askFor("minimum-wage")}。`));
  return [
    ...flags,
    flag(
      "excludes",
      "没算进来：医疗费、护理费、住院伙食费，还有停工留薪期（一般不超过12个月）里照发的工资（《工伤保险条例》第三十三条）。",
    ),
  ];
}

function payer({ insured }: InjuryInputs): Step {
  if (insured === false) return { text: "单位该参保没参保的，这些全部由单位按条例的标准付。", basis: cite("工伤保险条例", "第六十二条") };
  return {
    text: "参加了工伤保险的，由工伤保险基金付；没参保的，由单位付。",
    basis: [...cite("社会保险法", "第三十八条"), ...cite("工伤保险条例", "第六十二条")],
  };
}

/** 工伤保险条例 第三十九条. The national figure decides the lump sum; without it there is no number. */
function death(told: InjuryInputs, env: Environment): Worked {
  const basis = cite("工伤保险条例", "第三十九条");
  const income = figureFen(env, "national-disposable-income", told.happenedOn);
  if (income === undefined) return withheldFor("national-disposable-income", basis);
  const lump = income * 20;
  const average = figureFen(env, "average-wage", told.happenedOn);
  const funeral = average === undefined ? undefined : average * 6;
  const family = familyMonthly(told, env);
  const steps: Step[] = [
    { text: `一次性工亡补助金是上一年度全国城镇居民人均可支配收入${sayYuan(income)}的20倍：${sayYuan(lump)}。`, basis },
  ];
  if (funeral !== undefined) steps.push({ text: `丧葬补助金是6个月的当地上年度职工月平均工资：${sayYuan(funeral)}。`, basis });
  return {
    kind: "calculated",
    label: funeral === undefined ? "一次性工亡补助金" : "一次性工亡补助金和丧葬补助金",
    amount: fen(lump + (funeral ?? 0)),
    formula: `${sayYuan(income)} × 20 = ${sayYuan(lump)}${funeral === undefined ? "" : `；${sayYuan(average ?? 0)} × 6 = ${sayYuan(funeral)}`}`,
    steps: [...steps, ...family.steps, payer(told)],
    parts: [
      { label: "一次性工亡补助金", quantity: fen(lump) },
      ...(funeral === undefined ? [] : [{ label: "丧葬补助金", quantity: fen(funeral) }]),
      ...family.parts,
    ],
    flags: [
      ...(funeral === undefined ? [flag("withheld", `丧葬补助金没有算：${askFor("average-wage")}。`)] : []),
      ...family.flags,
      ...commonFlags(told),
    ],
  };
}

/** Spouse 40 %, each other relative 30 %, 10 % more for one left alone; together never more than the wage. */
function familyMonthly({ averagePayFen, spouse, relatives, alone = 0, happenedOn }: InjuryInputs, env: Environment) {
  const basis = cite("工伤保险条例", "第三十九条");
  if (averagePayFen === undefined || (spouse !== true && (relatives ?? 0) === 0))
    return { steps: [], parts: [], flags: [flag("excludes", "没算进来：靠他养、没有劳动能力的亲属每月的抚恤金，说了亲属和工资就能算。")] };
  const own = ownPay(averagePayFen, happenedOn, env);
  const percent = (spouse === true ? 40 : 0) + (relatives ?? 0) * 30 + Math.min(alone, relatives ?? 0) * 10;
  const monthly = share(own.payFen, Math.min(percent, 100), 100);
  const text = `供养亲属抚恤金：配偶40%，其他亲属每人30%，孤寡老人、孤儿每人再加10%，一共${percent}%${percent > 100 ? "，合起来最多100%" : ""}：每月${sayYuan(monthly)}。`;
  const flags = percent > 100 ? [...own.flags, flag("cap", "几位亲属的抚恤金加起来不超过本人工资，已经封顶。")] : own.flags;
  return { steps: [own.step, { text, basis }], parts: [{ label: "每月供养亲属抚恤金", quantity: fen(monthly) }], flags };
}

function commonFlags({ insured }: InjuryInputs): readonly Flag[] {
  return [
    ...(insured === undefined ? [flag("assumes", "没有填参没参保；数一样，付钱的人不一样。")] : []),
    flag("deadline", "先要认定工伤：单位30天内申请，单位不申请的，本人、近亲属或工会一年内可以自己申请（《工伤保险条例》第十七条）。"),
    flag("excludes", "单位没有执照、没登记的，或者用童工的，是另一种一次性赔偿，不低于这里的标准（《工伤保险条例》第六十六条）。"),
  ];
}

function pastRetirement(): Worked {
  const say =
    "2026年7月1日起，单位要给超龄劳动者缴工伤保险，受伤可以认定工伤；但具体怎么赔，国家说另外制定办法，现在不好替您算。更早受伤的，要看有没有领养老金、有没有参保。请问12333和12348，也可以到工会来问。";
  return { kind: "withheld", reason: "unsettled", say, basis: cite("超龄劳动者基本权益保障暂行规定", "第十五条") };
}
