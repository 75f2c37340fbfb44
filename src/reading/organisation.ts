/** What the name of an employer ends with, longest first. */
const ENDINGS =
  "有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|总公司|公司|集团|合作社|事务所|工作室|经营部|服务部|项目部|施工队|劳务队|工程队|装修队|服务站|加油站|快递站|幼儿园|培训学校|学校|医院|诊所|养老院|药店|酒店|饭店|宾馆|餐厅|餐馆|饭馆|火锅店|面馆|烧烤店|超市|商场|商行|门市部|专卖店|理发店|美容院|网吧|KTV|砖厂|水泥厂|煤矿|石料厂|工厂|加工厂|制造厂|服装厂|电子厂|食品厂|矿业|矿山|养殖场|农场|牧场|林场|车间|物流园|物业|银行|厂|店";
const SIGN = "[\\p{Script=Han}A-Za-z0-9()·&]";
/** 振兴物业管理有限公司 does not end with 物业. */
const NAMED = new RegExp(`${SIGN}{1,24}?(?:${ENDINGS})(?:${SIGN}{0,6}?(?:有限公司|公司|集团|合作社|分店))*`, "gu");
/** Words that stand before a name and are no part of it. */
const BEFORE =
  /^.*(?:我们?|俺们?|咱们?|你们?|他们?|她|这[个家]?|那[个家]?|哪[个家]|了|的(?<!美的)|老板|欠薪|拖欠|欠|找到?|说|让|把|告知|告|给|往|一家|家叫|名叫|叫做?|就是|是|位于|属于|于|到|去|在|从|被|跟|投诉|举报|反映|单位|包工头|总包|分包|甲方|乙方|进入?了?|来了?(?=\p{Script=Han}{4})|为(?<!华为)|受雇|受(?=\p{Script=Han}{3,}市|\p{Script=Han}{1,3}[省县]|\p{Script=Han}{2,8}公司)|经(?=\p{Script=Han}{2,}劳务)|即|应聘|开始|国企|民企|私企|系(?!统)|入职|任职|工作|上班|打工|干活|年|月|日|号|时候|现在|目前|以前|后来|因为|由于|对|向|与|和(?=\p{Script=Han}{5})|等|个|,|，)/u;
/** Left of the ending these tell no company from another. */
const GENERIC =
  /^(?:|[该本贵此其某这那原新老小大总分子母旧外]|建筑|建设|劳务|装修|装饰|物业|保安|保洁|家政|派遣|劳务派遣|中介|外包|工程|施工|总包|分包|承包|开发|房地产|运输|物流|快递|外卖|私人|私营|民营|国有|国营|上市|本地|外地|当地|县里|镇上|村里|几家|两家|一|多家|各|所有|有的|别的|其他|另|另一|有限|股份|集团|合作|服装|电子|食品|水泥|连锁|个体|小型|大型|建材|商贸|餐饮|工|加工|制造|理发|网|饭|酒|药|煤|砖|回|到|进|在|上|出|关|开|我|请|要求|希望|领导|很多|这样|没有|不给|让|把|问|去)$/u;

/** What no name holds: the words ran into it from the sentence around. */
const SENTENCE =
  /违|发现|督促|讨要|获知|据悉|最后|调取|想着|来后|剥离|合同规定|可(?=回|去)|本厂|本店|班长|运行|承包|还|才|没|把|被|让|按|些|及|或|但|则|所以|需要|要求|提出|组建|希望|认为|觉得|知道|通过|经过|多次|如果|业务员|回公司|什么|怎么|自己|老婆|父亲|各|每|谁|帮|找|跑|问|住|治|送|告诉|请/u;

/** Every organisation a text names, as far as the name can be told from the words around it. */
export function organisationsIn(text: string): readonly { readonly name: string; readonly at: number; readonly end: number }[] {
  const found: { name: string; at: number; end: number }[] = [];
  for (const match of text.matchAll(NAMED)) {
    const said = match[0];
    const name = said.replace(BEFORE, "");
    const at = match.index + said.length - name.length;
    if (isNamed(name)) found.push({ name, at, end: at + name.length });
  }
  return found;
}

function isNamed(name: string): boolean {
  const ending = new RegExp(`(?:${ENDINGS})$`, "u").exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  return !GENERIC.test(stem) && !SENTENCE.test(stem) && /\p{L}/u.test(stem) && [...stem].length >= 2;
}

/** What two names of one employer have in common: 某某建设集团 and 某某建设集团有限公司. */
function coreOf(name: string): string {
  return name.replace(/[()]/gu, "").replace(/(?:有限责任公司|股份有限公司|集团有限公司|有限公司|公司|集团|有限)+$/u, "");
}

/** The fullest of several names when all mean one organisation; undefined when they do not. */
export function oneName(names: readonly string[]): string | undefined {
  const [longest, ...others] = [...names].sort((one, other) => other.length - one.length);
  return longest !== undefined && others.every((name) => longest.replace(/[()]/gu, "").includes(coreOf(name))) ? longest : undefined;
}
