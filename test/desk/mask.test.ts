import fc from "fast-check";
import { expect, it } from "vitest";
import { maskText } from "../../src/desk/mask.js";
import { systemIds } from "../../src/ids.js";

const about = { kind: "handoff", reason: "asked" } as const;

it("no receipt code is shown to staff, however it is written", () => {
  const ids = systemIds(() => 0);
  const written = fc.constantFrom(
    (code: string) => code,
    (code: string) => code.toLowerCase(),
    (code: string) => code.replaceAll("-", ""),
    (code: string) => code.replaceAll("-", " "),
  );
  fc.assert(
    fc.property(written, fc.string(), fc.string(), (write, before, after) => {
      const code = write(ids.receipt());
      const shown = maskText(`${before}，${code}。${after}`, about);
      expect(shown).not.toContain(code);
      expect(shown).toContain("［查询码］");
    }),
  );
});

it("a short number stays: people say it on the phone", () => {
  expect(maskText("受理编号 ABCD-EFGH", about)).toBe("受理编号 ABCD-EFGH");
});
