import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "../../src/desk/route.js";
import { ROUTES } from "../../src/desk/routes.js";
import type { Browser } from "./open-desk.js";
import { openTestDesk, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
let director: Browser;
beforeAll(async () => {
  desk = await openTestDesk();
  director = (await desk.person("主某", "director", "handler", "editor")).browser;
});
afterAll(() => desk.close());

const HOSTILE: readonly unknown[] = [
  ...["", "constructor", "__proto__", "9".repeat(40), "😀".repeat(300), "\u0000\ud800", "转人工", "' OR 1=1 --", '"', "x".repeat(5_000)],
  ...[null, true, -1, 1.5, 1e308, [], [[]], {}, { $gt: "" }, { toString: "x" }],
];

/** Values that pass, so that one field at a time is wrong. */
const USUAL: Readonly<Record<string, unknown>> = { string: "usual", integer: 1, number: 1, boolean: true, array: [], object: {} };

function fieldsOf(schema: z.ZodType): ReadonlyMap<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { type?: string; enum?: readonly unknown[] }>;
  };
  return new Map(Object.entries(properties).map(([name, { type = "string", enum: options }]) => [name, options?.[0] ?? USUAL[type]]));
}

/** As it can stand in an address. */
function wordOf(value: unknown): string {
  const word = typeof value === "string" ? value : JSON.stringify(value);
  return encodeURIComponent(word.slice(0, 500).replace(/\p{Cs}/gu, "")) || "_";
}

async function attack(route: Route): Promise<string[]> {
  const faults: string[] = [];
  const fields = fieldsOf(route.method === "get" ? route.query : route.body);
  const names = [...fields.keys(), ":path"];
  for (const name of names)
    for (const value of HOSTILE) {
      const path = route.path.replace(/:\w+/g, name === ":path" ? wordOf(value) : "R1");
      const body = { ...Object.fromEntries(fields), ...(name === ":path" ? {} : { [name]: value }) };
      const query =
        name === ":path"
          ? ""
          : `?${name}=${encodeURIComponent(
              JSON.stringify(value)
                .slice(0, 500)
                .replace(/\p{Cs}/gu, ""),
            )}`;
      const { status, body: said } = await (route.method === "get" ? director.get(path + query) : director.post(path, body));
      if (status >= 500 && status !== 503)
        faults.push(`${route.method} ${route.path} ${name}=${JSON.stringify(value).slice(0, 40)}: ${status}`);
      if (/SQLITE|\.ts:|\/src\/|ZodError|at Object/.test(JSON.stringify(said))) faults.push(`${route.path} tells of the inside`);
    }
  return faults;
}

it("whatever is sent in whichever field, it is refused or done, and nothing of the inside is told", { timeout: 120_000 }, async () => {
  const faults: string[] = [];
  const last = ["/sign-out", "/me/password", "/me/sessions/end"];
  for (const route of ROUTES.filter(({ path }) => !last.includes(path))) faults.push(...(await attack(route)));
  expect(faults).toEqual([]);
  expect(desk.logged.filter((line) => line.includes("desk-request-failed"))).toEqual([]);
});

it("what is no JSON, too long or of another kind is refused in words", async () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${desk.url}/api/search`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Desk": "1", Origin: desk.url, Cookie: director.cookie, ...headers },
      body,
    });
  for (const [body, status] of [
    ["{", 400],
    ['{"words":"a","words":"b","__proto__":{}}', 400],
    ['{"words":"a","constructor":1}', 400],
    [`{"words":"${"长".repeat(40_000)}"}`, 413],
  ] as const)
    expect((await send(body)).status).toBe(status);
  expect((await send("words=a", { "Content-Type": "application/x-www-form-urlencoded" })).status).toBe(415);
});
