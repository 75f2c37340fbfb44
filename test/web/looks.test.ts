import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser } from "./chromium.js";
import { ask, CITED, DESKTOP, greeted, openWorkerSite, PHONE, QUESTION, type WorkerSite } from "./worker-site.js";

/** For people to look at; docs/images/worker-page.png is one of them. */
const PICTURES = join(tmpdir(), "hotline-pictures");
const LONG_PHONE = { ...PHONE, viewport: { width: 360, height: 1180 } } as const;

describeInBrowser("pictures of the page", () => {
  let site: WorkerSite;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    site = await openWorkerSite();
  });
  afterAll(() => site.close());

  test.each([
    { name: "360", device: PHONE },
    { name: "1280", device: DESKTOP },
    { name: "worker-page", device: LONG_PHONE },
  ] as const)("a question, its answer and an article at $name", async ({ name, device }) => {
    const { context, page } = await site.visit({ ...device, reducedMotion: "reduce" });
    const picture = (part: string): Promise<Buffer> => page.screenshot({ path: join(PICTURES, `${name}${part}.png`) });
    await greeted(page);
    await picture("-greeting");
    await ask(page, QUESTION);
    await picture("");
    expect(await page.title()).toBe("在线咨询");
    await page.getByRole("button", { name: CITED }).click();
    await picture("-source");
    await context.close();
  });
});
