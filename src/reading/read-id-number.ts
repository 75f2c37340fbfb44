import { tidy } from "./plain-text.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = "10X98765432";

/** Whether an 18-character ID number's check digit holds (GB 11643). */
export function isIdNumber(text: string): boolean {
  const bare = tidy(text).replace(/[\s-]/g, "").toUpperCase();
  if (!/^\d{17}[\dX]$/.test(bare)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(bare[index]), 0);
  return CHECK_SIGNS[sum % 11] === bare[17];
}
