import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportRows, writeSheet } from "../../src/desk/export-sheet.js";
import { Visitor } from "../channel/webchat/visitor.js";
import { stage } from "../support/stage.js";
import { fileByPhone, fillForm } from "./file-by-phone.js";
import { openTestDesk, type Browser, type TestDesk } from "./open-desk.js";

let desk: TestDesk;
let staff: Browser;
beforeAll(async () => {
  desk = await openTestDesk();
  staff = (await desk.person("接某", "receptionist", "handler")).browser;
});
afterAll(() => desk.close());

const fill = (level: string) => fillForm(staff, level);
const file = async (level: string): Promise<string> => (await fileByPhone(staff, level)).reference;

describe("a call taken down", () => {
  it("goes through the same form with the same readers, and says which words it cannot read", async () => {
    const stand = await staff.post("/intake/form", { dialog: "unpaid-wages", answers: [{ step: "constructor", text: "x" }] });
    expect(stand.status).toBe(200);
    const answers = await fill("实名");
    const first = answers.findIndex(({ step }) => step === "phone");
    const wrong = answers.map((one, index) => (index === first ? { ...one, text: "一二三" } : one));
    const problem = await staff.post("/intake/form", { dialog: "unpaid-wages", answers: wrong });
    expect(problem.at("problem", "step")).toBe("phone");
    const early = await staff.post("/intake/file", { dialog: "unpaid-wages", answers: wrong, ticket: "x" });
    expect(early.status).toBe(400);
    expect((await staff.post("/intake/file", { dialog: "unpaid-wages", answers, ticket: "forged" })).at("error", "code")).toBe("ticket");
  });

  it("is one case however often it is sent, found by number, name, tail of the phone, employer and words", async () => {
    const reference = await file("实名");
    for (const words of [reference, reference.replace("-", ""), "张小明", "小明", "5678", "13912345678", "某某建筑", "两万三"]) {
      const found = (await staff.post("/search", { words })).at("matters") as { reference: string }[];
      expect([words, found.map((one) => one.reference)]).toEqual([words, [reference]]);
    }
    for (const words of ["李大明", "9999", '"', "* OR *", "NEAR(", "__proto__", "。"]) {
      const found = await staff.post("/search", { words });
      expect([words, found.status, found.at("matters")]).toEqual([words, 200, []]);
    }
    expect((await staff.post("/intake/similar", { words: "13912345678" })).at("matters", 0, "reference")).toBe(reference);
  });
});

describe("what tells who somebody is", () => {
  it("is hidden until a reason is written down; 保密 is opened by 主任 alone, having proved himself again", async () => {
    const [named, secret] = [await file("实名"), await file("保密")];
    const card = await staff.get(`/matters/${named}`);
    expect(JSON.stringify(card.body)).not.toMatch(/张小明|13912345678/);
    expect(JSON.stringify(card.body)).toContain("139****5678");
    expect((await staff.post(`/matters/${named}/reveal`, { fields: ["name"] })).status).toBe(400);
    const shown = await staff.post(`/matters/${named}/reveal`, { fields: ["name", "phone", "employer"], reason: "回电话核实" });
    expect((shown.at("values") as { value: string }[]).map(({ value }) => value)).toEqual(["张小明", "13912345678"]);
    expect(JSON.stringify((await staff.get(`/matters/${secret}`)).body)).not.toMatch(/张小明|5678/);
    expect((await staff.post(`/matters/${secret}/reveal`, { fields: ["name"], reason: "回电话核实" })).at("error", "code")).toBe(
      "confidential",
    );
    expect((await staff.post(`/matters/${secret}/identity`, { fields: ["name"], reason: "回电话核实" })).status).toBe(403);
    const director = await desk.freshAdmin();
    desk.time.now += 6 * 60_000;
    expect((await director.post(`/matters/${secret}/identity`, { fields: ["name"], reason: "移送核实" })).at("error", "code")).toBe(
      "confirm-needed",
    );
    await desk.freshAdmin();
    expect((await director.post(`/matters/${secret}/identity`, { fields: ["name"], reason: "移送核实" })).at("values", 0, "value")).toBe(
      "张小明",
    );
    const { rows } = (await director.get("/audit")).body as { rows: { action: string; object: string; detail: object }[] };
    expect(rows.find(({ action }) => action.endsWith("/identity"))).toMatchObject({
      object: secret,
      detail: { fields: "name", reason: "移送核实" },
    });
    expect(JSON.stringify(rows)).not.toContain("张小明");
  });
});

describe("the list for the office", () => {
  it("has a row a matter, typed, with nobody named and nothing that works itself out", async () => {
    await file("实名");
    const director = await desk.freshAdmin();
    const answer = await fetch(`${desk.url}/api/export`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Desk": "1", Origin: desk.url, Cookie: director.cookie },
      body: JSON.stringify({ from: "2026-03-01", to: "2026-03-31" }),
    });
    expect(answer.status).toBe(200);
    const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 3)).toEqual(["编号", "类别", "事项"]);
    const row = rows.find((cells) => typeof cells[8] === "string" && cells[8].includes("某某建筑"));
    expect(row?.[11]).toBe(23_000);
    expect(JSON.stringify(rows)).not.toMatch(/张小明|13912345678/);
    expect(JSON.stringify(rows.at(-1))).toContain("导出人 管某");
  });

  it("keeps every lead of a formula a text", async () => {
    const leads = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "＝1+1",
      "＋1",
      "－1",
      "＠1",
      '"=1"',
      "110101199003078888",
      "a\u0000\u0007b",
    ];
    const matters = leads.map((employer, index) => ({
      ...{ reference: `R${index}`, state: "waiting", revision: 1, risk: 0, openedAt: 0, clockFrom: 0, pauses: [] },
      ...{
        channel: "phone",
        conversationId: "c",
        about: { kind: "case", dialog: { dialog: "x", version: 1, answers: [] }, facts: { employer } },
      },
    })) as unknown as Parameters<typeof exportRows>[0];
    const bytes = await writeSheet(exportRows(matters, { library: stage().library, staff: new Map() }), "x");
    const [sheet] = await readXlsxFile(bytes, { trim: false });
    const cells = (sheet?.data ?? []).slice(1, leads.length + 1).map((cells) => cells[8]);
    for (const cell of cells) expect(typeof cell).toBe("string");
    expect(cells[11]).toBe("110101199003078888");
    const { unzipSync, strFromU8 } = await import("fflate");
    const xml = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join("");
    expect(xml).not.toMatch(/<f[ >]/);
  });
});

describe("the switch of the bot", () => {
  it("leaves people reachable: questions go to the queue, forms and danger go on", async () => {
    const visitor = await Visitor.arrive(desk.url);
    expect((await staff.post("/bot", { on: false })).status).toBe(403);
    await (await desk.freshAdmin()).post("/bot", { on: false });
    const replies = await visitor.say("没签合同能要双倍工资吗");
    expect(replies.map(({ text }) => text).join("")).not.toContain("双倍");
    const waiting = (await staff.get("/queue?tab=waiting&limit=100")).at("matters") as { conversationId: string }[];
    expect(waiting.some(({ conversationId }) => conversationId === visitor.id)).toBe(true);
    expect((await visitor.say("留言"))[0]?.text).not.toContain("已经登记");
    await (await desk.freshAdmin()).post("/bot", { on: true });
    expect((await staff.get("/bot")).at("on")).toBe(true);
  });
});

describe("the office", () => {
  it("keeps ready words, duty, the board and what colleagues found wrong", async () => {
    const director = await desk.freshAdmin();
    expect((await staff.post("/templates", { title: "请补材料", text: "x" })).status).toBe(403);
    const id = String((await director.post("/templates", { title: "请补材料", text: "{称呼}您好，请带上工资条。" })).at("id"));
    expect((await staff.get("/templates")).at("templates")).toContainEqual(
      expect.objectContaining({ id, text: "{称呼}您好，请带上工资条。" }),
    );
    expect((await director.post(`/templates/${id}/drop`)).status).toBe(200);
    await staff.post("/duty", { onDuty: true, capacity: 7 });
    const people = (await staff.get("/duty")).at("people") as { name: string; onDuty: boolean; capacity: number }[];
    expect(people.find(({ name }) => name === "接某")).toMatchObject({ onDuty: true, capacity: 7 });
    expect(Number((await staff.get("/board")).at("waiting"))).toBeGreaterThan(0);
    const found = (await staff.post("/assist", { text: "没签合同能要双倍工资吗" })).at("entries") as { entry: string; citation: string }[];
    expect(found[0]?.citation).toContain("《劳动合同法》");
    expect((await staff.post("/assist/report", { entry: found[0]?.entry, why: "金额说得不全" })).status).toBe(200);
    expect((await staff.get("/assist/reports")).at("reports", 0, "why")).toBe("金额说得不全");
    expect((await staff.post("/assist/report", { entry: "constructor", why: "x" })).status).toBe(400);
  });
});
