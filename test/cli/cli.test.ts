import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/stage.js";

function hotline(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "src/cli/main.ts"), ...args], {
    cwd: ROOT,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("hotline", () => {
  test("ask prints the answer with its basis", () => {
    const { status, stdout, stderr } = hotline(["ask", "试用期最长多久"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("《劳动合同法》第十九条");
  });

  test("ask --json shows the candidates and why", () => {
    const asked = JSON.parse(hotline(["ask", "试用期最长多久", "--json"]).stdout) as {
      outcome: string;
      entry: string;
      candidates: { why: object }[];
      citations: unknown[];
    };
    expect(asked).toMatchObject({ outcome: "answered", entry: "probation-length" });
    expect(Object.keys(asked.candidates[0]?.why ?? {}).length).toBeGreaterThan(0);
    expect(asked.citations).toContainEqual({ law: "劳动合同法", article: "第十九条" });
  });

  test("ask --jsonl answers line by line, by the law of the day asked for", () => {
    const rows = [
      { id: "a", query: "试用期最长多久" },
      { id: 2, query: "试用期最长多久", at: "2000-01-01" },
      { id: "c", query: "我要离婚孩子归谁抚养" },
    ];
    const { status, stdout } = hotline(["ask", "--jsonl"], `${rows.map((row) => JSON.stringify(row)).join("\n")}\n\n`);
    const told = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; outcome: string; entry: string | null; candidates: unknown[]; statutes: unknown[] });
    expect(status).toBe(0);
    expect(told.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["a", "answered"],
      ["2", "withheld-not-in-force"],
      ["c", "out-of-scope"],
    ]);
    expect(told[1]?.entry).toBeNull();
    expect(told[0]?.candidates.length).toBeLessThanOrEqual(10);
    expect(told[0]?.statutes[0]).toMatchObject({ law: "劳动合同法" });
  });

  test.each([
    ["not JSON", "{", "第 1 行不是 JSON"],
    ["no query", '{"id":"a"}', "第 1 行：query"],
    ["a day that is none", '{"id":"a","query":"x"}\n{"id":"b","query":"x","at":"2026-02-30"}', "第 2 行：at"],
  ])("ask --jsonl refuses a line that is %s, and says which", (_name, input, said) => {
    const { status, stderr } = hotline(["ask", "--jsonl"], input);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
  });

  test.each([
    [["ask"], 2, "要问什么"],
    [["ask", "--at", "2024", "x"], 2, "2026-01-31"],
    [["frob"], 2, "unknown command"],
    [["content", "check", "--content", "/nowhere"], 1, "没有 knowledge 文件夹"],
    [["--content", "/nowhere", "content", "check"], 1, "没有 knowledge 文件夹"],
    [["--region", "mars", "ask", "x"], 1, "没有地区"],
    [["chat", "--script", "/nowhere.chat"], 1, "/nowhere.chat"],
    [["read", "amount"], 2, ""],
    [["read", "colour", "红"], 2, ""],
  ])("%j ends with %i and says why on stderr", (args, code, said) => {
    const { status, stdout, stderr } = hotline(args);
    expect(status).toBe(code);
    expect(stderr).toContain(said);
    expect(stdout).toBe("");
  });

  test("--help lists the commands and ends with 0", () => {
    const { status, stdout } = hotline(["--help"]);
    expect(status).toBe(0);
    for (const command of ["serve", "ask", "chat", "read", "content"]) expect(stdout).toContain(command);
  });

  test("chat talks until the input ends", () => {
    const { status, stdout } = hotline(["chat"], "试用期最长多久\n转人工\n");
    expect(status).toBe(0);
    expect(stdout).toContain("12351");
    expect(stdout).toContain("受理编号");
  });

  test("read amount, date and duration", () => {
    expect(JSON.parse(hotline(["read", "amount", "两万三", "--json"]).stdout)).toMatchObject({ kind: "read", value: [{ fen: 2_300_000 }] });
    expect(hotline(["read", "duration", "三个半月"]).status).toBe(0);
    expect(hotline(["read", "date", "没有日子"]).status).toBe(1);
  });
}, 120_000);
