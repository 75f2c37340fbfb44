import { readCount } from "../reading/read-count.js";
import { readIdNumber } from "../reading/read-id-number.js";
import { spotOwnName } from "../reading/read-name.js";
import { readPhone } from "../reading/read-phone.js";
import { clausesIn } from "./clauses.js";
import type { Setting } from "./setting.js";
import { spotDates } from "./spot-dates.js";
import { spotMoney } from "./spot-money.js";
import { spotParties } from "./spot-parties.js";
import { agreed, type Told, type ToldFacts } from "./told.js";

/** Shorter words are an answer to what was asked, not a story. */
const STORY_CHARS_MIN = 6;
const STORY_CHARS_MAX = 3_000;
const COLLEAGUES = /我们|俺们|咱们?|我和|我跟|一起|工友|民工|农民工|工人|同事|老乡|大家/u;
const NOT_COLLEAGUES = /另外|其他|招|全厂|全公司|全县|全市|编制|名额|录取|户|学生|投诉/u;
const OTHERS_PHONE = /老板|经理|包工头|工头|他|她|对方|单位|公司|厂|负责人|劳动|局|客服|打了/u;

/** Every fact a story tells that one can be sure of. What might be meant otherwise is left to be asked. */
export function spotFacts(story: string, setting: Setting): ToldFacts {
  if (story.length < STORY_CHARS_MIN) return {};
  const text = story.slice(0, STORY_CHARS_MAX);
  const clauses = clausesIn(text);
  const people = agreed(clauses.filter((clause) => COLLEAGUES.test(clause) && !NOT_COLLEAGUES.test(clause)).flatMap(spotPeople));
  const phone = agreed(clauses.filter((clause) => !OTHERS_PHONE.test(clause)).flatMap(spotPhone));
  const name = spotOwnName(text);
  const id = /身份证/u.test(text) ? readIdNumber(text) : undefined;
  const contract = spotContract(text);
  return {
    ...spotMoney(text),
    ...spotDates(text, setting.today),
    ...spotParties(text, setting),
    ...(people === undefined ? {} : { people }),
    ...(phone === undefined ? {} : { phone }),
    ...(name === undefined ? {} : { name: plainly(name) }),
    ...(id?.kind === "read" ? { idNumber: plainly(id.value) } : {}),
    ...(contract === undefined ? {} : { writtenContract: plainly(contract) }),
  };
}

function spotPeople(clause: string): readonly Told[] {
  const reading = readCount(clause);
  if (
    reading.kind === "unread" ||
    reading.value.count < 2 ||
    reading.value.high > reading.value.low * 3 ||
    !/人|工|个|名|俩|仨|口子/u.test(clause)
  )
    return [];
  const { count, low, high } = reading.value;
  return [{ value: count, from: String(count), doubtful: false, ...(low === high ? {} : { bounds: { low, high } }) }];
}

function spotPhone(clause: string): readonly Told[] {
  const reading = readPhone(clause);
  return reading.kind === "read" && reading.value.length === 11 && reading.value.startsWith("1") ? [plainly(reading.value)] : [];
}

function spotContract(text: string): boolean | undefined {
  const without =
    /(?:没|没有|未|不(?![与和跟])|从未|一直没|也没)(?:和我|跟我|与我|给我|给我们|和我们)?(?:签订?过?|有)(?:书面|劳动|任何|过|的)*合同|没合同|无合同/u.test(
      text,
    );
  const having =
    /(?<![没未不][^，。,;；]{0,5})签了?(?:过|有|订了?)?(?:书面|劳动|[一二三两\d]年的?)*合同(?!期)|有(?:书面|劳动)合同/u.test(text) &&
    !/没有|没签|未签|不签/u.test(text);
  return without === having ? undefined : having;
}

function plainly(value: string | boolean): Told {
  return { value, from: String(value), doubtful: false };
}
