/** 第一编, 第二分编, 第三章, 第四节 with its name. A lower level stands under a higher one. */
export interface Heading {
  readonly level: number;
  readonly words: string;
}

const LEVELS = new Map([
  ["编", 1],
  ["分编", 2],
  ["章", 3],
  ["节", 4],
]);
const HEADING = /^(?:#+\s*)?第\s*([一二三四五六七八九十百零]+)\s*(分编|编|章|节)(?:\s+(.*))?$/su;
const NAME_CHARS_MAX = 40;

export function readHeading(line: string): Heading | undefined {
  const [, numeral = "", unit = "", name = ""] = HEADING.exec(line.trim()) ?? [];
  const level = LEVELS.get(unit);
  if (level === undefined || name.length > NAME_CHARS_MAX) return undefined;
  return { level, words: `第${numeral}${unit} ${name.replace(/\s+/gu, "")}`.trim() };
}
