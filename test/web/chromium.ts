import { accessSync, constants } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { describe, test } from "vitest";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opening a page takes seconds on a machine that has much else to do. */
const SLOW_MS = 120_000;
const path = [process.env["CHROMIUM_PATH"] ?? "", ...PLACES].find(canRun);

/** A group of tests in a real browser. Without one it says that it was left out; in CI that is a failure. */
export function describeInBrowser(name: string, define: () => void): void {
  if (path !== undefined) return void describe(name, { timeout: SLOW_MS }, define);
  test(`${name}: left out, there is no Chromium here`, () => {
    const message = `LEFT OUT: “${name}” needs Chromium; set CHROMIUM_PATH or install it.`;
    if (process.env["CI"] === "true") throw new Error(message);
    console.warn(message);
  });
}

export function launch(): Promise<Browser> {
  if (path === undefined) throw new Error("no Chromium");
  // Root cannot have the sandbox, and the only pages opened are ours.
  return chromium.launch({ executablePath: path, args: ["--no-sandbox", ...QUIET] });
}

function canRun(file: string): boolean {
  if (file === "") return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
