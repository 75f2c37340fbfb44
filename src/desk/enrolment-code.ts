import { randomInt } from "node:crypto";
import { hashCode } from "./hash-code.js";

const HOURS_MS = 3_600_000;
const VALID_MS = 72 * HOURS_MS;
/** Without letters that look alike. 24 of them are 111 bits, and the code counts once. */
const LETTERS = "34679ACDEFGHJKMNPQRTUVWXY";
const GROUPS = 6;

/** A code with which somebody sets their password, shown once. */
export function newEnrolment(now: number): { readonly code: string; readonly codeHash: string; readonly until: number } {
  const pick = (): string => LETTERS[randomInt(LETTERS.length)] ?? "A";
  const code = Array.from({ length: GROUPS }, () => Array.from({ length: 4 }, pick).join("")).join("-");
  return { code, codeHash: hashCode(code), until: now + VALID_MS };
}
