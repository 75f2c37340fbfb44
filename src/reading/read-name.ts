import { tidy } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";
import { surnameLength } from "./surnames.js";

const LEAD =
  /^(?:您好|你好)?[,，。\s]*(?:就?叫我|我的?(?:名字|姓名)(?:叫做?|是)?|本人(?:叫|姓名|是)?|我?叫做?|我是|姓名(?:是|叫)?|名字(?:是|叫)?|称呼)[:：\s]*/u;
const TAIL = /(?:就行|就好|就可以|吧|啊|呀|哦|呢|哈|[。,，!！\s])+$/u;
/** A number to call beside the name: 张某某 13800001111. */
const NUMBER = /[,，、;；\s]*(?:我的?)?(?:电话|手机|联系方式)?(?:号码?)?(?:是|为)?[:：\s]*(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)/u;
const TITLE = "(?:师傅|先生|女士|大姐|大哥|大叔|阿姨|小姐|老师|工|某某?)";
const NOT_NAME = /[?？\d]|为什么|怎么|什么|不知道|不想|匿名|工资|公司|老板|电话|可以|没有|不行|不是|干嘛|吗/u;
/** After 我叫 a name of two or three characters; more would run into the sentence. */
const INTRODUCED =
  /(?:我叫做?|本人(?:叫|姓名)|本人(?=[\p{Script=Han}]{2,3}[,，。、;；\s])|我的名字(?:叫|是)|姓名[:：是]?|我的姓名[:：是]?|(?:投诉|具报|反映|申请|举报|求助)人[:：是]?|实名(?:求助|举报|投诉))[:：\s]*([\p{Script=Han}·]{2,12})/u;

/** The name in an answer to 您叫什么名字: 张某某, 我叫李某, 姓王, 老赵, 阿卜杜拉·买买提. */
export function readName(text: string): Reading<string> {
  const said = tidy(text).replace(NUMBER, "").replace(LEAD, "").replace(TAIL, "");
  if (NOT_NAME.test(said)) return UNREAD;
  if (/^免?贵?姓\p{Script=Han}{1,2}$/u.test(said))
    return surnameLength(said.replace(/^免?贵?姓/u, "")) > 0 ? read(said.replace(/^免?贵/u, "")) : UNREAD;
  if (/^[\p{Script=Han}]{1,12}(?:·[\p{Script=Han}]{1,12})+$/u.test(said)) return read(said);
  if (new RegExp(`^[老小阿]?\\p{Script=Han}{1,3}${TITLE}$`, "u").test(said)) return read(said);
  if (/^[老小阿]\p{Script=Han}$/u.test(said)) return read(said);
  if (/^\p{Script=Latin}[\p{Script=Latin} .'-]{1,39}$/u.test(said)) return read(said);
  return isFullName(said) ? read(said) : UNREAD;
}

/** A name a person gives as her own in the middle of a story; undefined unless sure. */
export function spotOwnName(text: string): string | undefined {
  const run = INTRODUCED.exec(tidy(text))?.[1];
  if (run === undefined || run.includes("·")) return run;
  // 我叫张某某在某工地: the name ends where a word begins that no name holds.
  const said = run.split(/[是在的去来到从被于和跟与有说想要今现家住男女岁干做]/u)[0] ?? "";
  return isFullName(said) && said.length <= 3 ? said : undefined;
}

function isFullName(said: string): boolean {
  const surname = surnameLength(said);
  return /^\p{Script=Han}{2,4}$/u.test(said) && surname > 0 && said.length - surname <= 2 && said.length > surname;
}
