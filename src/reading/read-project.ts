import { isFigure } from "./is-figure.js";
import { tidy } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

const ENDING = "(?:工地|项目部?|工程|标段|小区|楼盘|安置房|改造)(?:[一二三四五六七八九十\\d]+期)?";
const NAMED = new RegExp(`[\\p{Script=Han}A-Za-z0-9·]{2,24}?(?:${ENDING})`, "gu");
const BEFORE =
  /^.*(?:投诉|举报|我们?|俺们?|他们?|这个?|那个?|哪个?|了|的|老板|欠|给|叫做?|就是|是|位于|于|到|去|在|从|被|跟|承包|承建|负责|公司|集团|年|月|日|号|一个|个|,|，|、)/u;
const GENERIC =
  /^(?:|[本该此某各这那几多每一两]|建筑|装修|建设|施工|总包|分包|光伏|水利|公路|土建|木工|水电|安装|绿化|拆迁|民生|小|大|住宅|开工|完工|停工|干|做|新|老|上|多个|别的|其他)$/u;
const SENTENCE = /每次|都有|经过|还|没|把|被|让|做|干(?!渠)|搞|所以|需要|要求|如果|附近|旁边|路过|各|每|谁|帮|找|跑|问|请|一直/u;
const LEAD = /^(?:项目|工地|名字|就|应该|好像|大概|可能)*(?:叫做?|是|在|名称)+[:：]?\s*/u;
const NOT_PROJECT = /[?？]|^(?:不知道|不清楚|不晓得|没有|没|工地|工地上|项目|不想说|是|不是|对|好|嗯|有)$|吗$|怎么办|多久|能不能/u;

/** The site or project in an answer to 哪个工地. */
export function readProject(text: string): Reading<string> {
  const said = tidy(text)
    .replace(LEAD, "")
    .replace(/(?:吧|啊|呢|[。!！,，\s])+$/u, "");
  return isFigure(said) || said.length < 2 || NOT_PROJECT.test(said) || !/\p{L}{2}/u.test(said) ? UNREAD : read(said);
}

/** Every site or project a text names, as far as the name can be told from the words around it. */
export function projectsIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const match of text.matchAll(NAMED)) {
    const name = match[0].replace(BEFORE, "");
    const stem = name.replace(new RegExp(`${ENDING}$`, "u"), "");
    if (!/^[其该此本这那]/u.test(stem) && !GENERIC.test(stem) && !SENTENCE.test(stem) && [...stem].length >= 2 && !names.includes(name))
      names.push(name);
  }
  return names;
}
