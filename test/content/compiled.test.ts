import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCompiled, writeCompiled, type ReadBefore } from "../../src/content/compiled.js";
import { readLibrary } from "../../src/content/load.js";
import { ROOT } from "../support/stage.js";

const GREETING = "intents/menu/home.yaml";
let folder: string;
let reader: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "compiled-"));
  for (const name of ["intents", "dialogs", "knowledge"]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  reader = join(folder, "dist/content");
  mkdirSync(reader, { recursive: true });
  writeFileSync(join(reader, "load.js"), "the code that reads");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
}

function build(): void {
  const read: ReadBefore = new Map();
  readLibrary(folder, read);
  writeCompiled(read, reader);
}

describe("content as the build read it", () => {
  test("is the content as the files say it", () => {
    build();
    const before = readCompiled(reader);
    const count = before.size;
    const found = readLibrary(folder, before);
    expect(before.size).toBe(count);
    expect(count).toBeGreaterThan(100);
    expect(found).toEqual(readLibrary(folder, new Map()));
  });

  test("is not used for a file that was changed since", () => {
    build();
    edit(GREETING, (text) => text.replace("这里是{工会}", "换了一句话"));
    expect(readLibrary(folder, readCompiled(reader)).library.menus.get("home")?.greeting).toContain("换了一句话");
  });

  test("does not keep a file that is gone, nor hide one that came", () => {
    build();
    cpSync(join(folder, GREETING), join(folder, "intents/menu/second.yaml"));
    edit("intents/menu/second.yaml", (text) => text.replace("id: home", "id: second"));
    rmSync(join(folder, GREETING));
    expect([...readLibrary(folder, readCompiled(reader)).library.menus.keys()]).toEqual(["second"]);
  });

  test("is not used by other code than read it", () => {
    build();
    writeFileSync(join(reader, "load.js"), "code that reads otherwise");
    expect(readCompiled(reader).size).toBe(0);
  });

  test("does not hush what is broken", () => {
    edit(GREETING, (text) => text.replace("id: home", "id: [home"));
    build();
    expect(readLibrary(folder, readCompiled(reader)).faults.map(({ file }) => file)).toEqual([GREETING]);
  });
});
