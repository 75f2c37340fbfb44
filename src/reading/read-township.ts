import { tidy } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

export interface NamedPlace {
  readonly name: string;
  readonly also: readonly string[];
}

const ELSEWHERE =
  /[\p{Script=Han}]{2,}(?:省|市|县|区|州|旗|盟|镇|乡|街道)|新疆|内蒙古?|西藏|宁夏|青海|兰州|西安|北京|上海|广州|深圳|外地|外省/u;

/** A township by its name, its name without 镇 or 乡, or another name people give it; else a place outside, as said. */
export function readTownship(text: string, places: readonly NamedPlace[]): Reading<string> {
  const said = tidy(text)
    .replace(/^(?:就?在|是)/u, "")
    .replace(/(?:吧|啊|呢|这边|那边|上|里|[。!！,，\s])+$/u, "");
  const [only, ...others] = townshipsIn(tidy(text), places);
  if (only !== undefined) return others.length === 0 ? read(only) : UNREAD;
  return /[?？]|吗$|不知道|怎么/u.test(said) || !ELSEWHERE.test(said) ? UNREAD : read(said);
}

/** Every township of the region a text names. */
export function townshipsIn(text: string, places: readonly NamedPlace[]): readonly string[] {
  return places.filter(({ name, also }) => [name, ...also].some((one) => mentions(text, one))).map(({ name }) => name);
}

/** 古丰 is no township in 古丰路, nor 土门 in 土门子村的人. */
function mentions(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/^(?:路|街|大道|公司|建筑|集团|酒店|饭店|小区|公路|子)/u.test(text.slice(at + name.length));
}
