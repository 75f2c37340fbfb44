import { afterAll, beforeAll, expect, test } from "vitest";
import { codeFor, fromBase32, PASSWORD } from "../desk/open-desk.js";
import { describeInBrowser } from "./chromium.js";
import { DESKTOP, PHONE } from "./worker-site.js";
import { openDeskSite, type DeskSite } from "./desk-site.js";

describeInBrowser("the door of the desk", () => {
  let site: DeskSite;
  beforeAll(async () => (site = await openDeskSite()));
  afterAll(() => site.close());

  test("a newcomer sets a password with a code, and an administrator binds an authenticator before anything else", async () => {
    const admin = await site.desk.freshAdmin();
    const code = String((await admin.post("/staff", { name: "新某", roles: ["admin"] })).at("code"));
    const { context, page, complaints } = await site.open("/desk", PHONE);
    await page.getByRole("button", { name: "第一次来，有入职码" }).click();
    await page.getByLabel("入职码").fill(code);
    await page.getByLabel("给自己设一个密码").fill(PASSWORD);
    await page.getByRole("button", { name: "设好密码" }).click();
    await page.getByLabel("姓名").fill("新某");
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByRole("heading", { name: "请先绑定动态验证码" }).waitFor();
    await page.getByRole("button", { name: "显示密钥" }).click();
    const secret = (await page.locator(".secret").innerText()).replace(/\s/g, "");
    expect(await page.getByRole("link", { name: /直接加进验证器/ }).getAttribute("href")).toContain(`secret=${secret}`);
    await page.getByLabel("验证器现在显示的6位数字").fill(codeFor(fromBase32(secret), site.desk.time));
    await page.getByRole("button", { name: "完成绑定" }).click();
    await page.getByRole("heading", { name: "人员" }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a wrong password is told in a sentence", async () => {
    const { context, page } = await site.open("/desk", DESKTOP);
    await page.getByLabel("姓名").fill("管某");
    await page.getByLabel("密码").fill("不是这个密码的密码");
    await page.getByRole("button", { name: "登录" }).click();
    expect(await page.getByRole("alert").innerText()).toMatch(/密码/);
    await context.close();
  });
});
