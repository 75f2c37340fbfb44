import { bareWords, isQuestion, tidy } from "./plain-text.js";
import { readOrdinal, type Option } from "./read-choice.js";
import { read, UNREAD, type Reading } from "./reading.js";

const NONE =
  /^(?:都没有?|全没有?|没有|没|无|啥(?:也|都)没有?|什么(?:也|都)没有?|一个(?:也|都)没有?|一样(?:也|都)没有?|都不是|没得|都没得|空口无凭|没证据|没有证据|没任何证据)$/;
const ALL = /^(?:都有|全有|全都有|都要|全要|全选|都选|以上都有|都是|全部|全都要|所有|都齐)$/;
const NOT_HAD = /(?:没有?|无|不要|不是|除了|丢了|缺|别)[^,，、。;；]{0,4}$/;

/** Several options at once, by position, label or other name: 1、3; 考勤和录音; 除了合同都有; 都没有 is the empty list. */
export function readManyChoice(text: string, options: readonly Option[], none: string): Reading<readonly string[]> {
  const bare = bareWords(text);
  if (bare === "") return UNREAD;
  if (NONE.test(bare) || bare === bareWords(none)) return read([]);
  if (ALL.test(bare)) return read(options.map(({ value }) => value));
  const digits = byDigits(text, options);
  if (digits !== undefined) return read(digits);
  if (isQuestion(text)) return UNREAD;
  const { named, denied } = byName(text, options);
  if (/^除了.*(?:都有|全有|都要)/.test(bare)) return read(options.map(({ value }) => value).filter((value) => !denied.includes(value)));
  if (named.length > 0) return read(named);
  return denied.length > 0 ? read([]) : UNREAD;
}

/** 1、3 or 1 3 or 135: every piece a position, else none of them. */
function byDigits(text: string, options: readonly Option[]): readonly string[] | undefined {
  const pieces = tidy(text)
    .split(/[\s,，、。.;；和跟与/+]+|以及/u)
    .filter((piece) => piece !== "");
  const run =
    pieces.length === 1 && /^[1-9]{2,9}$/.test(pieces[0] ?? "") && Number(pieces[0]) > options.length ? [...(pieces[0] ?? "")] : pieces;
  const places = run.map((piece) => readOrdinal(piece, options.length));
  if (places.length === 0 || places.includes(undefined)) return undefined;
  const chosen = new Set(places);
  return options.filter((_, index) => chosen.has(index + 1)).map(({ value }) => value);
}

function byName(text: string, options: readonly Option[]): { readonly named: readonly string[]; readonly denied: readonly string[] } {
  const plain = tidy(text);
  const named: string[] = [];
  const denied: string[] = [];
  for (const { value, label, also = [] } of options) {
    const places = [label, ...also].filter((name) => name.length > 1 && plain.includes(name)).map((name) => plain.indexOf(name));
    if (places.length === 0) continue;
    const had = places.some((at) => !NOT_HAD.test(plain.slice(Math.max(0, at - 8), at)));
    (had ? named : denied).push(value);
  }
  return { named, denied };
}
