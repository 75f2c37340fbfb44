import { AxeBuilder } from "@axe-core/playwright";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Visitor } from "../channel/webchat/visitor.js";
import type { Browser as Session } from "../desk/open-desk.js";
import { ROOT } from "../support/stage.js";
import { describeInBrowser } from "./chromium.js";
import { openDeskSite, type DeskSite } from "./desk-site.js";
import { openAs, openMatter, take, turnTo, write } from "./desk-staff.js";
import { DESKTOP, PHONE } from "./worker-site.js";

/** What runs in a page that takes words for markup, an address or a style. Each would call home. */
const HOSTILE = [
  "<script>window.hit=1</script>",
  '<img src=x onerror="window.hit=1">',
  "<svg/onload=window.hit=1>",
  '"><iframe srcdoc="<script>parent.hit=1</script>">',
  "javascript:window.hit=1",
  '<a href="javascript:window.hit=1">点</a>',
  "{{constructor.constructor('window.hit=1')()}}",
  "<style>@import 'http://127.0.0.1:9/x'</style>",
  "</textarea><script>window.hit=1</script>",
  '<math><mi xlink:href="data:x,<script>window.hit=1</script>">',
  "'-window.hit=1-'",
  "\u202Egnp.exe <b onmouseover=window.hit=1>",
  "<details open ontoggle=window.hit=1>",
];

/** Axe looks at ten views, on a machine that has much else to do. */
const LONG_MS = 300_000;

describeInBrowser("the desk before hostile words and for everyone", () => {
  let site: DeskSite;
  let staff: Session;
  let reference: string;
  let phoned: string;
  beforeAll(async () => {
    site = await openDeskSite();
    const { desk } = site;
    staff = (await desk.person("主某", "director", "editor")).browser;
    const visitor = await Visitor.arrive(desk.url);
    for (const words of HOSTILE) await visitor.say(words);
    await visitor.say("转人工");
    const rows = (await staff.get("/queue?tab=all")).at("matters") as readonly { reference: string; conversationId: string }[];
    reference = rows.find(({ conversationId }) => conversationId === visitor.id)?.reference ?? "";
    await staff.post(`/matters/${reference}/tags`, { tags: ["<img src=x>", "<b>急</b>"] });
    await staff.post("/templates", { title: "<svg/onload=hit=1>", text: `{姓名}${HOSTILE[1] ?? ""}` });
    phoned = await fileByPhone(staff);
  });
  afterAll(() => site.close());

  test("nothing of a worker's runs, loads or becomes markup in any view", async () => {
    const { context, page, complaints } = await openAs(site, staff, DESKTOP);
    const outside: string[] = [];
    page.on("request", (request) => void (request.url().startsWith(site.desk.url) || outside.push(request.url())));
    await openMatter(page, reference);
    await take(page);
    for (const words of HOSTILE) await page.locator(".line.worker").getByText(words, { exact: true }).first().waitFor();
    await write(page, "内部备注", HOSTILE[1] ?? "");
    await page.getByRole("button", { name: "查知识库" }).click();
    await page.getByRole("button", { name: "常用语" }).last().click();
    await page.locator(".pick").first().click();
    await page.locator(".find input").first().fill("<img");
    await page.getByRole("button", { name: "查找" }).click();
    await page.locator(".row, .none").first().waitFor();
    await page.evaluate(`location.hash = "queue"`);
    await page.getByRole("button", { name: "回到队列" }).click();
    await openMatter(page, phoned);
    await page.locator(".slots dd").filter({ hasText: "<img src=x onerror" }).first().waitFor();
    for (const view of ["看板", "常用语", "人员", "操作记录"]) {
      await page.getByRole("button", { name: view, exact: true }).click();
      await page.locator("main.page h1").waitFor();
    }
    expect(await page.evaluate("window.hit")).toBeUndefined();
    expect(await page.locator("#desk :is(script, iframe, svg, math, style, object, embed)").count()).toBe(0);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    { name: "1280 px", screen: DESKTOP },
    { name: "360 px", screen: PHONE },
  ])("axe finds nothing serious, and nothing goes over the edge, at $name", { timeout: LONG_MS }, async ({ screen }) => {
    const { context, page } = await openAs(site, staff, { ...screen, reducedMotion: "reduce" });
    await page.locator(".row").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await openMatter(page, reference);
    expect(await faults(page)).toEqual([]);
    await turnTo(page, "对话");
    await page.locator(".line").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("tab", { name: "内部备注" }).click();
    expect(await faults(page)).toEqual([]);
    await page.locator("body").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "关闭" }).click();
    for (const view of ["intake", "board", "templates", "people", "account"]) {
      await page.evaluate(`location.hash = "${view}"`);
      await page.locator("main.page h1").waitFor();
      expect({ view, faults: await faults(page) }).toEqual({ view, faults: [] });
    }
    await context.close();
  });

  test("the page's policy takes no inline script or style, and words are never markup in its source", async () => {
    const policy = (await fetch(`${site.desk.url}/desk`)).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
    const folder = join(ROOT, "src/web/desk");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(vue|ts|html)$/.test(name));
    const markup = sources.filter((name) =>
      /v-html|innerHTML|outerHTML|insertAdjacent|document\.write|\sstyle="/.test(readFileSync(join(folder, name), "utf8")),
    );
    expect(markup).toEqual([]);
  });
});

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" ")}`);
  const wide = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return wide > 0 ? [...serious, `${wide} px over the edge`] : serious;
}

/** A call taken down whose caller's words are hostile in every field that takes words. */
async function fileByPhone(staff: Session): Promise<string> {
  const ticket = (await staff.post("/intake/numbers")).at("ticket");
  const answers: { step: string; text: string }[] = [];
  for (let asked = 0; asked < 40; asked += 1) {
    const stand = await staff.post("/intake/form", { dialog: "suggestion", answers });
    const next = stand.at("next") as { step: string; choices: readonly string[]; slot: string } | undefined;
    if (next === undefined) break;
    const hostile = HOSTILE[1] ?? "";
    const known = answers.findIndex(({ step }) => step === next.step);
    const tries = [next.choices[0] ?? hostile, "", "13900001111", "1", "2026-01-05", "土门镇"];
    const at = known < 0 ? 0 : tries.indexOf(answers[known]?.text ?? "") + 1;
    if (known >= 0) answers.splice(known, 1);
    answers.push({ step: next.step, text: tries[at] ?? "" });
  }
  const filed = await staff.post("/intake/file", { dialog: "suggestion", answers, ticket });
  if (filed.status !== 200) throw new Error(`file: ${filed.status} ${JSON.stringify(filed.body)}`);
  return String(filed.at("reference"));
}
