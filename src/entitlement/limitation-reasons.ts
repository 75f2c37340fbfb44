import { cite, type Step } from "./result.js";
import type { Clock } from "./limitation-clock.js";
import type { LimitationInputs } from "./limitation-inputs.js";
import { sayDay } from "./say.js";

/** Why that day, step by step, each with its article. */
export function reasonsFor(told: LimitationInputs, clock: Clock): readonly Step[] {
  return [rule(told), ...renewals(told), ...suspension(told), caution(told, clock)];
}

const LAW = "劳动争议调解仲裁法";

function rule({ claim }: LimitationInputs): Step {
  switch (claim) {
    case "wages":
      return { text: "要拖欠的工资，在职时没有一年限制；劳动关系终止的，从终止那天起一年内申请仲裁。", basis: cite(LAW, "第二十七条") };
    case "double-wage":
      return {
        text: "二倍工资从上班满一个月的第二天起算，最严的算法每个月各算各的一年，所以从第一个月起算一年。",
        basis: [...cite("劳动合同法实施条例", "第六条", "第七条"), ...cite(LAW, "第二十七条")],
      };
    case "ending":
    case "other":
      return { text: "申请劳动仲裁的时效是一年，从知道或者应当知道权利被侵害那天起算。", basis: cite(LAW, "第二十七条") };
    case "injury":
      return {
        text: "单位没申请的，从受伤或者诊断为职业病那天起一年内，本人、近亲属或工会可以直接申请认定工伤。",
        basis: cite("工伤保险条例", "第十七条"),
      };
    case "inspection":
      return {
        text: "违法行为两年内没被发现、也没人举报投诉的，劳动监察不再查；连续的，从结束那天起算。",
        basis: cite("劳动保障监察条例", "第二十条"),
      };
  }
}

function renewals({ claim, interruptions = [], interruptionsProven }: LimitationInputs): readonly Step[] {
  if (claim === "injury" || claim === "inspection" || interruptions.length === 0) return [];
  const counted = interruptionsProven === true ? "有凭据，保守算法也算" : "没说有凭据，保守算法不算";
  return [
    {
      text: `向单位要、向有关部门投诉、单位同意给，时效从那天重新算一年。您说的${interruptions.map(sayDay).join("、")}，${counted}；上一个一年已经过完的不算。`,
      basis: [...cite(LAW, "第二十七条"), ...cite("劳动人事争议仲裁办案规则", "第二十七条")],
    },
  ];
}

function suspension({ claim, suspendedFrom }: LimitationInputs): readonly Step[] {
  if (suspendedFrom === undefined || claim === "inspection") return [];
  if (claim === "injury")
    return [{ text: "不是自己原因耽误的时间，不算在一年里；这要凭据，保守算法不指望它。", basis: cite("工伤保险行政案件规定", "第七条") }];
  return [
    {
      text: "因不可抗力等正当理由不能申请的，时效停下，原因没了再接着算；这要仲裁委认可，保守算法不指望它。",
      basis: [...cite(LAW, "第二十七条"), ...cite("劳动人事争议仲裁办案规则", "第二十八条")],
    },
  ];
}

function caution({ claim }: LimitationInputs, { strict, safe }: Clock): Step {
  const basis =
    claim === "injury"
      ? cite("工伤保险条例", "第十七条")
      : claim === "inspection"
        ? cite("劳动保障监察条例", "第二十条")
        : cite(LAW, "第二十七条");
  const moved = safe < strict ? `那天前后可能放假不办公，提前到${sayDay(safe)}` : "那天是上班的日子";
  return { text: `往紧里算，满期的前一天${sayDay(strict)}就要办好；${moved}。`, basis };
}
