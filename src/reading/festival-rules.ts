import { addDays } from "./calendar-day.js";
import type { DateRule } from "./date-rule.js";
import { DAY_NUMBER, MONTH_NUMBER, smallNumber, YEAR, yearNamed, type Groups } from "./date-words.js";
import { between, beside, chooseYear, oneDay, wholeMonth, type Bearing, type DaySpan } from "./day-span.js";
import { FESTIVALS } from "./festival-days.js";
import { lunarDay, lunarMonth, lunarYearOf } from "./lunar-calendar.js";

const HOLIDAY = "(?:放假|假期|长假|期间|当天|那天|那会儿?|的?时候)";
const SIDE = "(?:的?时候)?(?<side>前后|之前|以前|前夕|前(?!后|年|天)|之后|以后|过后|后(?!天|年)|过完|完)?";
const PLAIN = [...FESTIVALS.keys()]
  .filter((name) => !/^[五六七八十][一四]$/.test(name))
  .sort((a, b) => b.length - a.length)
  .join("|");
const NUMBER_LIKE = [...FESTIVALS.keys()].filter((name) => /^[五六七八十][一四]$/.test(name)).join("|");
const NOT_IN_A_NUMBER = "(?<![\\d一二三四五六七八九十百千零第初])";
const NUMBER_LIKE_NAME = `${NOT_IN_A_NUMBER}(?<numberName>${NUMBER_LIKE})(?![\\d一二三四五六七八九十百千万个年月天号日点元块人名次路街中小厂])`;
const LUNAR_MONTHS = new Map([
  ["正", 1],
  ["冬", 11],
  ["腊", 12],
]);

export const FESTIVAL_RULES: readonly DateRule[] = [
  { pattern: new RegExp(`${YEAR}?(?:过完?)?(?<name>${PLAIN})节?${HOLIDAY}?${SIDE}`, "g"), resolve: festival },
  { pattern: new RegExp(`${YEAR}${NUMBER_LIKE_NAME}节?${HOLIDAY}?${SIDE}`, "g"), resolve: festival },
  {
    pattern: new RegExp(
      `(?:^|(?<=[从自到至、,。\\s]))(?<numberName>五一|六一|七一|八一|十一)(?:节|${HOLIDAY}|(?=[前后放]|$|至今|到))${SIDE}`,
      "g",
    ),
    resolve: festival,
  },
  {
    pattern: new RegExp(
      `${NOT_IN_A_NUMBER}(?<numberName>五一)节?${HOLIDAY}?${SIDE}(?![\\d一二三四五六七八九十百千万个年月天号日点元块人名次路街中小厂广])`,
      "g",
    ),
    resolve: festival,
  },
  { pattern: /(?<![\d一二三四五六七八九十几两半多去今前明后大])年(?<side>前|后)(?![面边来])/g, resolve: aroundNewYear },
  {
    pattern: /过完年(?:后|以后|之后)?|开年后?|节后(?=复工|上班|开工|回来)/g,
    resolve: (_, bearing) => aroundNewYear({ side: "后" }, bearing),
  },
  {
    pattern: new RegExp(
      `${YEAR}?(?:农历|阴历|旧历)?的?(?:(?<lunar>正|冬|腊)月|(?<=[农阴旧]历的?)(?<month>${MONTH_NUMBER})月)(?:初(?<early>[一二三四五六七八九十])|(?<date>${DAY_NUMBER})(?![个块元万千百])|(?<part>初|底|末|里|间))?`,
      "g",
    ),
    resolve: lunarDate,
  },
  {
    pattern: new RegExp(`${YEAR}?(?:大年|正月|年)?初(?<early>[一二三四五六七八九十])(?!中|次|步|级|期)`, "g"),
    resolve: (groups, bearing) => lunarDate({ ...groups, lunar: "正" }, bearing),
  },
];

function festival(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const name = groups["name"] ?? groups["numberName"] ?? "";
  const inYear = (year: number): DaySpan | undefined => {
    const days = FESTIVALS.get(name)?.(year);
    return days === undefined ? undefined : onSide(days, groups["side"]);
  };
  const year = yearNamed(groups, bearing.today);
  return year === undefined ? chooseYear(bearing, inYear) : inYear(year);
}

/** 春节后 is the month after it, 国庆后 the fortnight. */
function onSide(days: DaySpan, side: string | undefined): DaySpan {
  const count = days.from.slice(5, 7) <= "02" && days.grain === "part" ? 30 : 14;
  if (side === undefined) return days;
  if (side === "前后") return { from: addDays(days.from, -7), until: addDays(days.until, 7), grain: "part", sure: 0.6 };
  return beside(days, side.includes("前") ? "before" : "after", count);
}

function aroundNewYear({ side }: Groups, bearing: Bearing): DaySpan | undefined {
  return chooseYear(bearing, (year) => {
    const days = FESTIVALS.get("春节")?.(year);
    return days === undefined ? undefined : onSide(days, side);
  });
}

/** 去年腊月 is the twelfth month of the lunar year before this one, though it may reach into this January. */
function lunarDate(groups: Groups, bearing: Bearing): DaySpan | undefined {
  const month = LUNAR_MONTHS.get(groups["lunar"] ?? "") ?? smallNumber(groups["month"]);
  const inYear = (year: number): DaySpan | undefined => lunarDays(groups, year, month);
  const named = yearNamed(groups, groups["relativeYear"] === undefined ? bearing.today : `${lunarYearOf(bearing.today)}-06-01`);
  return named === undefined ? chooseYear(bearing, inYear) : inYear(named);
}

function lunarDays({ early, date, part }: Groups, year: number, month: number): DaySpan | undefined {
  const found = lunarMonth(year, month);
  if (found === undefined) return outsideTable(year, month);
  const day = early ?? date;
  if (day !== undefined) return oneDay(lunarDay(year, month, smallNumber(day)), 0.9);
  if (part === "底" || part === "末") return between(lunarDay(year, month, 24), found.last, "part", 0.6);
  if (part === "初") return between(found.first, lunarDay(year, month, 7), "part", 0.6);
  return between(found.first, found.last, "month", 0.9);
}

/** Before and after the table a lunar month is taken for the calendar month that follows its number. */
function outsideTable(year: number, month: number): DaySpan | undefined {
  const days = month === 12 ? wholeMonth(year + 1, 1) : wholeMonth(year, month + 1);
  return days === undefined ? undefined : { ...days, grain: "part", sure: 0.3 };
}
