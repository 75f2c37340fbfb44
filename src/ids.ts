import { randomInt, randomUUID } from "node:crypto";

/** Ids as a port, so that tests can fix them. */
export interface IdSource {
  /** Unique, sorts by time. */
  next(): string;
  /** A short number people read out on the phone: 8 characters in two groups. */
  reference(): string;
  /** A secret of 130 bits in the same signs: 28 characters in seven groups. */
  receipt(): string;
}

// Without 0/O, 1/I/L, 2/Z, 5/S, 8/B: letters that sound or look alike on a bad line.
const READABLE = "34679ACDEFGHJKMNPQRTUVWXY";

export function systemIds(now: () => number): IdSource {
  let last = 0;
  return {
    next() {
      last = Math.max(last + 1, now() * 1000);
      return `${last.toString(36).padStart(10, "0")}${randomUUID().slice(-12)}`;
    },
    reference: () => groups(2),
    receipt: () => groups(7),
  };
}

function groups(count: number): string {
  const pick = (): string => READABLE[randomInt(READABLE.length)] ?? "A";
  const group = (): string => Array.from({ length: 4 }, pick).join("");
  return Array.from({ length: count }, group).join("-");
}
