import type { FactName } from "../content/schema/facts.js";
import { addDays, addMonths } from "../reading/calendar-day.js";
import { readDate, type DateReading } from "../reading/read-date.js";
import { findDurations } from "../reading/read-duration.js";
import { spokenText } from "../reading/spoken-text.js";
import { clausesIn } from "./clauses.js";
import { ofDate } from "./date-slot.js";
import { agreed, type Told, type ToldFacts } from "./told.js";

type DateFact = Extract<FactName, "startedOn" | "endedOn" | "unpaidFrom" | "happenedOn">;

const ROLES: readonly (readonly [DateFact, RegExp])[] = [
  [
    "startedOn",
    /入职|进厂|进入(?!腊月|冬|夏|春|秋|年|第)|进(?:的|入|了)?(?:这家|该)?公司|招工|(?<!原)来的|进来的|应聘|(?:开始|起)(?:在|上班|干活|干|工作|打工)|(?:到|来|去|在).{0,14}(?:上班|干活|打工|做工|务工|做事)|(?:到|来|去).{0,14}工作|给.{2,14}(?:干活|做活|打工|做事)/u,
  ],
  ["endedOn", /离职|辞职|离开|离厂|走的|走了|辞退|开除|不干了|解除|下岗|干完|干到|被裁|炒/u],
  ["unpaidFrom", /(?:没|未|不|停)(?:有)?(?:发(?!生)|给|支?付|结(?!果))|拖?欠/u],
  ["happenedOn", /受伤|摔|砸|压伤|轧|出事|事故|工伤|骨折|烫|触电|夹|割|伤(?:到|了)/u],
];
const OTHER =
  /出生|投诉|举报|仲裁|判决|起诉|答复|回复|文件|开庭|通知|承诺|答应|说好|打卡到账|发了|结了|公告|会议|毕业|退休|协商|反映|签|监察|申请|法律援助|劳动局|休产假|产假|办理|没有工作/u;
const HURT = /摔|砸|压伤|轧|骨折|烫伤|触电|夹伤|割伤|掉下来|受伤/u;
const NEAR_CHARS = 6;
const WORKED = /(?:干了?|做了?|上了|工作了?|打工|上班|待了|呆了|干活)(?:已经?|有|差不多|快|整整|将近|不到|都|近|满|大概|大约)*$/u;

/** Days and lengths of time told in passing, each where its own clause says what happened then. */
export function spotDates(text: string, today: string): ToldFacts {
  const found = new Map<FactName, Told[]>();
  const years = /(?:19|20)\d\d/u.test(text);
  const add = (fact: FactName, told: Told): unknown => found.set(fact, [...(found.get(fact) ?? []), told]);
  for (const clause of clausesIn(text)) {
    const reading = ROLES.some(([, words]) => words.test(clause)) ? readDate(clause, today) : undefined;
    const said = reading?.kind === "read" ? roleOf(clause, reading.value.said) : undefined;
    // 15号我在工地干活，从架子上掉下来: that day is the accident's, not the first day at work.
    const thatDay = reading?.kind === "read" && reading.value.grain === "day" && HURT.test(text) && !/入职|进厂|进入|开始/u.test(clause);
    const role = said === "startedOn" && thatDay ? "happenedOn" : said;
    if (role !== undefined && reading?.kind === "read") addDates(role, { clause, reading: reading.value, today, years }, add);
    for (const told of workedIn(clause)) add("workedMonths", told);
  }
  return Object.fromEntries([...found].flatMap(([fact, mentions]) => (agreed(mentions) === undefined ? [] : [[fact, agreed(mentions)]])));
}

/** What right after the day tells decides; else the clause, when it tells of one thing only. */
function roleOf(clause: string, said: string): DateFact | undefined {
  const at = clause.indexOf(said);
  const after = at < 0 ? "" : clause.slice(at + said.length, at + said.length + NEAR_CHARS);
  if (/的$/u.test(said) || (/^的/u.test(after) && !/^的时候/u.test(after))) return undefined;
  const [near, ...rivals] = ROLES.filter(([, words]) => words.test(after));
  if (near !== undefined && rivals.length === 0 && !OTHER.test(after.slice(0, after.search(near[1])))) return near[0];
  const roles = ROLES.filter(([, words]) => words.test(clause));
  const [only] = roles;
  return only !== undefined && roles.length === 1 && !OTHER.test(clause) ? only[0] : undefined;
}

interface Dated {
  readonly clause: string;
  readonly reading: DateReading;
  readonly today: string;
  /** Whether the story names years: then a day without one may be of any of them. */
  readonly years: boolean;
}

function addDates(role: DateFact, { clause, reading, today, years }: Dated, add: (fact: FactName, told: Told) => unknown): void {
  // 去年欠我两万 says when the debt was, and 今天还没给 when it was told: hardly from which day.
  if (role === "unpaidFrom" && (reading.grain === "year" || reading.from === today)) return;
  const spans = reading.grain === "span";
  if (role === "happenedOn" && spans) return;
  const first = ofDate(spans ? { ...reading, until: reading.from, grain: "day" } : reading, "first", today);
  if (first.kind !== "taken") return;
  const month =
    spans && reading.from.endsWith("-01") ? { bounds: { low: reading.from, high: addDays(addMonths(reading.from, 1), -1) } } : {};
  add(role, {
    ...first,
    ...month,
    from: reading.said,
    doubtful: first.doubtful || reading.sure < 0.9 || (years && !/年/u.test(reading.said)),
  });
  if (role !== "unpaidFrom" || !spans || /至今|到现在|到今天|到目前/u.test(clause)) return;
  add("unpaidUntil", { value: reading.until, from: reading.said, doubtful: true });
}

function workedIn(clause: string): readonly Told[] {
  const text = spokenText(clause);
  return findDurations(text).flatMap(({ duration, at }) => {
    const { low, high = low, said } = duration;
    if (!WORKED.test(text.slice(Math.max(0, at - 10), at)) || /没|未|不/u.test(text.slice(Math.max(0, at - 4), at))) return [];
    const bounds = low === high ? {} : { bounds: { low, high } };
    return [{ value: Math.round(low * 100) / 100, from: said, doubtful: low !== high, ...bounds }];
  });
}
