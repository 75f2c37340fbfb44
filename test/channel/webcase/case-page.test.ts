import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../../src/channel/webcase/case-view.js";
import type { Filing, KeptMatter } from "../../../src/store/case-store.js";
import type { Kept } from "../../../src/store/kept.js";
import { openSqlite } from "../../../src/store/sqlite/sqlite.js";
import { act, filing, staff } from "../../store/case-samples.js";
import { openTestApp, type TestApp } from "../webchat/open-app.js";

let here: TestApp;
let store: Kept;
const now = Date.parse("2026-03-02T02:00:00Z");

beforeAll(async () => {
  here = await openTestApp({
    clock: () => now,
    settings: { TRUST_PROXY: "1" },
    openStore: async (folder) => (store = await openSqlite({ folder })),
  });
});
afterAll(() => here.close());

let address = 0;
/** Each case is asked for from an address of its own, so that no test uses up another's tries. */
function client(receipt: string): (path: string, request?: RequestInit) => Promise<Response> {
  address += 1;
  const headers = { Authorization: `Receipt ${receipt}`, "X-Forwarded-For": `10.0.${address >> 8}.${address & 255}` };
  return (path, request = {}) =>
    fetch(`${here.url}/api/case${path}`, { ...request, headers: { ...headers, ...(request.headers as Record<string, string>) } });
}

async function opened(
  change: Partial<Filing> = {},
): Promise<{ filed: Filing; ask: ReturnType<typeof client>; matter: () => Promise<KeptMatter> }> {
  const filed = filing(change);
  await store.fileCase({ filing: filed, conversationId: "c1", channel: "phone", at: now });
  const matter = async (): Promise<KeptMatter> => (await store.findMatter(filed.reference)) ?? Promise.reject(new Error("gone"));
  return { filed, ask: client(filed.receipt), matter };
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json" },
});
const viewOf = async (response: Response): Promise<CaseView> => (await response.json()) as CaseView;
const refusalOf = async (response: Response): Promise<string> => ((await response.json()) as { error: { message: string } }).error.message;

function upload(...files: readonly File[]): RequestInit {
  const body = new FormData();
  for (const file of files) body.append("file", file);
  return { method: "POST", body };
}

describe("with the code alone", () => {
  it("shows where it stands in plain words, and nothing of the office's own", async () => {
    const { filed, ask, matter } = await opened();
    await store.changeMatter(act(await matter(), "claim", { mover: staff("s-secret"), now }));
    await store.changeMatter(act(await matter(), "ask-worker", { mover: staff("s-secret"), details: { reason: "REASON" }, now }));
    await store.addNote(filed.reference, { id: `n-${filed.reference}`, at: now, staffId: "s-secret", text: "NOTE" });
    await store.addCaseMessage(filed.reference, {
      id: `m-${filed.reference}`,
      at: now,
      from: "staff",
      staffId: "s-secret",
      text: "请发工资条",
    });
    const response = await ask("");
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const text = await response.text();
    for (const hidden of ["NOTE", "REASON", "s-secret", filed.receipt, "awaiting-worker"]) expect(text).not.toContain(hidden);
    const view = JSON.parse(text) as CaseView;
    expect(view).toMatchObject({ reference: filed.reference, filedAt: "2026-03-02 10:00", unit: "古浪县总工会", acts: ["withdraw"] });
    expect(view.status).toBe("在等您回话或者补材料，请看下面的留言。");
    expect(view.history.map(({ what }) => what)).toEqual(["您提交了登记", "工作人员接手", "请您回话或者补材料", "工作人员给您留了言"]);
    expect(view.messages).toEqual([{ at: "2026-03-02 10:00", from: "staff", text: "请发工资条" }]);
    // The region has not confirmed its limits.
    expect(view.promisedOn).toBeUndefined();
  });

  it("takes a message once, and the case goes on by itself", async () => {
    const { ask, matter } = await opened();
    await store.changeMatter(act(await matter(), "claim", { mover: staff("s1"), now }));
    await store.changeMatter(act(await matter(), "ask-worker", { mover: staff("s1"), details: { reason: "要工资条" }, now }));
    const message = json({ id: "0123456789abcdef", text: "工资条发了😀" });
    await ask("/messages", message);
    const view = await viewOf(await ask("/messages", message));
    expect(view.messages.map(({ text }) => text)).toEqual(["工资条发了😀"]);
    expect(await matter()).toMatchObject({ state: "working", owner: "s1" });
    expect(await refusalOf(await ask("/messages", json({ id: "0123456789abcdeg", text: "  " })))).toBe("留言是空的。");
    expect((await ask("/messages", json({ id: "0123456789abcdeh", text: "a", from: "staff" }))).status).toBe(400);
  });

  it("withdraws only when sure, once, and comes back under the same number", async () => {
    const { ask, matter } = await opened();
    expect((await ask("/withdraw", json({}))).status).toBe(400);
    expect((await matter()).state).toBe("waiting");
    const both = await Promise.all([ask("/withdraw", json({ confirm: true })), ask("/withdraw", json({ confirm: true }))]);
    expect(both.some(({ status }) => status === 200)).toBe(true);
    expect((await ask("/withdraw", json({ confirm: true }))).status).toBe(200);
    expect((await store.wholeMatter((await matter()).reference))?.events.map(({ kind }) => kind)).toEqual(["filed", "withdraw"]);
    expect(await viewOf(await ask("/reopen", json({ reason: "还是要办" })))).toMatchObject({ acts: ["withdraw"] });
    expect((await matter()).state).toBe("waiting");
    expect(await refusalOf(await ask("/reopen", json({ reason: "再来" })))).toBe("事项的状态已经变了，请刷新后再看。");
  });

  it("gives the papers that fit, filled, to whoever has the code and to nobody else", async () => {
    const { filed, ask } = await opened();
    const { papers, evidence } = await viewOf(await ask(""));
    expect(papers.map(({ name }) => name)).toEqual(["投诉书", "仲裁申请书", "证据清单", "支付令申请书", "法律援助申请"]);
    expect(evidence?.today).toHaveLength(3);
    expect(evidence?.employer[0]?.basis).toContain("《劳动争议调解仲裁法》第三十九条");
    const paper = await ask("/papers/inspection-complaint");
    expect(paper.headers.get("content-disposition")).toBe(`attachment; filename="${filed.reference}-inspection-complaint.docx"`);
    const xml = strFromU8(unzipSync(new Uint8Array(await paper.arrayBuffer()))["word/document.xml"] ?? new Uint8Array());
    expect(xml.includes("某建筑公司")).toBe(true);
    for (const id of ["hardship-application", "constructor", "..%2f..%2fetc%2fpasswd"])
      expect((await ask(`/papers/${id}`)).status).toBe(404);
    expect((await client("no-such-code")("/papers/inspection-complaint")).status).toBe(404);
  });

  it("takes a list of workers whole or not at all", async () => {
    const { ask, matter } = await opened();
    const list = (body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Response> =>
      ask("/group", { method: "POST", body, headers: { "Content-Type": type } });
    const refused = await list("张某 13800000000 12000\n李某，欠 很多", "text/plain");
    expect([refused.status, await refusalOf(refused)]).toEqual([
      422,
      "名单没有存下，这几处要改：\n第2行“欠薪金额”：看不出是多少钱，请写成 12000 这样，要大于零。",
    ]);
    for (const [body, type] of [
      [" \n", "text/plain"],
      ["", "application/octet-stream"],
      ["甲,乙\n1,2", "application/octet-stream"],
    ] as const)
      expect((await list(body, type)).status).toBe(400);
    expect((await list(new Uint8Array(3 * 1024 * 1024), "application/octet-stream")).status).toBe(413);
    expect((await viewOf(await ask(""))).files).toEqual([]);
    const template = new Uint8Array(await (await ask("/group-template.xlsx")).arrayBuffer());
    expect((await list(template, "application/octet-stream")).status).toBe(200);
    const view = await viewOf(await list("张某 13800000000 12000 代表\n李某，欠 8000", "text/plain"));
    expect(view.files.map(({ name }) => name)).toEqual(["名单.xlsx", "名单.xlsx"]);
    expect(view.messages.at(-1)?.text).toBe("交了一份名单：共2人，合计欠20000元，代表张某。");
    expect((await matter()).state).toBe("waiting");
  });

  it("gives the proof as a PDF, and the bytes its hash is of", async () => {
    const { filed, ask } = await opened();
    const pdf = await ask("/proof.pdf");
    expect([pdf.headers.get("content-type"), pdf.headers.get("content-disposition")]).toEqual([
      "application/pdf",
      `attachment; filename="${filed.reference}.pdf"`,
    ]);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const bytes = Buffer.from(await (await ask("/filed.json")).arrayBuffer());
    const { sha256 } = await viewOf(await ask(""));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  });
});

describe("a code that opens nothing", () => {
  it("is told one thing, whatever is wrong with it", async () => {
    const { filed } = await opened();
    const said = new Set<string>();
    for (const code of ["", "x", `${filed.receipt}A`, filed.reference, "__proto__", "9".repeat(40), "A".repeat(5_000), "%00"]) {
      const response = await client(code)("");
      expect(response.status).toBe(404);
      said.add(await refusalOf(response));
    }
    expect(said).toEqual(new Set(["没有查到。请对照回执，把查询码一个字一个字核对一遍。"]));
  });

  it("stops an address that guesses, and nobody else", async () => {
    const guess = client("WRONG-WRONG-WRONG");
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries++) statuses.push((await guess("")).status);
    expect(statuses.indexOf(429)).toBe(20);
    const { ask } = await opened();
    expect((await ask("")).status).toBe(200);
  });

  it("no log line holds a code or a word that was written", async () => {
    const { filed, ask } = await opened();
    await ask("/messages", json({ id: "zzzzzzzzzzzz", text: "CANARY-words" }));
    const log = here.logged.join("\n");
    for (const secret of [filed.receipt, "CANARY-words", "某建筑公司"]) expect(log).not.toContain(secret);
  });
});

async function picture(): Promise<Buffer> {
  const plain = sharp({ create: { width: 8, height: 4, channels: 3, background: "#a33" } });
  return plain
    .withExif({ IFD0: { Make: "CANARY-CAMERA" }, IFD3: { GPSLatitude: "37/1 28/1 0/1" } })
    .jpeg()
    .toBuffer();
}

describe("evidence", () => {
  it("is kept with its hash and fetched back by its own case only, as a download", async () => {
    const { ask, filed } = await opened();
    const jpeg = await picture();
    expect(jpeg.includes("CANARY-CAMERA")).toBe(true);
    const [kept] = (await viewOf(await ask("/upload", upload(new File([jpeg], "欠条'(1).jpg"))))).files;
    expect(kept).toMatchObject({ name: "欠条'(1).jpg", bytes: jpeg.length, sha256: createHash("sha256").update(jpeg).digest("hex") });
    const back = await ask(`/files/${kept?.file}`);
    expect(Buffer.from(await back.arrayBuffer()).equals(jpeg)).toBe(true);
    expect(back.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%E6%AC%A0%E6%9D%A1%27%281%29.jpg");
    expect([back.headers.get("x-content-type-options"), back.headers.get("content-security-policy")]).toEqual([
      "nosniff",
      "sandbox; default-src 'none'",
    ]);
    const other = await opened();
    for (const path of [kept?.file, "..%2fhotline.db", "%00", "constructor"]) expect((await other.ask(`/files/${path}`)).status).toBe(404);
    // Staff see a copy that says nothing of place and camera; the original stays as it came.
    await expect
      .poll(async () => (await store.evidence(filed.reference, kept?.file ?? ""))?.clean?.file, { timeout: 30_000 })
      .toBeDefined();
    const clean = (await store.evidence(filed.reference, kept?.file ?? ""))?.clean;
    const copy = readFileSync(join(here.dataDir, "files", clean?.file ?? ""));
    expect(copy.includes("CANARY-CAMERA")).toBe(false);
    expect((await sharp(copy).metadata()).exif).toBeUndefined();
    expect(readFileSync(join(here.dataDir, "files", kept?.file ?? "")).equals(jpeg)).toBe(true);
  }, 60_000);

  it("refuses what pretends, with a sentence, and keeps nothing of it", async () => {
    const { ask } = await opened();
    const jpeg = await picture();
    const zip = zipOf("word/document.xml", 10);
    const before = readdirSync(join(here.dataDir, "files")).toSorted();
    const cases: readonly [string, Buffer, string][] = [
      ["photo.jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "这种文件收不了"],
      ["photo.jpg", Buffer.concat([jpeg, zip]), "混有别的内容"],
      ["photo.jpg", Buffer.concat([jpeg.subarray(0, 20), Buffer.from("<script>alert(1)</script>"), jpeg]), "混有别的内容"],
      ["paper.pdf", Buffer.concat([Buffer.from("%PDF-1.4\n"), zip]), "混有别的内容"],
      ["bomb.docx", zipOf("word/document.xml", 4_000_000_000), "解开以后太大"],
      ["list.xlsx", zipOf("word/document.xml", 10), "这种文件收不了"],
      ["large.jpg", Buffer.concat([jpeg, Buffer.alloc(21 * 1024 * 1024)]), "文件太大了"],
    ];
    for (const [name, bytes, expected] of cases) {
      const response = await ask("/upload", upload(new File([bytes], name)));
      expect([name, response.status >= 400 && response.status < 500]).toEqual([name, true]);
      expect(await refusalOf(response)).toContain(expected);
    }
    expect((await viewOf(await ask(""))).files).toEqual([]);
    expect(readdirSync(join(here.dataDir, "files")).toSorted()).toEqual(before);
  }, 60_000);

  it("sweeps at start what nothing rests on, and leaves the rest", async () => {
    const { sweepOrphans } = await import("../../../src/evidence/sweep.js");
    const folder = join(here.dataDir, "files");
    const kept = readdirSync(folder).toSorted();
    writeFileSync(join(folder, "0".repeat(32)), "half an upload");
    writeFileSync(join(folder, "notes.txt"), "not ours");
    expect(await sweepOrphans(folder, store)).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual([...kept, "notes.txt"].toSorted());
  });
});

/** A zip of two empty entries that says of itself how much it unpacks to. */
function zipOf(main: string, unpacked: number): Buffer {
  const entries = ["[Content_Types].xml", main].map((name) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46, "latin1");
    return entry;
  });
  const local = Buffer.from("PK\x03\x04", "latin1");
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
