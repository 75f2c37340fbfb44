import type { FactName } from "../content/schema/facts.js";
import { oneName, organisationsIn } from "../reading/organisation.js";
import { tidy } from "../reading/plain-text.js";
import { projectsIn } from "../reading/read-project.js";
import { townshipsIn } from "../reading/read-township.js";
import type { Setting } from "./setting.js";
import type { Told, ToldFacts } from "./told.js";

type Party = Extract<FactName, "employer" | "mainContractor" | "subContractor">;

const MAIN = /(?:总包|总承包)(?:单位|方|公司|商)?(?:就?是|为|叫|:)?$/u;
const SUB = /(?:分包|劳务分包)(?:单位|方|公司|商)?(?:就?是|为|叫|:)?$/u;
const NOT_PARTY =
  /(?:甲方|业主|建设单位|开发商|发包方?|隔壁|旁边|附近|对面|别的|其他|以前在|之前在|原来在|送到|住在|去了)(?:就?是|为|叫|:)?$/u;
const BEFORE_EMPLOYER = /(?:在|入职|进入?了?|投诉|举报|反映|单位(?:是|叫|:)|应聘到?|受雇于?|受|(?:我|我们)原?是|我所在的?)$/u;
/** People go to these for other things than work. */
const PUBLIC = /(?:医院|诊所|学校|幼儿园|银行|养老院|药店|宾馆|超市|商场|中心)$/u;
const WORKS_THERE = /^[^。]{0,4}(?:上班|工作|打工|务工|任职|拖欠|欠我|没发|不发|辞退|开除)|^的?(?:员工|职工|保安|护士|厨师|服务员|老板)/u;
const AFTER_EMPLOYER =
  /^(?:[^。,]{0,14}(?:拖欠|欠|没发|未发|不发|没给|不给|辞退|开除|不交|没交|未交|不缴|未缴|没签|不签|克扣|强迫|违法|违反|逼|裁员|赖账|侵犯|侵害|歧视)|[^。]{0,8}(?:上班|工作|干|打工|做|当|务工|任职|入职)|的?(?:一名|一个|普通)?(?:员工|职工|工人|老板|保安|经理|负责人|厂长|一员|业务员|司机|包工头)|和(?:我们|工人)结算|承(?:包|接|建))/u;
const FOREMAN =
  /(?:包工头|工头|带工的?|老板)(?:就?(?:叫做?|是)|名叫|姓名|:)\s?(?<name>[\p{Script=Han}]{2,4}?)(?=[的,，。、;；!！说欠不没拖跑在还也让给把就一到跟和]|$)/u;

/** Who, where and on what site, as far as the words beside the name say so; two of a kind tell nothing. */
export function spotParties(text: string, { places }: Setting): ToldFacts {
  const plain = tidy(text);
  const found = new Map<FactName, Set<string>>();
  const add = (fact: FactName, name: string): unknown => found.set(fact, (found.get(fact) ?? new Set()).add(name));
  for (const { name, at, end } of organisationsIn(plain)) {
    if (PUBLIC.test(name) && !WORKS_THERE.test(plain.slice(end, end + 12))) continue;
    const party = partyOf(plain.slice(Math.max(0, at - 8), at), plain.slice(end, end + 16));
    if (party !== undefined) add(party, name);
  }
  for (const project of projectsIn(plain)) add("project", project);
  for (const township of townshipsIn(plain, places)) add("township", township);
  const foreman = FOREMAN.exec(plain)?.groups?.["name"];
  if (foreman !== undefined && !/公司|单位|没|不|外地|本地|谁/u.test(foreman)) add("foreman", foreman);
  return Object.fromEntries(
    [...found].flatMap(([fact, names]): [FactName, Told][] => {
      const name = oneName([...names]);
      return name === undefined ? [] : [[fact, { value: name, from: name, doubtful: false }]];
    }),
  );
}

function partyOf(before: string, after: string): Party | undefined {
  if (MAIN.test(before) || /^(?:是|为)?总(?:承)?包/u.test(after)) return "mainContractor";
  if (SUB.test(before) || /^(?:是|为)?分包/u.test(after)) return "subContractor";
  if (NOT_PARTY.test(before)) return undefined;
  return AFTER_EMPLOYER.test(after) || BEFORE_EMPLOYER.test(before) ? "employer" : undefined;
}
