import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser, bindTotp, codeFor, openTestDesk, PASSWORD, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const wrongAnswer = { error: { code: "wrong", message: "姓名或密码不对。" } };

describe("the first run", () => {
  it("is over once there is somebody, whatever code is tried", async () => {
    const stranger = new Browser(desk.url);
    expect((await stranger.get("/setup")).body).toEqual({ open: false });
    expect(await desk.app.offerSetup()).toBeUndefined();
    const tried = await stranger.post("/setup", { code: "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", name: "坏某", password: PASSWORD });
    expect([tried.status, tried.at("error", "code")]).toEqual([403, "code"]);
    expect((await desk.admin.get("/staff")).at("staff")).toHaveLength(1);
  });
});

describe("signing in", () => {
  it("gives a cookie no script can read, and a new one each time", async () => {
    const { browser } = await desk.person("接某", "receptionist");
    const again = await browser.post("/sign-in", { name: "接某", password: PASSWORD });
    expect(again.headers.get("Set-Cookie")).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(again.body).toMatchObject({ name: "接某", roles: ["receptionist"], mustBindTotp: false });
    expect(JSON.stringify(again.body)).not.toContain(browser.cookie.slice(5));
    const old = browser.cookie;
    await browser.post("/sign-in", { name: "接某", password: PASSWORD });
    expect(browser.cookie).not.toBe(old);
  });

  it("says the same of a wrong password, an unknown name, a disabled person and one without a password yet", async () => {
    const { id } = await desk.person("停某", "handler");
    await (await desk.freshAdmin()).post(`/staff/${id}/active`, { active: false });
    await desk.admin.post("/staff", { name: "新某", roles: ["handler"] });
    const rows = [
      ["接某", "不是这个密码啊啊"],
      ["没有这人", PASSWORD],
      ["constructor", PASSWORD],
      ["停某", PASSWORD],
      ["新某", ""],
      ["新某", PASSWORD],
    ] as const;
    for (const [name, password] of rows) {
      const { status, body } = await new Browser(desk.url).post("/sign-in", { name, password });
      expect([name, status, body]).toEqual([name, 401, wrongAnswer]);
    }
  });

  it("refuses what is no text, too long, unknown or repeated with 4xx and no inside", async () => {
    const stranger = new Browser(desk.url);
    const hostile: readonly unknown[] = [
      {},
      [],
      7,
      null,
      "x",
      { name: { $gt: "" }, password: "x" },
      { name: ["接某"], password: ["x"] },
      { name: "接某", password: "x".repeat(2_000) },
      { name: "接某", password: PASSWORD, admin: true },
    ];
    for (const body of hostile) {
      const answer = await stranger.post("/sign-in", body);
      expect([answer.status, answer.at("error", "message")]).toEqual([400, expect.stringMatching(/^\p{Script=Han}/u)]);
      expect(JSON.stringify(answer.body)).not.toMatch(/zod|expected|at .*\.ts|stack/i);
    }
  });

  it("asks 管理员 for an authenticator before anything else", async () => {
    const added = await (await desk.freshAdmin()).post("/staff", { name: "二管", roles: ["admin"] });
    const browser = new Browser(desk.url);
    await browser.post("/enrol", { code: added.at("code"), password: PASSWORD });
    expect((await browser.post("/sign-in", { name: "二管", password: PASSWORD })).at("mustBindTotp")).toBe(true);
    expect((await browser.get("/staff")).at("error", "code")).toBe("totp-needed");
    const seed = await bindTotp(browser, desk.time);
    expect((await browser.get("/staff")).status).toBe(200);
    const next = new Browser(desk.url);
    expect((await next.post("/sign-in", { name: "二管", password: PASSWORD })).at("error", "code")).toBe("code-needed");
    const code = codeFor(seed, desk.time);
    expect((await next.post("/sign-in", { name: "二管", password: PASSWORD, code })).status).toBe(200);
    expect((await new Browser(desk.url).post("/sign-in", { name: "二管", password: PASSWORD, code })).status).toBe(401);
    expect((await browser.post("/me/totp")).status).toBe(409);
  });

  it("ends by leaving it alone, by age, by signing out", async () => {
    const { browser } = await desk.person("久某", "handler");
    desk.time.now += 29 * 60_000;
    expect((await browser.get("/me")).status).toBe(200);
    desk.time.now += 29 * 60_000;
    expect((await browser.get("/me")).status).toBe(200);
    desk.time.now += 31 * 60_000;
    expect((await browser.get("/me")).at("error", "code")).toBe("sign-in");
    await browser.post("/sign-in", { name: "久某", password: PASSWORD });
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      desk.time.now += 20 * 60_000;
      await browser.get("/me");
    }
    desk.time.now += 60_000;
    expect((await browser.get("/me")).status).toBe(401);
    await browser.post("/sign-in", { name: "久某", password: PASSWORD });
    const { cookie } = browser;
    await browser.post("/sign-out");
    browser.cookie = cookie;
    expect((await browser.get("/me")).status).toBe(401);
  });
});

describe("guessing", () => {
  it("is slowed down where it comes from, and the person signs in elsewhere as ever", async () => {
    const here = await openTestDesk({ settings: { TRUST_PROXY: "1" } });
    const from = (peer: string) => new Browser(here.url, { "X-Forwarded-For": peer });
    const added = await here.admin.post("/staff", { name: "受某", roles: ["handler"] });
    await from("10.1.1.1").post("/enrol", { code: added.at("code"), password: PASSWORD });
    await from("10.1.1.1").post("/sign-in", { name: "受某", password: PASSWORD });
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1)
      statuses.push((await from("10.9.9.9").post("/sign-in", { name: "受某", password: `猜${index}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    for (let index = 0; index < 60; index += 1) await from(`10.8.${index}.1`).post("/sign-in", { name: "受某", password: `猜${index}` });
    expect((await from("10.7.7.7").post("/sign-in", { name: "受某", password: PASSWORD })).status).toBe(429);
    expect((await from("10.1.1.1").post("/sign-in", { name: "受某", password: PASSWORD })).status).toBe(200);
    await here.close();
  });

  it("is not made easier by headers that claim another address", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const browser = new Browser(desk.url, {
        "X-Forwarded-For": `1.1.1.${index}`,
        "CF-Connecting-IP": `2.2.2.${index}`,
        "User-Agent": String(index),
      });
      statuses.push((await browser.post("/sign-in", { name: "某个人", password: "x" })).status);
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });
});

describe("from elsewhere", () => {
  it("nothing is done without our header and our origin", async () => {
    const cookie = desk.admin.cookie;
    const foreign = [{ "X-Desk": "" }, { Origin: "https://evil.example" }, { Origin: "null" }, { Origin: "" }];
    for (const headers of foreign) {
      const browser = new Browser(desk.url, headers);
      browser.cookie = cookie;
      const answer = await browser.post("/staff", { name: "坏某", roles: ["admin"] });
      expect([answer.status, answer.at("error", "code")]).toEqual([403, "origin"]);
    }
  });
});

describe("rights", () => {
  it("end with the role, at once", async () => {
    const { browser, id } = await desk.person("换某", "director");
    expect((await browser.get("/audit")).status).toBe(200);
    await (await desk.freshAdmin()).post(`/staff/${id}/roles`, { roles: ["receptionist"] });
    expect((await browser.get("/audit")).status).toBe(401);
    await browser.post("/sign-in", { name: "换某", password: PASSWORD });
    expect((await browser.get("/audit")).status).toBe(403);
  });

  it("of grave steps need the password again", async () => {
    desk.time.now += 6 * 60_000;
    const refused = await desk.admin.post("/staff", { name: "迟某", roles: ["handler"] });
    expect([refused.status, refused.at("error", "code")]).toEqual([403, "confirm-needed"]);
  });

  it("are written down when used and when refused, without values, in an unbroken chain", async () => {
    const { rows } = (await (await desk.freshAdmin()).get("/audit")).body as { rows: { action: string; outcome: string }[] };
    const seen = new Set(rows.map(({ action, outcome }) => `${action}: ${outcome}`));
    for (const line of [
      "post /sign-in: done",
      "post /sign-in: wrong-password",
      "post /staff/:id/roles: changed",
      "get /audit: not-allowed",
      "post /sign-out: ended",
    ])
      expect(seen).toContain(line);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    expect((await desk.admin.get("/audit/verify")).at("kind")).toBe("whole");
    expect(desk.logged.join("")).not.toContain(PASSWORD);
  });
});
