import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { bubbles, greeted, openWorkerSite, type WorkerSite } from "./worker-site.js";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What is wrong and what is said of it; the third is found out by the server only. */
function refused(folder: string): readonly { files: string | Picked[]; why: string }[] {
  const large = join(folder, "large.png");
  writeFileSync(large, "");
  truncateSync(large, 21 * 1024 * 1024);
  const png = (name: string, buffer: Buffer): Picked => ({ name, mimeType: "image/png", buffer });
  return [
    { files: [png("a.exe", PNG)], why: "这种文件收不了" },
    { files: [png("a.png", Buffer.alloc(0))], why: "这个文件是空的" },
    { files: [png("a.png", Buffer.from("MZ not a picture"))], why: "这种文件收不了" },
    { files: "123456".split("").map((name) => png(`${name}.png`, PNG)), why: "一次最多发 5 个文件" },
    { files: large, why: "最多 20 MB" },
  ];
}

describeInBrowser("files on the page", () => {
  let site: WorkerSite;
  beforeAll(async () => (site = await openWorkerSite()));
  afterAll(() => site.close());

  test("a photo goes to the server, and its name shows as text", async () => {
    const { context, page, complaints } = await site.visit();
    await greeted(page);
    await page.locator("#files").setInputFiles([{ name: "欠条<b>.png", mimeType: "image/png", buffer: PNG }]);
    await page.getByText("收到您发来的 1 个文件").waitFor();
    expect(await bubbles(page, "own").innerText()).toContain("欠条<b>.png");
    expect(await page.locator("#pending .line").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what is not taken is refused with the reason, and can be put away", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    for (const { files, why } of refused(site.folder)) {
      await page.locator("#files").setInputFiles(files);
      await page.getByText(why).waitFor();
      await page.getByRole("button", { name: "知道了" }).click();
      expect(await page.locator("#pending .line").count()).toBe(0);
    }
    expect(await bubbles(page, "own").count()).toBe(0);
    await context.close();
  });

  test("one that could not be sent is sent once by pressing", async () => {
    const { context, page } = await site.visit();
    await greeted(page);
    let tries = 0;
    await page.route("**/upload", (route) => (tries++ === 0 ? route.abort() : route.continue()));
    await page.locator("#files").setInputFiles([{ name: "工资条.png", mimeType: "image/png", buffer: PNG }]);
    await page.getByRole("button", { name: "未送达，点一下重试" }).click();
    await page.getByText("收到您发来的 1 个文件").waitFor();
    expect(await bubbles(page, "own").count()).toBe(1);
    await context.close();
  });
});
