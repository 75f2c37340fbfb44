import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { OutsideError } from "../errors.js";

const KEY_BYTES = 32;
/** More hashes than this at once, and a flood of sign-ins would take all memory and both cores. */
const AT_ONCE_MAX = 2;
const WAITING_MAX = 20;
/** log2 of scrypt's N: about half a second and 128 MB. */
export const PASSWORD_COST = 17;

/** scrypt off the main thread, two at a time. Rejects with OutsideError `overloaded` when too many wait. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly cost = PASSWORD_COST) {}

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await this.#derive(password, salt, this.cost);
    return ["scrypt", this.cost, salt.toString("base64"), key.toString("base64")].join("$");
  }

  /** Takes as long when there is nobody to compare with: an unknown name must not show by the clock. */
  async matches(password: string, kept: string | undefined): Promise<boolean> {
    const [kind, cost = "", salt = "", key = ""] = (kept ?? this.#nobody).split("$");
    const expected = Buffer.from(key, "base64");
    const given = await this.#derive(password, Buffer.from(salt, "base64"), Number(cost));
    return kept !== undefined && kind === "scrypt" && given.length === expected.length && timingSafeEqual(given, expected);
  }

  get #nobody(): string {
    return ["scrypt", this.cost, "AAAAAAAAAAAAAAAAAAAAAA==", Buffer.alloc(KEY_BYTES).toString("base64")].join("$");
  }

  async #derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
    await this.#turn();
    try {
      return await new Promise((resolve, reject) => {
        const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 2 ** cost * 8 };
        // The same letters however a keyboard composes them.
        scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
      });
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE_MAX) {
      if (this.#waiting.length >= WAITING_MAX) throw new OutsideError("overloaded", true);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
  }
}

const LENGTH_MIN = 8;
const LENGTH_MAX = 128;
/** What people here try first; whatever contains one of these is guessed at once. */
const GUESSED = ["12351", "password", "gonghui", "zonggonghui", "admin", "qwerty", "woaini", "123456", "1q2w3e", "88888"];

/** Why a password will not do, in words; undefined when it will. */
export function passwordFault(password: string, name: string): string | undefined {
  const length = [...password].length;
  if (length < LENGTH_MIN) return `密码至少要${LENGTH_MIN}个字，建议15个以上。`;
  if (length > LENGTH_MAX) return `密码最多${LENGTH_MAX}个字。`;
  const plain = password.normalize("NFKC").toLowerCase();
  const guessed = GUESSED.some((word) => plain.includes(word) && plain.length < word.length + LENGTH_MIN);
  if (guessed || new Set(plain).size < 4 || plain.includes(name.toLowerCase())) return "这个密码太容易被猜到，请换一个。";
  return undefined;
}
