import { createHash } from "node:crypto";

/** Spaces, dashes and small letters are how people copy a code. */
export function hashCode(code: string): string {
  return createHash("sha256")
    .update(code.replace(/[^0-9a-z]/gi, "").toUpperCase())
    .digest("hex");
}
