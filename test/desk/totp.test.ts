import { describe, expect, it } from "vitest";
import { base32, hotp, readTotp } from "../../src/desk/totp.js";
import { fromBase32 } from "./open-desk.js";

const SECRET = Buffer.from("12345678901234567890");

describe("one-time codes", () => {
  it("are those of RFC 6238, appendix B", () => {
    const rows: readonly (readonly [number, string])[] = [
      [59, "94287082"],
      [1111111109, "07081804"],
      [1111111111, "14050471"],
      [1234567890, "89005924"],
      [2000000000, "69279037"],
      [20000000000, "65353130"],
    ];
    for (const [seconds, code] of rows) {
      expect(hotp(SECRET, Math.floor(seconds / 30), 8)).toBe(code);
      expect(readTotp(SECRET, code.slice(2), seconds * 1000)).toBe(Math.floor(seconds / 30));
    }
  });

  it("are those of RFC 4226, appendix D", () => {
    const codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
    expect(codes.map((_, counter) => hotp(SECRET, counter))).toEqual(codes);
  });

  it("count thirty seconds early and late and no more, and only as six digits", () => {
    const now = 1_111_111_109_000;
    const code = hotp(SECRET, Math.floor(now / 30_000));
    expect([-60, -30, 0, 30, 60].map((late) => readTotp(SECRET, code, now + late * 1000) !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (const word of ["", "12345", "1234567", "constructor", "０７０８１８", " 81804", "9".repeat(40)])
      expect(readTotp(SECRET, word, now)).toBeUndefined();
  });

  it("have seeds written as authenticator apps read them: RFC 4648", () => {
    expect(base32(Buffer.from("foobar"))).toBe("MZXW6YTBOI");
    expect(base32(SECRET)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(fromBase32(base32(SECRET))).toEqual(SECRET);
  });
});
