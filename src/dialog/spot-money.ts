import { readAmount, type Amount } from "../reading/read-amount.js";
import { tidy } from "../reading/plain-text.js";
import { ofAmount } from "./amount-slot.js";
import { agreed, type Told, type ToldFacts } from "./told.js";

const OWED =
  /拖?欠|未能拿到|没拿到|拿不到|还差|还剩|剩余|剩下|没结|没给|没发|未付|未发|未结|不给|讨要|要回|追回|血汗钱|尾款|一共|总共|总计|合计|共计|(?<!公)共(?=\d)/gu;
const OTHER =
  /给了|发了|付了|只给|只发|才给|结了|先给|借支|预支|借|生活费|罚|扣|押金|赔|花|医药费|医疗费|治疗费|补偿|补助|补贴|要求|交了|缴|买|房租|奖|注册资金|投资|产值|价|每人|人均|调解|答应|涨|提高/gu;
const OWED_AFTER =
  /^(?:元|块|钱|整|的|多|左右|工资|工钱|血汗钱|工程款|劳务费|一直|到现在|现在|至今|都|还|老板|也|迟迟)*(?:没|未|不)有?(?:给|发|结|付|到手|拿到)/u;
const TOTAL = /(?:一共|总共|合计|共计|总计|加起来|累计)[^。]{0,6}$/u;
const OWED_AT_ALL = /欠|没给|没发|未给|未发|未付|不给|没结|不发|拖着|拿到|支付/u;
const NOT_PAY = /罚|扣|社保|保险|公积金|补贴|补助|绩效|最低|房租|生活费|伙食|养老|退休|低保/u;
const BEFORE_CHARS = 14;

interface Mention {
  readonly amount: Amount;
  readonly before: string;
  readonly after: string;
}

/** What is owed in all and what a month pays, where the words beside the figure say which it is. */
export function spotMoney(text: string): ToldFacts {
  const mentions = mentionsIn(text);
  const pay = agreed(mentions.filter(isMonthlyPay).flatMap(toTold));
  const owed = mentions.filter((one) => one.amount.period === undefined && isOwed(one, text));
  const totals = owed.filter(({ before }) => TOTAL.test(before));
  const amount = agreed((totals.length > 0 ? totals : owed).flatMap(toTold));
  return { ...(pay === undefined ? {} : { monthlyPay: pay }), ...(amount === undefined ? {} : { amount: shared(text, amount) }) };
}

function mentionsIn(text: string): readonly Mention[] {
  const reading = readAmount(text);
  const amounts = reading.kind === "read" ? reading.value : [];
  const plain = tidy(text.replaceAll("，", "、")).replaceAll("、", "，");
  let from = 0;
  return amounts.map((amount) => {
    const said = amount.said.replaceAll("、", "，");
    const at = Math.max(from, plain.indexOf(said, from));
    const before =
      plain
        .slice(Math.max(from, at - BEFORE_CHARS), at)
        .split(/[。;；!！?？]/u)
        .at(-1) ?? "";
    from = at + said.length;
    return { amount, before, after: plain.slice(from, from + BEFORE_CHARS) };
  });
}

function isMonthlyPay({ amount, before }: Mention): boolean {
  return amount.period === "month" && !NOT_PAY.test(before + amount.said) && !/欠/u.test(before);
}

/** The last word before the figure decides; then the words after it. */
function isOwed({ before, after }: Mention, text: string): boolean {
  const owed = lastPlace(before, OWED);
  const other = lastPlace(before, OTHER);
  if (OWED_AFTER.test(after.replace(/^，/u, ""))) return other < 0;
  return owed > other && OWED_AT_ALL.test(text);
}

function lastPlace(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}

function toTold({ amount }: Mention): readonly Told[] {
  const reading = ofAmount(amount);
  return reading.kind === "taken" ? [{ ...reading, from: amount.said }] : [];
}

/** 拖欠70多名工人近百万: the sum may be everybody's, so it is read back. */
function shared(text: string, amount: Told): Told {
  return /[\d几两三四五六七八九十百多]+(?:多|来)?(?:个|名|位)?(?:人|农民工|民工|工人|工友)|我们|大家/u.test(text)
    ? { ...amount, doubtful: true }
    : amount;
}
