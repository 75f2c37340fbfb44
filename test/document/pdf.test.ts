import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { proofOf, type ProofFacts } from "../../src/case/proof.js";
import { breakLines } from "../../src/document/break-lines.js";
import { proofPdf } from "../../src/document/proof-pdf.js";
import { widthOf } from "../../src/document/song-widths.js";

const FACTS: ProofFacts = {
  ...{ reference: "4F7K-9QRT", filedAt: Date.parse("2026-03-02T09:05:00+08:00"), title: "拖欠工资", unit: "某县总工会", hotline: "12351" },
  ...{
    summarySha256: "ab".repeat(32),
    printedAt: Date.parse("2026-03-02T09:06:00+08:00"),
    summary: [{ name: "用人单位", value: "某建筑公司" }],
  },
};

const hasPoppler = ((): boolean => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "proof-"));
  try {
    const path = join(folder, "proof.pdf");
    writeFileSync(path, pdf);
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.runIf(hasPoppler)("another program reads every word of the proof", () => {
  const long = "老板说年底结账，".repeat(400);
  const text = textOf(proofPdf(proofOf({ ...FACTS, promisedOn: "2026-03-03", summary: [{ name: "经过", value: long }] })));
  for (const words of ["4F7K-9QRT", "2026-03-02 09:05", "某县总工会", "答应接手", "2026-03-03 前", "ab".repeat(32)])
    expect(text).toContain(words);
  expect(text.replace(/\s/g, "").split("年底结账").length - 1).toBe(400);
  expect(text.split("\f").length).toBeGreaterThan(2);
});

it("promises no day that nobody confirmed", () => {
  expect(proofOf(FACTS).some((block) => block.kind === "pair" && block.name === "答应接手")).toBe(false);
});

it("whatever was written, the file keeps its form", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(") Tj ET endstream endobj", "😀𠮷\u0000", "\ud800", "\u202e", "9".repeat(400)),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      const file = Buffer.from(proofPdf(proofOf({ ...FACTS, summary: [{ name: "经过", value }] }))).toString("latin1");
      expect(file.match(/endstream/g)?.length).toBe(file.match(/\/Type \/Page /g)?.length);
      const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
      expect(file.slice(start, start + 4)).toBe("xref");
      for (const [, at] of file.matchAll(/^(\d{10}) 00000 n /gm)) expect(file.slice(Number(at))).toMatch(/^\d+ 0 obj/);
    }),
  );
});

it("lines keep within their width and lose nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("工", "a", "1", "，", " ", "。") }), (text) => {
      const lines = breakLines(text, 10_000);
      expect(lines.join("")).toBe(text);
      for (const line of lines) expect(widthOf(line.replace(/[，。]+$/, ""))).toBeLessThanOrEqual(10_000);
    }),
  );
});
