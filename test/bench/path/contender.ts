/** Someone who can hold the five-question dialog. */
export interface Contender {
  readonly name: string;
  /** One turn. Resolves to the last thing replied. */
  say(conversationId: string, text: string): string | Promise<string>;
}

/** Begins, answers a text, a yes-no, a choice, a phone and a text, and hands in. */
export const SCRIPT = [
  "留言",
  "在工地干了三个月，老板一直拖着工资不发",
  "是的",
  "工资",
  "13800138000",
  "古浪县某某建筑公司",
  "提交",
] as const;

/** The words under which every contender ends the dialog. */
export const HANDED_IN = "已经收到";

export const ASKED = {
  opening: "好的，就问几个问题。",
  message: "请把要说的话写下来：什么事、大概什么时候、在哪儿。",
  callback: "要不要工作人员打电话联系您？",
  kind: "是哪一类的事？",
  phone: "请留一个能打通的电话号码。",
  employer: "是哪个单位的事？",
  review: "请看看对不对，没问题就提交。",
} as const;

export const KINDS = ["工资", "工伤", "社保", "别的"] as const;
