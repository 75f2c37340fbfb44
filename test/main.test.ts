import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** The process as `npm start` runs it, from source. Sends it SIGTERM when it says that it serves. */
function run(settings: Readonly<Record<string, string>>): Promise<Ended> {
  const loader = import.meta.resolve("tsx/esm");
  const child = spawn(process.execPath, ["--import", loader, join(import.meta.dirname, "../src/main.ts")], {
    env: { ...process.env, HOST: "127.0.0.1", ...settings },
  });
  let said = "";
  let complained = "";
  child.stdout.on("data", (data: Buffer) => {
    said += data.toString();
    if (said.includes("\n")) child.kill("SIGTERM");
  });
  child.stderr.on("data", (data: Buffer) => (complained += data.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said, complained })));
}

test("bad settings: every fault at once, in words, and no start", async () => {
  const { code, said, complained } = await run({ PORT: "abc", LOG_LEVEL: "loud", ALLOWED_ORIGINS: "union", TRUST_PROXY: "9" });
  expect([code, said]).toEqual([1, ""]);
  expect(complained).toContain("配置有 4 处错误");
  for (const name of ["PORT", "LOG_LEVEL", "ALLOWED_ORIGINS", "TRUST_PROXY"]) expect(complained).toContain(name);
});

test("an unknown region is said in words", async () => {
  const { code, complained } = await run({ REGION: "nowhere", LOG_LEVEL: "error" });
  expect(code).toBe(1);
  expect(complained).toBe("没有地区“nowhere”，可用的有：gulang\n");
});

test("it says where it serves, and ends in order when told to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hotline-main-"));
  const { code, said } = await run({ PORT: "0", DATA_DIR: folder, LOG_LEVEL: "error" });
  const [serves = "", setup = "", ...more] = said.split("\n");
  expect(serves).toMatch(/^职工热线助手已启动：http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(setup).toMatch(/\/desk ，输入设置码：(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
  expect(more).toEqual([""]);
  expect(code).toBe(0);
  rmSync(folder, { recursive: true });
});
