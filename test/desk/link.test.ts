import { afterAll, beforeAll, expect, it } from "vitest";
import { Visitor } from "../channel/webchat/visitor.js";
import { openTestDesk, type Browser, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
let staff: Browser;
beforeAll(async () => {
  desk = await openTestDesk();
  staff = (await desk.person("接某", "receptionist", "handler")).browser;
});
afterAll(() => desk.close());

interface Row {
  readonly reference: string;
  readonly revision: number;
  readonly conversationId: string;
}

async function asked(): Promise<Row & { readonly visitor: Visitor }> {
  const visitor = await Visitor.arrive(desk.url);
  await visitor.say("转人工");
  const rows = (await staff.get("/queue?tab=waiting&limit=100")).at("matters") as readonly Row[];
  const row = rows.find(({ conversationId }) => conversationId === visitor.id);
  if (row === undefined) throw new Error("not in the queue");
  return { ...row, visitor };
}

it("a duplicate ends with a pointer, once, and the person is told", async () => {
  const [kept, twice] = [await asked(), await asked()];
  const merge = (into: string, browser = staff) => browser.post(`/matters/${twice.reference}/merge`, { into, revision: twice.revision });
  expect([(await merge(twice.reference)).status, (await merge("NONE-NONE")).status]).toEqual([400, 400]);
  const answers = await Promise.all([merge(kept.reference), merge(kept.reference, await desk.freshAdmin())]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const card = await staff.get(`/matters/${twice.reference}`);
  expect([card.at("state"), card.at("result", "outcome"), card.at("links", 0, "reference")]).toEqual([
    "declined",
    "duplicate",
    kept.reference,
  ]);
  expect(card.at("acts")).not.toContainEqual(expect.objectContaining({ act: "merge" }));
  const lines = (await twice.visitor.page()).activities.map(({ text = "" }) => text);
  expect(lines.at(-1)).toContain(`（编号 ${kept.reference}）是同一件`);
  const other = await staff.get(`/matters/${kept.reference}`);
  expect([other.at("links", 0, "reference"), (other.at("events") as { kind: string }[]).at(-1)?.kind]).toEqual([twice.reference, "linked"]);
  const next = await asked();
  const ended = await staff.post(`/matters/${next.reference}/merge`, { into: twice.reference, revision: next.revision });
  expect(ended.at("error", "code")).toBe("refused");
  const { revision } = next;
  expect((await staff.post(`/matters/${next.reference}/act`, { act: "merge", revision })).status).toBe(400);
});

it("a link is seen from both sides, made once, and written to the audit", async () => {
  const [one, other] = [await asked(), await asked()];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    expect((await staff.post(`/matters/${from.reference}/link`, { other: to.reference })).status).toBe(200);
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const links = (await staff.get(`/matters/${from.reference}`)).at("links") as readonly Row[];
    expect(links.map(({ reference }) => reference)).toEqual([to.reference]);
  }
  expect((await staff.post(`/matters/${one.reference}/link`, { other: one.reference })).status).toBe(400);
  const audit = (await (await desk.freshAdmin()).get("/audit")).at("rows") as { action: string; outcome: string }[];
  const linked = audit.filter(({ action }) => action.endsWith("/link")).map(({ outcome }) => outcome);
  expect(linked.sort()).toEqual(["known", "linked", "unknown"]);
});
