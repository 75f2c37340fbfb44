import type { Router } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "../../src/desk/open-desk.js";
import { may, POLICY, RIGHTS } from "../../src/desk/policy.js";
import type { Route } from "../../src/desk/route.js";
import { ROUTES } from "../../src/desk/routes.js";
import { ROLE_NAMES, type Role } from "../../src/staff/role.js";
import { Browser, openTestDesk, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
const browsers = new Map<Role, Browser>();
beforeAll(async () => {
  desk = await openTestDesk();
  for (const role of ROLE_NAMES) browsers.set(role, (await desk.person(`某${role}`, role)).browser);
});
afterAll(() => desk.close());

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

function mounted(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route !== undefined) return Object.keys(route.methods).map((method) => `${method} ${route.path}`);
    return handle.stack === undefined ? [] : mounted(handle.stack);
  });
}

const addressOf = ({ method, path }: Route): string => `${method} ${path}`;

function ask(browser: Browser, { method, path }: Route): ReturnType<Browser["get"]> {
  const address = path.replace(/:\w+/g, "nobody");
  return method === "get" ? browser.get(address) : browser.post(address, { no: "such field" });
}

describe("the table of routes", () => {
  it("is all there is in the running router", async () => {
    const { dataDir } = desk;
    const silent = {
      delivery: { onCommitted: () => () => undefined },
      store: { mattersLate: () => Promise.resolve([]) },
      clock: () => 0,
      stage: {},
    };
    const unused = silent as unknown as Parameters<typeof openDesk>[0];
    const door = openDesk({ ...unused, dataDir });
    const { routes } = door;
    const found = mounted((routes as Router & { stack: readonly Layer[] }).stack).sort();
    expect(found).toEqual([...ROUTES.map(addressOf), "get /openapi.json"].sort());
    expect(new Set(found).size).toBe(found.length);
    await door.close();
    const described = await new Browser(desk.url).get("/openapi.json");
    expect(Object.keys(described.at("paths") as object).length).toBe(new Set(ROUTES.map(({ path }) => path)).size);
  });

  it("lets nobody in who has not signed in, but where it says so", async () => {
    const stranger = new Browser(desk.url);
    const open = ROUTES.filter(({ may: right }) => right === "anyone").map(addressOf);
    expect(open).toEqual(["get /setup", "post /setup", "post /enrol", "post /sign-in"]);
    for (const route of ROUTES.filter(({ may: right }) => right !== "anyone")) {
      const answer = await ask(stranger, route);
      expect([addressOf(route), answer.status, answer.at("error", "code")]).toEqual([addressOf(route), 401, "sign-in"]);
    }
  });

  for (const role of ROLE_NAMES)
    it(`lets ${role} do what the policy says and nothing else`, async () => {
      const browser = browsers.get(role);
      if (browser === undefined) throw new Error("no browser");
      for (const route of ROUTES.filter(({ path }) => !["/sign-out", "/sign-in", "/setup", "/enrol"].includes(path))) {
        const { may: right } = route;
        const answer = await ask(browser, route);
        const refused = answer.status === 403 && ["not-allowed", "totp-needed"].includes(String(answer.at("error", "code")));
        const declared = right === "anyone" || right === "signed-in" || (POLICY[right] as readonly Role[]).includes(role);
        const totp = right === "matter.export" && role === "director";
        expect([addressOf(route), refused]).toEqual([addressOf(route), !declared || totp]);
        expect(answer.status).toBeLessThan(500);
      }
    });
});

describe("the policy", () => {
  it("is this; whoever changes it says so here", () => {
    const rows = RIGHTS.map(
      (right) => `${right}: ${ROLE_NAMES.filter((role) => may({ roles: [role], hasTotp: true }, right) === "yes").join(" ")}`,
    );
    expect(rows.join("\n")).toMatchInlineSnapshot(`
      "queue.see: receptionist handler director
      matter.see: receptionist handler director
      matter.act: receptionist handler director
      matter.reply: receptionist handler director
      matter.note: receptionist handler director
      matter.intake: receptionist handler director
      matter.reveal: handler director
      identity.open: director
      matter.export: director
      board.see: receptionist handler director
      assist.use: receptionist handler director
      answer.report: receptionist handler director editor
      template.see: receptionist handler director editor
      template.edit: director editor
      duty.own: receptionist handler director
      duty.see: receptionist handler director admin
      bot.switch: director admin
      staff.see: receptionist handler director admin
      staff.manage: admin
      audit.see: director admin"
    `);
  });

  it("gives 管理员 nothing without an authenticator, and nobody an export", () => {
    for (const right of RIGHTS) expect(may({ roles: ["admin", "director"], hasTotp: false }, right)).not.toBe("yes");
    expect(may({ roles: ["director"], hasTotp: false }, "matter.export")).toBe("totp-needed");
    expect(may({ roles: ["director"], hasTotp: false }, "matter.see")).toBe("yes");
  });

  it("lets who looks after accounts read no matter", () => {
    for (const right of ["matter.see", "matter.reveal", "identity.open", "queue.see"] as const)
      expect(may({ roles: ["admin"], hasTotp: true }, right)).toBe("no");
  });
});
