import type { Dialog, Region } from "../content/library.js";
import type { FactName } from "../content/schema/facts.js";
import type { DialogAnswer, DialogState } from "../dialog/dialog.js";
import { showValue } from "../dialog/show-value.js";
import type { SlotFile } from "../content/schema/slot.js";

/** What a blank asks for, where a fact was not told. */
const BLANKS: Readonly<Record<FactName, string>> = {
  employer: "单位全称，和营业执照、合同上一样",
  mainContractor: "总包单位名称，看工地告示牌",
  subContractor: "分包、劳务公司名称",
  foreman: "包工头姓名、电话",
  project: "工程项目名称",
  township: "干活的地方：县、乡镇、地址",
  trade: "行业",
  job: "干什么工作",
  startedOn: "入职日期，年月日",
  endedOn: "离开日期，年月日",
  unpaidFrom: "从哪年哪月起没发",
  unpaidUntil: "到哪年哪月为止没发",
  happenedOn: "哪年哪月哪日",
  monthlyPay: "说好的月工资",
  amount: "数额",
  workedMonths: "干了几个月",
  people: "人数",
  writtenContract: "签没签书面合同",
  stillEmployed: "现在是不是还在职",
  socialInsurance: "交没交社保",
  injury: "受伤情况",
  hospital: "治疗的医院",
  reason: "单位说的理由",
  notice: "有没有书面通知",
  evidence: "证据",
  wants: "您的要求",
  danger: "有没有危险",
  story: "事情经过：什么时间、什么地点、谁、怎么回事",
  name: "姓名",
  phone: "联系电话",
  idNumber: "身份证号码",
  files: "材料",
  level: "怎么留名",
};

/** Marks a place to write by hand. */
export function blank(hint: string): string {
  return `＿＿＿＿＿＿（请填写：${hint}）`;
}

export interface Told {
  readonly dialog: Dialog;
  readonly state: DialogState;
  readonly region: Region;
}

/** Fills {names}: what was told, an office of the region, or a blank. What people wrote is put in once and not read again. */
export function fillText({ dialog, state, region }: Told): (text: string) => string {
  const words = wordsOf(dialog, state);
  return (text) => text.replace(/\{([^}]*)\}/g, (_, name: string) => words.get(name) ?? officeWords(region, name) ?? blank(hintOf(name)));
}

function hintOf(name: string): string {
  return new Map<string, string>(Object.entries(BLANKS)).get(name) ?? name.replace(/^[空步]:/, "");
}

/** The answers in words, by fact and by 步:step. What was handed in holds none that lie off its path. */
function wordsOf(dialog: Dialog, state: DialogState): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const answer of state.answers) {
    const step = dialog.steps[answer.step];
    if (step === undefined || answer.value === null) continue;
    const said = wordsFor(step.slot, answer);
    words.set(`步:${answer.step}`, said);
    if (step.fact !== undefined) words.set(step.fact, said);
  }
  return words;
}

/** A sum stands in a paper in figures; the rest as in the summary. */
function wordsFor(slot: SlotFile, answer: DialogAnswer): string {
  const { value, bounds } = answer;
  if (slot.type !== "amount" || typeof value !== "number") return showValue(slot, answer);
  const about = bounds !== undefined && bounds.low !== bounds.high ? "约" : "";
  return `${about}${yuan(value)}`;
}

/** 23000元, 1234.56元. */
export function yuan(fen: number): string {
  const rest = fen % 100;
  return rest === 0 ? `${fen / 100}元` : `${Math.floor(fen / 100)}.${String(rest).padStart(2, "0")}元`;
}

const GENERIC: ReadonlyMap<string, string> = new Map([
  ["工会", "当地县级总工会"],
  ["劳动监察", "当地劳动保障监察机构"],
  ["仲裁委", "当地劳动人事争议仲裁委员会"],
  ["法律援助", "当地法律援助中心"],
  ["法院", "当地基层人民法院"],
  ["帮扶中心", "当地工会困难职工帮扶中心"],
]);

/** The office by its own name, with address and phone, once the region has confirmed it; else what such an office is called. */
function officeWords(region: Region, name: string): string | undefined {
  const generic = GENERIC.get(name);
  const office = region.offices[name as keyof Region["offices"]];
  if (office === undefined || generic === undefined) return undefined;
  if (office.verify) return office.hotline === undefined ? generic : `${generic}（电话${office.hotline}）`;
  const more = [office.address, office.phone ?? office.hotline].filter((one) => one !== undefined);
  return more.length === 0 ? office.name : `${office.name}（${more.join("，")}）`;
}

/** Whom a paper is addressed to: a name only when it is confirmed. */
export function addressee(region: Region, name: keyof Region["offices"]): string {
  const office = region.offices[name];
  return office === undefined || office.verify ? blank(`${GENERIC.get(name)?.replace("当地", "") ?? name}的名称`) : office.name;
}
