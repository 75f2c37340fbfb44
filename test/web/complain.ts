import type { Page } from "playwright-core";
import { ask, choices } from "./worker-site.js";

const QUESTIONS_MAX = 25;

/** Opens a form by these words, answers whatever it asks, hands it in, and gives its number. The forms' own stories are told elsewhere. */
export async function complain(page: Page, words: string): Promise<string> {
  await ask(page, words);
  for (let asked = 0; asked < QUESTIONS_MAX; asked += 1) {
    const said = await page.locator("#log .bot").last().innerText();
    const answer = answerTo(said, await choices(page).allInnerTexts());
    await ask(page, answer);
    if (answer === "提交") return numberOf(page);
  }
  throw new Error("the form never ended");
}

function answerTo(said: string, offered: readonly string[]): string {
  const wanted = ["提交", "匿名", "不同意", "跳过", "否"].find((word) => offered.some((one) => one.endsWith(word)));
  if (wanted !== undefined) return wanted;
  if (offered.length > 0) return "2";
  return said.includes("乡镇") ? "土门镇" : "某某饭店";
}

async function numberOf(page: Page): Promise<string> {
  const filed = page.locator("#log .bot").filter({ hasText: "受理编号" }).last();
  await filed.waitFor();
  return /受理编号 ([\w-]+)/.exec(await filed.innerText())?.[1] ?? "";
}
