import type { Reporter, TestModule } from "vitest/node";

/** The run's last line: `N passed, N failed`, with `, N skipped` when any were. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((one) => [...one.children.allTests()]);
    const count = (state: "passed" | "failed" | "skipped"): number => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((one) => one.state() === "failed" && [...one.children.allTests("failed")].length === 0).length;
    const skipped = count("skipped");
    const line = `${count("passed")} passed, ${count("failed") + broken + errors.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    process.on("exit", () => process.stdout.write(`\n${line}\n`));
  }
}
