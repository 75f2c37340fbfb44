import { tidy } from "./plain-text.js";
import { read, UNREAD, type Reading } from "./reading.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = "10X98765432";

/** Whether an 18-character ID number's check digit holds (GB 11643). */
export function isIdNumber(text: string): boolean {
  const bare = tidy(text).replace(/[\s-]/g, "").toUpperCase();
  if (!/^\d{17}[\dX]$/.test(bare)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(bare[index]), 0);
  return CHECK_SIGNS[sum % 11] === bare[17];
}

/** The one ID number in a text, its check digit held. */
export function readIdNumber(text: string): Reading<string> {
  const found = tidy(text)
    .replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "")
    .match(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g);
  const [only] = found ?? [];
  return only !== undefined && found?.length === 1 && isIdNumber(only) ? read(only.toUpperCase()) : UNREAD;
}
