import type { Calculator, ComplaintDialog } from "../content/schema/related.js";

export interface CalculatorWords {
  /** On a button, and in “算一算：…”. */
  readonly short: string;
  /** On the button under an answer; without it 算一算能拿多少. */
  readonly button?: string;
  /** Words that surely mean this sum and no other. */
  readonly named: RegExp;
  /** The complaint that goes with it, where the county takes one. */
  readonly complaint?: ComplaintDialog;
}

/** Every sum by its name, in the order they are offered. */
export const CALCULATOR_WORDS: Readonly<Record<Calculator, CalculatorWords>> = {
  "unpaid-wages": {
    short: "欠的工资",
    named: /欠薪|欠.{0,6}(?:工资|工钱|钱)|(?:没|不|未)发.{0,4}工资|工资.{0,4}(?:没|不|未)发/u,
    complaint: "unpaid-wages",
  },
  severance: {
    short: "辞退、离职的补偿",
    named:
      /(?<!竞业(?:限制)?的?)补偿金?|赔偿金|遣散费|代通知金|n\+1|2n|(?:辞退|开除|裁员|被裁|炒鱿鱼|解除合同|不续签).{0,8}(?:补|赔|拿|给)/iu,
    complaint: "dismissed",
  },
  "double-wage": { short: "没签合同的二倍工资", named: /[二两双2]倍工资|没签.{0,4}合同|没有?合同/u, complaint: "no-contract" },
  overtime: { short: "加班费", named: /加班|节假?日.{0,6}上班|[三3]倍工资/u, complaint: "overtime-leave" },
  "annual-leave": { short: "年休假", named: /年休?假/u, complaint: "overtime-leave" },
  "sick-leave": { short: "病假、医疗期", button: "算一算医疗期多长", named: /病假|医疗期/u },
  maternity: { short: "产假、生育津贴", button: "算一算产假和津贴", named: /产假|生育津贴|流产假?/u, complaint: "women-workers" },
  injury: { short: "工伤待遇", named: /工伤|伤残|[一二三四五六七八九十\d]+级|工亡/u, complaint: "work-injury" },
  probation: { short: "试用期", button: "算一算试用期上限", named: /试用期/u },
  unemployment: { short: "失业金", button: "算一算能领几个月", named: /失业/u, complaint: "social-insurance" },
  retirement: { short: "退休年龄", button: "算一算哪年退休", named: /退休/u },
  "non-compete": { short: "竞业限制补偿", named: /竞业/u },
  limitation: { short: "最晚哪天去申请", button: "算一算最晚哪天", named: /时效|过期|最晚哪天|最迟|来得及/u },
};

interface Heard {
  /** Other names of an option, when it is asked for. */
  readonly also: readonly string[];
  /** Words in a story told before that surely mean it. */
  readonly cues: readonly string[];
}

const cues = (...words: readonly string[]): Heard => ({ also: words, cues: words });
const also = (...words: readonly string[]): Heard => ({ also: words, cues: [] });

/** What people call an option, keyed `calculator.input.value`. What might be meant otherwise is no cue. */
export const OPTION_WORDS: ReadonlyMap<string, Heard> = new Map([
  ["severance.ground.agreed", cues("协商解除", "协商离职", "商量走", "协商走")],
  ["severance.ground.forced", also("被迫", "欠薪走", "没缴社保走", "没交社保")],
  ["severance.ground.notice", also("不胜任", "干不了", "医疗期满")],
  ["severance.ground.layoff", cues("裁员", "被裁")],
  ["severance.ground.expired", cues("合同到期", "不续签", "到期不续")],
  ["severance.ground.closed", cues("倒闭", "破产", "注销", "解散")],
  ["severance.ground.unlawful", cues("无缘无故", "没有理由", "没理由", "无故", "违法辞退", "莫名其妙", "没有合法理由")],
  ["severance.ground.unsure", also("口头", "说不清", "叫我走", "不让我干", "没说理由", "没说为什么")],
  ["severance.ground.fault", also("违纪", "违反规定", "犯错", "有大错")],
  ["severance.ground.resigned", also("自己辞职", "主动辞职", "自己不干", "自愿走")],
  ["unpaid-wages.payBy.month", cues("月薪", "月工资", "每个月", "按月")],
  ["unpaid-wages.payBy.day", cues("点工", "日工资", "按天", "每天")],
  ["unpaid-wages.payBy.total", cues("欠条", "结算单", "总数", "包工")],
  ["maternity.event.birth", cues("生孩子", "生了", "生娃", "生小孩", "剖腹产", "顺产")],
  ["overtime.scheme.standard", also("标准", "不清楚哪种", "八小时")],
  ["overtime.scheme.comprehensive", cues("综合工时", "综合计算")],
  ["overtime.scheme.flexible", cues("不定时工时", "不定时工作制")],
  ["limitation.claim.wages", cues("拖欠工资", "欠工资", "加班费")],
  ["limitation.claim.double-wage", cues("没签合同", "二倍工资", "双倍工资")],
  ["limitation.claim.ending", cues("经济补偿", "赔偿金", "被辞退", "被开除")],
  ["limitation.claim.injury", cues("工伤认定", "认定工伤", "申请工伤")],
  ["limitation.claim.inspection", cues("劳动监察")],
  ["probation.term.only", also("只有试用期")],
  ["retirement.kind.male", also("男", "男的")],
  ["retirement.kind.female-55", also("女干部", "管理岗", "技术岗")],
  ["retirement.kind.female-50", also("女工人", "女工", "工人岗")],
]);

/** What people say to a yes-or-no question, keyed `calculator.input`: words that answer it wherever they stand. */
export const YES_NO_WORDS: ReadonlyMap<string, { readonly yes: readonly string[]; readonly no: readonly string[] }> = new Map([
  ["limitation.stillEmployed", { yes: ["还在干", "还在上班", "没走"], no: ["不干了", "走了", "离职了", "辞职了", "被辞退"] }],
  ["unemployment.involuntary", { yes: ["被辞退", "合同到期", "单位辞退", "被裁"], no: ["自己辞职", "自己不想干", "主动辞职"] }],
  ["maternity.difficult", { yes: ["难产"], no: ["顺产"] }],
]);
