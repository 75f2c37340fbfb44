import { tidy, visible } from "./plain-text.js";
import { isFigure } from "./is-figure.js";
import { organisationsIn } from "./organisation.js";
import { read, UNREAD, type Reading } from "./reading.js";

const LEAD =
  /^(?:(?:我们?|单位|公司|名字|全称|老板|就|应该|好像|大概|可能)*(?:叫做?|是|在|名称|的名字)+[:：]?|单位[:：]|公司[:：]|欠我?的?是)\s*/u;
const TAIL = /(?:欠的|欠我的|的|吧|啊|呀|哦|呢|[。!！,，\s])+$/u;
const NOT_EMPLOYER =
  /[?？]|^(?:不知道|不清楚|不晓得|没有|没|不想说|为什么|什么|怎么|是|不是|对|好|嗯|有|公司|单位|老板|工地|厂里|饭店|那个|这个|忘了|记不清)$|吗$|怎么办|多久|能不能|可不可以/u;

/** The employer in an answer to 是哪个单位: a company, a shop, a site, or the boss's or foreman's name. */
export function readEmployer(text: string): Reading<string> {
  const shown = tidy(visible(text));
  const [only, ...others] = organisationsIn(shown);
  if (only !== undefined && others.every(({ name }) => name === only.name) && shown.length > 14) return read(only.name);
  const said = shown.replace(LEAD, "").replace(TAIL, "");
  if (isFigure(said) || said.length < 2 || NOT_EMPLOYER.test(said) || !/\p{L}{2}/u.test(said)) return UNREAD;
  return read(said);
}
