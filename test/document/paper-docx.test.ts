import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fillPaper, papersFor } from "../../src/case/paper.js";
import { paperDocx } from "../../src/document/paper-docx.js";
import { plainText } from "../../src/document/plain-text.js";
import { library, told, WAGES } from "../case/told.js";

const WHERE = ["soffice", "libreoffice"].find((program) => {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/** One paper of each kind, from the complaint it is first offered for. */
async function eachPaper(answers: typeof WAGES): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const dialog of ["unpaid-wages", "hardship"])
    for (const template of papersFor(library.papers, dialog))
      found.set(template.id, await paperDocx(fillPaper(template, told(dialog, answers))));
  return found;
}

/** All text of a document, and proof that its XML has no sign that XML forbids. */
function textIn(bytes: Uint8Array): string {
  const part = unzipSync(bytes)["word/document.xml"];
  const xml = strFromU8(part ?? new Uint8Array());
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ufffd]|[\ufffe\uffff]/);
  expect(xml.match(/<w:p[ >]/g)?.length).toBe(xml.match(/<\/w:p>/g)?.length);
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
}

const HOSTILE = {
  ...WAGES,
  name: `张\u0000\u000b\u202e某<w:p>&amp;]]>${"😀".repeat(100)}`,
  employer: "A".repeat(200),
  project: "{name}\n第二行",
};

describe("as a Word file", () => {
  it("holds every paper's words, each in one piece", async () => {
    for (const [id, bytes] of await eachPaper(WAGES)) {
      const text = textIn(bytes);
      expect(text, id).toContain(library.papers.get(id)?.title);
      expect(text, id).toContain("怎么交（这一页自己留着，不用交）");
    }
  });

  it("is not broken by signs that XML forbids, by marks of its own, or by a name of 200 letters", async () => {
    const text = textIn((await eachPaper(HOSTILE)).get("inspection-complaint") ?? new Uint8Array());
    expect(text).toContain("张某&lt;w:p&gt;&amp;amp;]]&gt;");
    expect(text).toContain("A".repeat(200));
    expect(text).toContain("{name}");
  });

  it.runIf(WHERE !== undefined)(
    "opens in LibreOffice, every kind, plain or hostile",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "papers-"));
      try {
        for (const [kind, answers] of [
          ["plain", WAGES],
          ["hostile", HOSTILE],
        ] as const)
          for (const [id, bytes] of await eachPaper(answers)) writeFileSync(join(folder, `${kind}-${id}.docx`), bytes);
        const names = readdirSync(folder);
        const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
        execFileSync(WHERE ?? "", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...names], {
          cwd: folder,
          stdio: "ignore",
        });
        for (const name of names) expect(readFileSync(join(folder, name.replace(".docx", ".pdf"))).length, name).toBeGreaterThan(5_000);
        expect(names).toHaveLength(12);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

it("keeps letters, line ends and new emoji's plain parts, and nothing that cannot be printed", () => {
  expect(plainText(" a\r\nb\u0007\u200b\ud800c ")).toBe("a\nbc");
});
