import { readTotp, totpStep, hotp } from "../../src/desk/totp.js";
import type { Role } from "../../src/staff/role.js";
import { openTestApp, type TestApp, type TestOptions } from "../channel/webchat/open-app.js";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** What stands in the body under these names; undefined when nothing does. */
  at(...names: readonly (string | number)[]): unknown;
  readonly headers: Headers;
}

/** A browser at the desk: keeps its cookie, sends what our page sends. */
export class Browser {
  cookie = "";
  constructor(
    readonly url: string,
    private readonly extra: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string): Promise<Answer> {
    return this.#ask(path, { method: "GET" });
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.#ask(path, { method: "POST", body: JSON.stringify(body) });
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const own = { "Content-Type": "application/json", "X-Desk": "1", Origin: this.url, Cookie: this.cookie };
    const response = await fetch(`${this.url}/api${path}`, { ...init, headers: { ...own, ...this.extra } });
    const given = response.headers.get("Set-Cookie")?.split(";")[0];
    if (given !== undefined) this.cookie = given;
    const type = response.headers.get("Content-Type") ?? "";
    const body: unknown = type.includes("json") ? await response.json() : await response.text();
    return {
      ...{ status: response.status, body, headers: response.headers },
      at: (...names) => names.reduce<unknown>((value, name) => (value as Record<string | number, unknown> | null)?.[name], body),
    };
  }
}

export const PASSWORD = "很长的一句话当密码用";

/** Seconds of the test's own clock, so that each code used is a new one. */
export interface MovedClock {
  now: number;
}

export interface TestDesk extends TestApp {
  readonly time: MovedClock;
  /** Signed in as the first 管理员, who is 主任 too, with an authenticator. */
  readonly admin: Browser;
  /** The same, having just signed in again. */
  freshAdmin(): Promise<Browser>;
  /** A new person, signed in; an authenticator when their role needs one. */
  person(name: string, ...roles: Role[]): Promise<{ readonly browser: Browser; readonly id: string }>;
}

export async function bindTotp(browser: Browser, time: MovedClock): Promise<Buffer> {
  const seed = fromBase32(String((await browser.post("/me/totp")).at("secret")));
  await browser.post("/me/totp/confirm", { code: codeFor(seed, time) });
  return seed;
}

/** A code no earlier than now; moves the clock so that the next one is another. */
export function codeFor(seed: Buffer, time: MovedClock): string {
  time.now += 31_000;
  const code = hotp(seed, totpStep(time.now));
  if (readTotp(seed, code, time.now) === undefined) throw new Error("code does not read");
  return code;
}

export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The real app with a desk: cheap passwords, a clock that tests move. */
export async function openTestDesk(options: TestOptions = {}): Promise<TestDesk> {
  const time: MovedClock = { now: Date.parse("2026-03-02T01:00:00Z") };
  const app = await openTestApp({ passwordCost: 4, clock: () => time.now, ...options });
  const admin = new Browser(app.url);
  await admin.post("/setup", { code: await app.app.offerSetup(), name: "管某", password: PASSWORD, roles: ["director"] });
  const seed = await bindTotp(admin, time);
  const freshAdmin = async (): Promise<Browser> => {
    await admin.post("/sign-in", { name: "管某", password: PASSWORD, code: codeFor(seed, time) });
    return admin;
  };
  const person: TestDesk["person"] = async (name, ...roles) => {
    const added = await (await freshAdmin()).post("/staff", { name, roles });
    const browser = new Browser(app.url);
    await browser.post("/enrol", { code: added.at("code"), password: PASSWORD });
    await browser.post("/sign-in", { name, password: PASSWORD });
    if (roles.includes("admin")) await bindTotp(browser, time);
    return { browser, id: String(added.at("id")) };
  };
  return { ...app, time, admin, freshAdmin, person };
}
