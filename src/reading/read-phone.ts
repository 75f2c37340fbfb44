import { tidy } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

const CHINESE_DIGITS = new Map([..."零一二三四五六七八九"].map((sign, index) => [sign, String(index)] as const));

/** Chinese digits read out one by one (幺三九…) as figures. */
function figures(text: string): string {
  return [...text].map((sign) => (sign === "幺" ? "1" : sign === "〇" ? "0" : (CHINESE_DIGITS.get(sign) ?? sign))).join("");
}

/** A mobile number (11 digits from 13 to 19) or a landline with or without its area code. */
export function readPhone(text: string): Reading<string> {
  const flat = figures(tidy(text)).replace(/^\D*(?:\+?86)(?=1\d{10})/, "");
  const runs = flat.match(/\d(?:[\s-]?\d){6,}/g) ?? [];
  const numbers = runs.map((run) => run.replace(/\D/g, "").replace(/^86(?=1[3-9]\d{9}$)/, ""));
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return UNREAD;
  const mobile = /^1[3-9]\d{9}$/.test(number);
  const landline = /^(0\d{2,3})?[2-9]\d{6,7}$/.test(number);
  return mobile || landline ? read(number) : UNREAD;
}
