import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareIn, inTab, TABS, type Tab } from "../../src/case/queue-order.js";
import { reply } from "../../src/conversation/activity.js";
import type { KeptMatter, NewFile } from "../../src/store/case-store.js";
import type { Ports } from "../../src/store/kept.js";
import { act, filed, filing, found, staff } from "./case-samples.js";
import { message, nextId, turnOf, waiting } from "./samples.js";
import type { StorePlace } from "./store-contract.js";

/** What every implementation promises of matters. */
export function caseStoreContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} keeps the promises about cases`, { timeout: 60_000 }, () => {
    let place: StorePlace;
    let store: Ports;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const at = (): Ports => store;

    filingOnce(at);
    changing(at);
    listing(at);
    talking(at);
    keepingFiles(at);
  });
}

function filingOnce(store: () => Ports): void {
  it("keeps a filed case with the turn that filed it, and finds it by number and by code", async () => {
    const matter = await filed(store(), { urgent: true });
    expect(matter).toMatchObject({ state: "waiting", risk: 3, revision: 1, openedAt: 2_000, clockFrom: 2_000, pauses: [] });
    expect(matter.about).toMatchObject({ kind: "case", facts: { employer: "某建筑公司", amount: 2_300_000 } });
    const again = filing();
    await store().fileCase({ filing: again, conversationId: "desk", channel: "phone", at: 5_000, dueAt: 9_000 });
    expect(await store().findByReceipt(again.receipt.toLowerCase().replaceAll("-", " "))).toMatchObject({
      ...{ reference: again.reference, channel: "phone", dueAt: 9_000 },
    });
    expect(await store().findByReceipt(`${again.receipt}X`)).toBeUndefined();
    expect(await store().casesOf("desk")).toMatchObject([{ reference: again.reference }]);
  });

  it("makes one case of one filing, however often it comes", async () => {
    const effect = filing();
    const at = { filing: effect, conversationId: "c1", channel: "phone", at: 5_000 } as const;
    const all = await Promise.all(Array.from({ length: 20 }, () => store().fileCase(at)));
    expect(new Set(all.map(({ reference }) => reference))).toEqual(new Set([effect.reference]));
    expect(await waiting(store())).toHaveLength(1);
    expect((await store().wholeMatter(effect.reference))?.events.map(({ kind }) => kind)).toEqual(["filed"]);
  });

  it("refuses another case under a number that is taken, with the whole turn", async () => {
    const first = await filed(store());
    const activity = message({ conversationId: "c2" });
    await store().receive(activity);
    const turn = turnOf(activity, { effects: [filing({ reference: first.reference })] });
    await expect(store().commitTurn(turn)).rejects.toThrow();
    expect(await store().loadConversation("c2")).toBeUndefined();
    expect((await store().pendingActivities()).map(({ activity: { id } }) => id)).toEqual([activity.id]);
  });

  it("keeps nothing by which the code could be found out", async () => {
    const effect = filing();
    await store().fileCase({ filing: effect, conversationId: "c1", channel: "phone", at: 1 });
    expect(JSON.stringify(await store().wholeMatter(effect.reference))).not.toContain(effect.receipt);
  });

  it("takes the code out of the line that told it, once it is sent and a while has passed", async () => {
    const effect = filing({ receipt: "4679-ACDE-FGHJ-KMNP-QRTU-VWXY-3467" });
    const activity = message();
    await store().receive(activity);
    const told = { id: nextId(), reply: reply(`查询码：${effect.receipt}，请抄下来`, ["好"]) };
    await store().commitTurn(turnOf(activity, { effects: [effect], replies: [told] }));
    const line = async (): Promise<string> => JSON.stringify((await store().transcript("c1", 1, 10))[0]);
    expect([await store().maskReceipts(2_000), await store().maskReceipts(2_001), await line()]).toMatchObject([
      0,
      0,
      expect.stringContaining(effect.receipt),
    ]);
    await store().outboxSent(told.id);
    expect(await store().maskReceipts(2_001)).toBe(1);
    expect(await line()).not.toContain("4679-ACDE");
    expect((await store().transcript("c1", 1, 10))[0]?.reply).toEqual(reply("查询码：［查询码］，请抄下来", ["好"]));
    expect(await store().maskReceipts(2_001)).toBe(0);
    expect(await store().findByReceipt(effect.receipt)).toMatchObject({ reference: effect.reference });
    const asked = message({ text: effect.receipt });
    await store().receive(asked);
    await store().commitTurn(turnOf(asked, { revision: 1, replies: [], effects: [{ kind: "mask-words" }] }));
    expect(JSON.stringify(await store().transcript("c1", 0, 10))).not.toContain("4679-ACDE");
  });

  it("has a hash of what was handed in, over bytes that can be had", async () => {
    const { reference, summarySha256 } = await filed(store());
    const text = (await store().filedText(reference)) ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    expect(Buffer.from(digest).toString("hex")).toBe(summarySha256);
    expect(JSON.parse(text)).toMatchObject({ form: 1, reference, filedAt: 2_000, answers: [{ step: "employer", value: "某建筑公司" }] });
    expect(await store().filedText("no-such")).toBeUndefined();
  });
}

function changing(store: () => Ports): void {
  it("gives a matter to one of many who take it at once, and tells the others who", async () => {
    const matter = await filed(store());
    const takers = Array.from({ length: 8 }, (_, index) => `s${index}`);
    const results = await Promise.all(takers.map((id) => store().changeMatter(act(matter, "claim", { mover: staff(id) }))));
    const winner = takers[results.findIndex(({ kind }) => kind === "changed")];
    expect(results.filter(({ kind }) => kind === "changed")).toHaveLength(1);
    for (const result of results)
      if (result.kind === "lost") expect(result).toEqual({ kind: "lost", owner: winner, state: "accepted", revision: 2 });
    expect((await found(store(), matter.reference)).owner).toBe(winner);
  });

  it("tells a change asked for again that it was made", async () => {
    const matter = await filed(store());
    const change = act(matter, "claim", { mover: staff("s1") });
    expect(await store().changeMatter(change)).toEqual({ kind: "changed", revision: 2, seq: 2 });
    expect(await store().changeMatter(change)).toEqual({ kind: "changed", revision: 2, seq: 2 });
    await store().changeMatter(act(await found(store(), matter.reference), "begin", { mover: staff("s1") }));
    expect(await store().changeMatter(change)).toMatchObject({ kind: "lost", owner: "s1", state: "working" });
    expect(await store().changeMatter({ ...change, reference: "no-such" })).toEqual({ kind: "gone" });
  });

  it("keeps a whole life: taken, handed on, answered, finished, asked after, reopened under the same number", async () => {
    const { reference } = await filed(store());
    const s1 = staff("s1");
    const steps = [
      ["claim", { mover: s1 }],
      ["refer", { mover: s1, details: { body: "inspection", reason: "要查工资台账", told: "已转劳动监察" } }],
      ["answered", { mover: s1, details: { answer: "已责令支付" } }],
      ["finish", { mover: s1, details: { outcome: "paid", amountFen: 2_300_000, told: "工资已到账" } }],
      ["close", { mover: staff("s2"), details: { solved: true, satisfied: true } }],
      ["reopen", { mover: { actor: "complainant" }, details: { reason: "还差三百" } }],
    ] as const;
    for (const [name, by] of steps) {
      const result = await store().changeMatter(act(await found(store(), reference), name, by));
      expect([name, result.kind]).toEqual([name, "changed"]);
      if (name === "close")
        expect(await found(store(), reference)).toMatchObject({
          state: "closed",
          closedAt: 3_000,
          result: { outcome: "paid", amountFen: 2_300_000 },
        });
    }
    const matter = await found(store(), reference);
    expect(matter).toMatchObject({ reference, state: "waiting", revision: 7 });
    expect([matter.owner, matter.closedAt, matter.result]).toEqual([undefined, undefined, undefined]);
    const events = (await store().wholeMatter(reference))?.events ?? [];
    expect(events.map(({ seq, kind }) => [seq, kind])).toEqual([[1, "filed"], ...steps.map(([name], index) => [index + 2, name])]);
    expect(events[2]).toMatchObject({
      from: "accepted",
      to: "referred",
      mover: s1,
      details: { body: "inspection", reason: "要查工资台账" },
    });
  });

  it("lets a turn change a case only as the turn saw it", async () => {
    const matter = await filed(store());
    const withdraw = act(matter, "withdraw", { mover: { actor: "complainant" } });
    await store().changeMatter(act(matter, "claim", { mover: staff("s1") }));
    const activity = message({ conversationId: "c9" });
    await store().receive(activity);
    const turn = turnOf(activity, { effects: [{ kind: "change-case", change: withdraw }] });
    expect(await store().commitTurn(turn)).toEqual({ kind: "conflict" });
    expect(await store().loadConversation("c9")).toBeUndefined();
    expect(await found(store(), matter.reference)).toMatchObject({ state: "accepted" });
    const anew = act(await found(store(), matter.reference), "withdraw", { mover: { actor: "complainant" } });
    expect((await store().commitTurn({ ...turn, effects: [{ kind: "change-case", change: anew }] })).kind).toBe("committed");
    expect(await found(store(), matter.reference)).toMatchObject({ state: "withdrawn", result: { outcome: "withdrawn" } });
  });
}

async function openAll(store: Ports, tab: Tab, limit: number): Promise<readonly KeptMatter[]> {
  const all: KeptMatter[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listMatters({ tab, staffId: "s1", now: 0, limit, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...page.matters);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

function listing(store: () => Ports): void {
  it("lists each tab as the pure order says, in pages without gaps or repeats", async () => {
    const references: string[] = [];
    for (let index = 0; index < 40; index++) {
      const facts = { people: index % 3 === 0 ? 20 : 1 };
      const dueAt = index % 4 === 0 ? {} : { dueAt: (index % 5) * 86_400_000 };
      const one = filing({ facts, urgent: index % 7 === 0 });
      await store().fileCase({ filing: one, conversationId: `c${index}`, channel: "phone", at: 1_000 + index, ...dueAt });
      references.push(one.reference);
    }
    const s1 = staff("s1");
    for (const [index, reference] of references.entries()) {
      const does = async (name: Parameters<typeof act>[1], details = {}): Promise<void> =>
        void (await store().changeMatter(
          act(await found(store(), reference), name, { mover: index % 2 === 0 ? s1 : staff("s2"), details, now: 5_000 + index }),
        ));
      if (index % 3 === 0) continue;
      await does("claim");
      if (index % 5 === 0) await does("refer", { body: "inspection", reason: "转", told: "已转" });
      if (index % 7 === 1) await does("decline", { declineReason: "not-ours", told: "不归我们" });
    }
    const every = await Promise.all(references.map((reference) => found(store(), reference)));
    const viewer = { staffId: "s1", now: 0 };
    const counts = await store().countMatters({ ...viewer, most: 1_000 });
    for (const tab of Object.keys(TABS) as Tab[]) {
      const expected = every.filter((matter) => inTab(matter, tab, viewer)).toSorted((a, b) => compareIn(tab, a, b));
      expect(expected.length, tab).toBeGreaterThan(0);
      const listed = await openAll(store(), tab, 3);
      expect([tab, listed.map(({ reference }) => reference)]).toEqual([tab, expected.map(({ reference }) => reference)]);
      expect([tab, counts[tab]]).toEqual([tab, expected.length]);
    }
    expect((await store().countMatters({ ...viewer, most: 5 })).all).toBe(5);
    expect((await store().listMatters({ tab: "all", ...viewer, limit: 2, cursor: "'; DROP TABLE matter; --" })).matters).toHaveLength(2);
  });
}

function talking(store: () => Ports): void {
  it("keeps messages once, both ways, and notes where no complainant's view looks", async () => {
    const { reference } = await filed(store());
    const question = { id: "m1", at: 10, from: "complainant", text: "有消息吗😀" } as const;
    await store().addCaseMessage(reference, question);
    await store().addCaseMessage(reference, question);
    await store().addCaseMessage(reference, { id: "m2", at: 11, from: "staff", staffId: "s1", text: "正在联系单位" });
    await store().addNote(reference, { id: "n1", at: 12, staffId: "s1", text: "机密 NOTE" });
    await store().addNote(reference, { id: "n1", at: 12, staffId: "s1", text: "机密 NOTE" });
    const whole = await store().wholeMatter(reference);
    expect(whole?.messages.map(({ id, from, text }) => [id, from, text])).toEqual([
      ["m1", "complainant", "有消息吗😀"],
      ["m2", "staff", "正在联系单位"],
    ]);
    expect(whole?.events.map(({ kind }) => kind)).toEqual(["filed", "message-in", "message-out"]);
    expect(await store().notes(reference)).toEqual([{ id: "n1", at: 12, staffId: "s1", text: "机密 NOTE" }]);
    expect(JSON.stringify(whole)).not.toContain("NOTE");
    await expect(store().addCaseMessage("no-such", { ...question, id: "m9" })).rejects.toThrow();
    const feed = await store().caseEvents(0, 100);
    expect(feed.map(({ kind }) => kind)).toEqual(["filed", "message-in", "message-out"]);
    expect(await store().caseEvents(feed[1]?.position ?? 0, 100)).toHaveLength(1);
  });
}

function photo(change: Partial<NewFile> = {}): NewFile {
  const file = nextId();
  return {
    ...{ file, name: "欠条😀.jpg", contentType: "image/jpeg", bytes: 12, sha256: "ab".repeat(32), at: 7, conversationId: "c1" },
    ...change,
  };
}

function keepingFiles(store: () => Ports): void {
  it("puts what was sent before filing and after it to the case, and shows no file to another's", async () => {
    const before = { name: "工牌.png", contentType: "image/png", bytes: 5, file: nextId(), sha256: "cd".repeat(32) };
    const first = message({ conversationId: "talk", attachments: [before] });
    await store().receive(first);
    const effect = filing();
    await store().commitTurn(turnOf(first, { effects: [effect] }));
    await store().receive(message({ conversationId: "talk", attachments: [{ ...before, file: "later" }] }));
    expect(await store().addEvidence(effect.reference, [photo({ file: "page" })])).toBe(true);
    const whole = await store().wholeMatter(effect.reference);
    expect(whole?.files.map(({ file }) => file)).toEqual([before.file, "later", "page"]);
    expect(whole?.events.map(({ kind }) => kind)).toEqual(["filed", "evidence", "evidence"]);
    const other = await filed(store());
    expect(await store().evidence(effect.reference, "page")).toMatchObject({ name: "欠条😀.jpg", sha256: "ab".repeat(32), at: 7 });
    expect(await store().evidence(other.reference, "page")).toBeUndefined();
    expect(await store().evidence(effect.reference, "'; --")).toBeUndefined();
    expect(await store().addEvidence("no-such", [photo()])).toBe(false);
  });

  it("knows which pictures still need a clean copy, and every name that is in use", async () => {
    const { reference } = await filed(store());
    await store().addEvidence(reference, [
      photo({ file: "a" }),
      photo({ file: "b", contentType: "application/pdf" }),
      photo({ file: "c" }),
    ]);
    expect((await store().filesToClean(10)).map(({ file }) => file)).toEqual(["a", "c"]);
    await store().keepCleanCopy("a", { file: "a-clean", bytes: 3, contentType: "image/jpeg" });
    expect((await store().filesToClean(10)).map(({ file }) => file)).toEqual(["c"]);
    expect((await store().evidence(reference, "a"))?.clean).toEqual({ file: "a-clean", bytes: 3, contentType: "image/jpeg" });
    await store().keepCleanCopy("c", undefined);
    expect(await store().filesToClean(10)).toEqual([]);
    expect(await store().fileNames("", 10)).toEqual(["a", "a-clean", "b", "c"]);
    expect(await store().fileNames("a-clean", 1)).toEqual(["b"]);
  });
}
