import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reply } from "../../src/conversation/activity.js";
import { newConversation } from "../../src/conversation/conversation.js";
import type { Ports as Store } from "../../src/store/kept.js";
import { answered, apology, failureOf, message, nextId, turnOf, waiting } from "./samples.js";

/** Somewhere to keep things: empty at first, and still there when opened again. */
export interface StorePlace {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** What every implementation of Store promises. */
export function storeContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} keeps the store's promises`, { timeout: 30_000 }, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const reopen = async (): Promise<void> => {
      await store.close();
      store = await place.open();
    };
    const at = (): Store => store;

    receiving(at);
    committing(at);
    failing(at);
    sending(at);
    waitingForPeople(at);
    keeping(at, reopen);
    countingQuiz(at, reopen);
  });
}

function receiving(store: () => Store): void {
  it("records the same source once, however it arrives", async () => {
    const first = message({ sourceId: "s1" });
    expect(await store().receive(first)).toEqual({ kind: "new", id: first.id, seq: 1 });
    expect(await store().receive(message({ sourceId: "s1" }))).toEqual({ kind: "seen", id: first.id, seq: 1, pending: true });
    const together = await Promise.all(Array.from({ length: 20 }, () => store().receive(message({ sourceId: "s2" }))));
    expect(together.filter(({ kind }) => kind === "new")).toHaveLength(1);
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
    expect(await store().transcript("c1", 0, 100)).toHaveLength(2);
  });

  it("tells the same source id in another conversation or channel apart", async () => {
    const kinds = await Promise.all([
      store().receive(message({ sourceId: "s1" })),
      store().receive(message({ sourceId: "s1", conversationId: "c2" })),
      store().receive(message({ sourceId: "s1", channel: "webchat" })),
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(["new", "new", "new"]);
  });

  it("numbers lines without gaps when all come at once", async () => {
    const conversations = ["c1", "c2", "c3"];
    const activities = Array.from({ length: 300 }, (_, index) => message({ conversationId: conversations[index % 3] ?? "c1" }));
    await Promise.all(activities.map((one) => store().receive(one)));
    for (const id of conversations) {
      const lines = await store().transcript(id, 0, 1_000);
      expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect(lines.map((line) => line.id)).toEqual(activities.filter((one) => one.conversationId === id).map((one) => one.id));
    }
  });

  it("gives an arrival no line of its own", async () => {
    expect(await store().receive(message({ kind: "arrive", text: "" }))).toMatchObject({ kind: "new", seq: 0 });
    expect(await store().receive(message())).toMatchObject({ seq: 1 });
    expect(await store().receive(message({ kind: "arrive", text: "" }))).toMatchObject({ seq: 1 });
    expect(await store().transcript("c1", 0, 10)).toHaveLength(1);
  });

  it("keeps text exactly: Chinese, emoji, four-byte characters, NUL, quotes, hostile words", async () => {
    const texts = [
      "两万三",
      "👩🏽‍🏭🀄",
      "𠮷野家𪚥",
      "a\u0000b",
      "'; DROP TABLE activity; --",
      "__proto__",
      "constructor",
      "9".repeat(40),
      "\r\n\t ",
      "字".repeat(5_000),
    ];
    for (const text of texts) await store().receive(message({ text, sourceId: text, from: { role: "worker", id: text } }));
    const lines = await store().transcript("c1", 0, 100);
    expect(lines.map(({ text, sourceId, fromId }) => [text, sourceId, fromId])).toEqual(texts.map((text) => [text, text, text]));
  });

  it("lists what is pending, oldest first and whole", async () => {
    const attachments = [{ name: "欠条😀.jpg", contentType: "image/jpeg", bytes: 12 }];
    const activities = [message({ at: 9 }), message({ at: 5, conversationId: "c2", attachments }), message({ kind: "arrive", text: "" })];
    for (const one of activities) await store().receive(one);
    expect(await store().pendingActivities()).toEqual(activities.map((activity) => ({ activity, seq: 1 })));
  });
}

function committing(store: () => Store): void {
  it("keeps a turn whole: conversation, lines, outbox, inbox, activity done", async () => {
    const activity = message();
    await store().receive(activity);
    const said = reply("可以。", ["转人工"]);
    const conversation = { ...newConversation("c1", "wecom-kf"), turns: 1, topic: "wages" };
    const turn = turnOf(activity, {
      conversation,
      replies: [
        { id: "r1", reply: said },
        { id: "r2", reply: reply("还有别的吗？") },
      ],
      effects: [{ kind: "request-handoff", reference: "ABCD-EFGH", reason: "asked", urgent: true }],
    });
    const committed = await store().commitTurn(turn);
    const bot = { conversationId: "c1", at: 2_000, from: "bot", fromId: "bot", attachments: [], replyTo: activity.id };
    const entries = [
      { ...bot, seq: 2, id: "r1", text: "可以。", reply: said },
      { ...bot, seq: 3, id: "r2", text: "还有别的吗？", reply: reply("还有别的吗？") },
    ];
    expect(committed).toEqual({ kind: "committed", entries });
    expect(await store().loadConversation("c1")).toEqual({ conversation, revision: 1 });
    expect(await store().transcript("c1", 1, 10)).toEqual(entries);
    expect((await store().outboxDue(9_999, 10)).map(({ id, channel, tries }) => [id, channel, tries])).toEqual([
      ["r1", "wecom-kf", 0],
      ["r2", "wecom-kf", 0],
    ]);
    expect(await waiting(store())).toEqual([
      {
        ...{ reference: "ABCD-EFGH", state: "waiting", risk: 3, revision: 1, pauses: [], openedAt: 2_000, clockFrom: 2_000 },
        ...{ conversationId: "c1", channel: "wecom-kf", about: { kind: "handoff", reason: "asked" } },
      },
    ]);
    expect(await store().pendingActivities()).toEqual([]);
    expect(await store().receive(message({ sourceId: activity.sourceId }))).toMatchObject({ kind: "seen", pending: false });
  });

  it("refuses a turn decided on an older revision and keeps nothing of it", async () => {
    await answered(store());
    const [one, two] = [message(), message()];
    await store().receive(one);
    await store().receive(two);
    const kinds = await Promise.all([one, two].map((activity) => store().commitTurn(turnOf(activity, { revision: 1 }))));
    expect(kinds.map(({ kind }) => kind)).toEqual(["committed", "conflict"]);
    expect((await store().commitTurn(turnOf(two, { revision: 0 }))).kind).toBe("conflict");
    expect((await store().commitTurn(turnOf(two, { revision: 3 }))).kind).toBe("conflict");
    expect((await store().pendingActivities()).map(({ activity }) => activity.id)).toEqual([two.id]);
    expect((await store().loadConversation("c1"))?.revision).toBe(2);
    expect((await store().commitTurn(turnOf(two, { revision: 2 }))).kind).toBe("committed");
    expect((await store().transcript("c1", 0, 100)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("answers a turn taken again with the lines kept then", async () => {
    const activity = message();
    const turn = await answered(store(), activity);
    const again = await store().commitTurn(turnOf(activity, { revision: 1 }));
    expect(again).toMatchObject({ kind: "done", entries: [{ id: turn.replies[0]?.id, seq: 2 }] });
    expect(await store().transcript("c1", 0, 100)).toHaveLength(2);
    expect((await store().loadConversation("c1"))?.revision).toBe(1);
  });

  it("keeps all of a turn or nothing, and the others in the same commit", async () => {
    const [bad, good] = [message(), message({ conversationId: "c2" })];
    await Promise.all([store().receive(bad), store().receive(good)]);
    const inbox = { kind: "request-handoff", reference: "SAME-SAME", reason: "asked", urgent: false } as const;
    const results = await Promise.allSettled([
      // The second reference breaks a rule after everything else has been written.
      store().commitTurn(turnOf(bad, { effects: [inbox, inbox] })),
      store().commitTurn(turnOf(good)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(await store().loadConversation("c1")).toBeUndefined();
    expect(await store().transcript("c1", 0, 10)).toHaveLength(1);
    expect(await waiting(store())).toEqual([]);
    expect((await store().outboxDue(9_999, 10)).map(({ conversationId }) => conversationId)).toEqual(["c2"]);
    expect((await store().pendingActivities()).map(({ activity }) => activity.id)).toEqual([bad.id]);
  });

  it("refuses a value that cannot be kept without harming its neighbours", async () => {
    const [bad, good] = [message(), message({ conversationId: "c2" })];
    await Promise.all([store().receive(bad), store().receive(good)]);
    const conversation = { ...newConversation("c1", "wecom-kf"), oops: () => 1 };
    const results = await Promise.allSettled([store().commitTurn(turnOf(bad, { conversation })), store().commitTurn(turnOf(good))]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });

  it("puts nothing in the outbox where people fetch for themselves", async () => {
    const activity = message({ channel: "webchat" });
    await store().receive(activity);
    await store().commitTurn(turnOf(activity, { send: false }));
    expect(await store().outboxDue(9_999, 10)).toEqual([]);
  });
}

function countingQuiz(store: () => Store, reopen: () => Promise<void>): void {
  const always = { from: "0000-01-01", until: "9999-12-31" };
  const day = Date.parse("2026-03-02T09:00:00+08:00");

  it("counts answers to quiz questions by day, once for each turn, the least understood first", async () => {
    const given = [
      ["overtime-rate", true, day],
      ["overtime-rate", true, day],
      ["overtime-rate", false, day + 86_400_000],
      ["weekly-rest", false, day],
    ] as const;
    for (const [question, right, at] of given) {
      const activity = message();
      await store().receive(activity);
      const { revision = 0 } = (await store().loadConversation("c1")) ?? {};
      const turn = turnOf(activity, { revision, at, effects: [{ kind: "quiz-result", question, topic: "hours", right }] });
      await store().commitTurn(turn);
      // The same turn once more, as after a crash.
      await store().commitTurn(turn);
    }
    await reopen();
    expect(await store().quizResults(always)).toEqual([
      { topic: "hours", question: "weekly-rest", answered: 1, right: 0 },
      { topic: "hours", question: "overtime-rate", answered: 3, right: 2 },
    ]);
    expect(await store().quizResults({ from: "2026-03-03", until: "2026-03-03" })).toEqual([
      { topic: "hours", question: "overtime-rate", answered: 1, right: 0 },
    ]);
  });
}

function failing(store: () => Store): void {
  it("parks an activity after its last try and apologises in the same act", async () => {
    const activity = message();
    await store().receive(activity);
    expect(await store().noteFailure(failureOf(activity))).toEqual({ kind: "noted", tries: 1 });
    expect(await store().pendingActivities()).toHaveLength(1);
    const parked = await store().noteFailure(failureOf(activity, { apology: { id: "a1", reply: apology } }));
    expect(parked).toMatchObject({ kind: "parked", entries: [{ id: "a1", seq: 2, text: apology.text, replyTo: activity.id }] });
    expect(await store().pendingActivities()).toEqual([]);
    expect(await waiting(store())).toMatchObject([
      { reference: activity.id, openedAt: 3_000, about: { kind: "parked", what: "turn", code: "TypeError" } },
    ]);
    expect((await store().outboxDue(9_999, 10)).map(({ id }) => id)).toEqual(["a1"]);
    expect(await store().noteFailure(failureOf(activity))).toEqual(parked);
    expect((await store().commitTurn(turnOf(activity))).kind).toBe("done");
    expect(await store().transcript("c1", 0, 10)).toHaveLength(2);
  });
}

function sending(store: () => Store): void {
  it("holds a conversation's later lines back while an earlier one waits, and nobody else's", async () => {
    const first = await answered(store());
    const activity = message();
    await store().receive(activity);
    await store().commitTurn(turnOf(activity, { revision: 1 }));
    const other = await answered(store(), message({ conversationId: "c2" }));
    const [id, otherId] = [first.replies[0]?.id ?? "", other.replies[0]?.id ?? ""];
    await store().outboxFailed({ id, code: "channel-unavailable", at: 3_000, retryAt: 5_000 });
    expect((await store().outboxDue(4_999, 10)).map((item) => item.id)).toEqual([otherId]);
    expect((await store().outboxDue(5_000, 10)).map((item) => [item.conversationId, item.tries])).toEqual([
      ["c1", 1],
      ["c1", 0],
      ["c2", 0],
    ]);
    expect(await store().outboxDue(5_000, 1)).toHaveLength(1);
    expect(await store().outboxDue(1_999, 10)).toEqual([]);
  });

  it("forgets what was sent and shows people what could not be", async () => {
    const activity = message();
    await store().receive(activity);
    await store().commitTurn(
      turnOf(activity, {
        replies: [
          { id: "r1", reply: reply("一") },
          { id: "r2", reply: reply("二") },
        ],
      }),
    );
    await store().outboxFailed({ id: "r1", code: "channel-refused", at: 3_000 });
    await store().outboxFailed({ id: "r1", code: "channel-refused", at: 3_000 });
    expect((await store().outboxDue(9_999, 10)).map(({ id }) => id)).toEqual(["r2"]);
    await store().outboxSent("r2");
    await store().outboxSent("r2");
    await store().outboxFailed({ id: "r2", code: "channel-refused", at: 3_000 });
    expect(await store().outboxDue(9_999, 10)).toEqual([]);
    expect(await waiting(store())).toMatchObject([{ reference: "r1", about: { kind: "parked", what: "reply", code: "channel-refused" } }]);
  });
}

function waitingForPeople(store: () => Store): void {
  it("keeps requests, messages and questions; urgent ones first", async () => {
    const activity = message();
    await store().receive(activity);
    const dialog = { dialog: "leave-message", version: 1, answers: [{ step: "text", value: "请回电", from: "u1" }] };
    await store().commitTurn(
      turnOf(activity, {
        effects: [
          { kind: "record-question", why: "not-understood", text: "俺那个钱咋整", near: ["wages-late"] },
          { kind: "record-question", why: "not-understood", text: "第二问", near: [] },
          { kind: "leave-message", reference: "AAAA-CCCC", dialog },
          { kind: "request-handoff", reference: "DDDD-EEEE", reason: "danger", urgent: true },
        ],
      }),
    );
    const questions = await store().openQuestions(10);
    expect(questions.map(({ about }) => about)).toEqual([
      { why: "not-understood", text: "俺那个钱咋整", near: ["wages-late"] },
      { why: "not-understood", text: "第二问", near: [] },
    ]);
    expect(await store().openQuestions(1)).toHaveLength(1);
    expect(await waiting(store())).toMatchObject([
      { reference: "DDDD-EEEE", about: { kind: "handoff", reason: "danger" } },
      { reference: "AAAA-CCCC", about: { kind: "message", dialog } },
    ]);
    expect(await waiting(store(), 1)).toHaveLength(1);
  });
}

function keeping(store: () => Store, reopen: () => Promise<void>): void {
  it("gives the transcript in pages", async () => {
    for (let index = 0; index < 7; index++) await store().receive(message());
    expect((await store().transcript("c1", 2, 3)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(await store().transcript("c1", 7, 3)).toEqual([]);
    expect(await store().transcript("no-such", 0, 3)).toEqual([]);
  });

  it("holds the same after it was closed and opened again", async () => {
    await answered(store());
    const asked = message({ text: "𠮷😀" });
    await store().receive(asked);
    const look = async (): Promise<unknown> => [
      await store().transcript("c1", 0, 100),
      await store().loadConversation("c1"),
      await store().pendingActivities(),
      await store().outboxDue(9_999, 100),
      await waiting(store()),
      await store().openQuestions(100),
    ];
    const before = await look();
    await reopen();
    expect(await look()).toEqual(before);
    expect(await store().receive(message({ sourceId: asked.sourceId }))).toMatchObject({ kind: "seen", id: asked.id, seq: 3 });
    expect(await store().receive(message({ id: nextId() }))).toMatchObject({ kind: "new", seq: 4 });
  });

  it("says that it is ready", async () => {
    await expect(store().ping()).resolves.toBeUndefined();
  });

  it("refuses at once when closed", async () => {
    const closed = store();
    await reopen();
    await expect(closed.ping()).rejects.toMatchObject({ code: "store-unavailable" });
  });
}
