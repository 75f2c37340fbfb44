import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calculateFrom, calculatorsAsData, listCalculators } from "../../src/cli/calculate.js";
import type { Figure } from "../../src/content/library.js";
import { region, smallLibrary } from "../support/small-library.js";
import { ROOT } from "../support/stage.js";

const GIVEN = { ground: "agreed", startedOn: "2020-03-01", endedOn: "2023-02-28", averagePayFen: 600_000 };

function hotline(args: readonly string[], input: string) {
  return spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "src/cli/main.ts"), "calculate", ...args], {
    cwd: ROOT,
    input,
    encoding: "utf8",
  });
}

function calculate(name: string, json: string, rows: Figure["rows"] = []) {
  const figures = new Map([["average-wage", { id: "average-wage", name: "平均工资", unit: "元/月", askWhom: "12333", rows }]]);
  const library = smallLibrary({ figures });
  return calculateFrom({ library, region }, name, { json, on: "2026-11-24" });
}

describe("hotline calculate", () => {
  test("--json prints amount, formula, steps with their basis, and the version", { timeout: 60_000 }, () => {
    const { status, stdout } = hotline(["severance", "--json"], JSON.stringify(GIVEN));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      calculator: "severance",
      version: 1,
      kind: "calculated",
      amount: { unit: "fen", from: 1_800_000, to: 1_800_000 },
      formula: "6000元 × 3个月 = 18000元",
    });
  });

  test("refuses what it cannot read, without a trace", { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = hotline(["severance"], "{");
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: "输入不是 JSON。\n" });
  });

  test("lists every calculator with its inputs", () => {
    const listed = calculatorsAsData();
    expect(listed.find(({ name }) => name === "severance")?.inputs.map(({ name }) => name)).toContain("averagePayFen");
    expect(listCalculators().join("\n")).toContain("severance  经济补偿");
  });

  test.each([
    ["no object", "severance", "[1]", "输入要是一个 JSON 对象，如 {}"],
    [
      "several faults at once",
      "severance",
      '{"ground":1,"averagePayFen":6000.5,"x":1}',
      "ground：怎么离开的要填文字\naveragePayFen：月平均工资要填整数，单位是分\n没有这些项：x",
    ],
    ["the name of no calculator", "constructor", "{}", "没有“constructor”"],
  ])("says of %s what is wrong", (_name, calculator, json, said) => {
    expect(() => calculate(calculator, json)).toThrow(said);
  });

  test.each([
    ["confirmed, of this region", { region: region.name, verify: false }, 2_100_000],
    ["confirmed, of the whole country", { region: "全国", verify: false }, 2_100_000],
    ["not confirmed", { region: region.name, verify: true }, 2_500_000],
    ["of another region", { region: "甘肃省兰州市", verify: false }, 2_500_000],
    ["over before that day", { region: region.name, verify: false, until: "2023-01-01" }, 2_500_000],
  ])("a figure that is %s caps the pay or does not", (_name, row, base) => {
    const rows = [{ from: "2020-01-01", value: 7000, source: "公报", ...row }];
    const result = calculate("severance", JSON.stringify({ ...GIVEN, averagePayFen: 2_500_000 }), rows);
    expect(result).toMatchObject({ amount: { from: base * 3 } });
  });
});
