import { expect, test } from "vitest";
import { createLog } from "../src/log.js";

function written(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(createLog((line) => lines.push(line)));
  return lines.join("");
}

test("a line is JSON with its event, level, time and fields", () => {
  const line = written((log) => log.info("turn-committed", { activityId: "a1", outcome: "answered", ms: 3 }));
  expect(JSON.parse(line)).toEqual({
    level: "info",
    time: expect.any(String) as string,
    event: "turn-committed",
    activityId: "a1",
    outcome: "answered",
    ms: 3,
  });
});

test("a fault shows its name and where it was thrown, and nothing of its message, even one that imitates a stack", () => {
  const secret = "张三 13800000000";
  const line = written((log) => log.fault("turn-failed", new TypeError(`${secret}\n    at ${secret} (a.ts:1:1)`), { activityId: "a1" }));
  expect(line).not.toContain("张三");
  expect(line).not.toContain("13800000000");
  expect(JSON.parse(line)).toMatchObject({ level: "error", error: "TypeError", activityId: "a1" });
  expect((JSON.parse(line) as { at: string[] }).at[0]).toContain("log.test.ts");
  expect(written((log) => log.fault("turn-failed", secret))).not.toContain("张三");
});
