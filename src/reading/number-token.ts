/** A piece of a spoken number. `grain` is the step of the figures: 1 for 165, 10 for 160, 0.1 for 3.5. */
export type NumberToken =
  | {
      readonly kind: "figures";
      readonly low: number;
      readonly high: number;
      readonly grain: number;
      readonly digits: number;
      readonly end: number;
    }
  | { readonly kind: "tens"; readonly size: number; readonly end: number }
  | { readonly kind: "unit"; readonly size: number; readonly end: number }
  | { readonly kind: "zero"; readonly end: number }
  | { readonly kind: "more"; readonly end: number };

const DIGITS = new Map<string, number>(
  ["零〇", "一壹弌", "二贰貳两兩俩", "三叁參仨", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap((signs, value) =>
    [...signs].map((sign): [string, number] => [sign, value]),
  ),
);
const UNITS = new Map<string, number>(
  [..."十拾百佰陌千仟万萬亿億"].map((sign): [string, number] => [
    sign,
    10 ** ([1, 1, 2, 2, 2, 3, 3, 4, 4, 8, 8]["十拾百佰陌千仟万萬亿億".indexOf(sign)] ?? 0),
  ]),
);
const TENS = new Map([
  ["廿", 20],
  ["卅", 30],
  ["卌", 40],
]);
const SPOKEN_DIGITS = /[零〇一壹弌二贰貳两兩俩三叁參仨四肆五伍六陆陸七柒八捌九玖]{1,14}/y;
const FIGURES = /(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,13}(?!\d))(?:\.\d{1,4}(?![\d.]))?/y;
const SPOKEN_POINT = /点([零〇一二三四五六七八九]{1,3})(?![十百分刻\d])/y;

/** The next piece of a number at `at`; `before` is the piece that precedes it, if any. */
export function nextNumberToken(text: string, at: number, before: NumberToken | undefined): NumberToken | undefined {
  const sign = text[at] ?? "";
  if (/\d/.test(sign)) return figures(text, at);
  if (/^(?:几|数[十百千万])/.test(text.slice(at, at + 2)))
    return several(before?.kind === "unit" || before?.kind === "tens" ? 1 : 2, at + 1);
  if (text.startsWith("好几", at)) return several(3, at + 2);
  const tens = TENS.get(sign);
  if (tens !== undefined) return { kind: "tens", size: tens, end: at + 1 };
  const size = UNITS.get(sign);
  if (size !== undefined) return { kind: "unit", size, end: at + 1 };
  if (/[kKwW]/.test(sign) && /\d/.test(text[at - 1] ?? "")) return /[a-zA-Z]/.test(text[at + 1] ?? "") ? undefined : letterUnit(sign, at);
  if (before !== undefined && isMore(text, at)) return { kind: "more", end: at + 1 };
  return DIGITS.has(sign) ? spokenFigures(text, at, before) : undefined;
}

function figures(text: string, at: number): NumberToken | undefined {
  FIGURES.lastIndex = at;
  const said = FIGURES.exec(text)?.[0];
  if (said === undefined) return undefined;
  const [whole = "", decimals = ""] = said.replaceAll(",", "").split(".");
  const value = Number(said.replaceAll(",", ""));
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const grain = decimals === "" ? 10 ** (value === 0 ? 0 : zeros) : 10 ** -decimals.length;
  return { kind: "figures", low: value, high: value, grain, digits: said.includes(",") ? 13 : said.length, end: at + said.length };
}

function several(low: number, end: number): NumberToken {
  return { kind: "figures", low, high: 9, grain: 1, digits: 1, end };
}

function letterUnit(sign: string, at: number): NumberToken {
  return { kind: "unit", size: sign.toLowerCase() === "k" ? 1_000 : 10_000, end: at + 1 };
}

/** 三十多, 三十来天, 百把块: a little over what was said. 来 is also a verb, so it needs something to count after it. */
function isMore(text: string, at: number): boolean {
  return /^(?:多|余|来(?=[个块元天年月万周人])|把(?=[个块元万天]))/.test(text.slice(at, at + 2));
}

/** One digit, two neighbours (五六, 三五) as a range, or a longer run read out figure by figure (二零二四). */
function spokenFigures(text: string, at: number, before: NumberToken | undefined): NumberToken | undefined {
  SPOKEN_DIGITS.lastIndex = at;
  const run = [...(SPOKEN_DIGITS.exec(text)?.[0] ?? "")].map((sign) => DIGITS.get(sign) ?? 0);
  if (run[0] === 0 && before !== undefined) return { kind: "zero", end: at + 1 };
  const end = at + run.length;
  const [first = 0, second] = run;
  if (second === undefined) return withPoint(text, first, end);
  if (run.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))) {
    return { kind: "figures", low: first, high: second, grain: 1, digits: 1, end };
  }
  const value = Number(run.join(""));
  return run.length > 13 ? undefined : { kind: "figures", low: value, high: value, grain: 1, digits: run.length, end };
}

function withPoint(text: string, whole: number, end: number): NumberToken {
  SPOKEN_POINT.lastIndex = end;
  const decimals = [...(SPOKEN_POINT.exec(text)?.[1] ?? "")].map((sign) => DIGITS.get(sign) ?? 0).join("");
  if (decimals === "") return { kind: "figures", low: whole, high: whole, grain: 1, digits: 1, end };
  const value = Number(`${whole}.${decimals}`);
  return { kind: "figures", low: value, high: value, grain: 10 ** -decimals.length, digits: 2, end: end + 1 + decimals.length };
}
