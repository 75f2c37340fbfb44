import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TakeTurn } from "../../src/delivery/delivery.js";
import { LIMITS } from "../../src/limits.js";
import type { TranscriptEntry } from "../../src/store/store.js";
import { answersOf, apology, deliver, echo, linesOf, recordingChannel, said } from "./fixtures.js";
import { waiting } from "../store/samples.js";
import { openStore } from "./open-store.js";

describe("receive", { timeout: 30_000 }, () => {
  it("answers each message once, in the order received, though turns take unequally long", async () => {
    const store = await openStore();
    const underWay = new Set<string>();
    const takeTurn: TakeTurn = async (activity, conversation) => {
      expect(underWay.has(activity.conversationId)).toBe(false);
      underWay.add(activity.conversationId);
      await new Promise((resolve) => setTimeout(resolve, activity.text.length % 3 === 0 ? 4 : 0));
      underWay.delete(activity.conversationId);
      return echo(activity, conversation);
    };
    const delivery = deliver(store, { takeTurn });
    const texts = Array.from({ length: 30 }, (_, index) => "问".repeat(index + 1));
    await Promise.all(texts.flatMap((text) => ["c1", "c2"].map((conversationId) => delivery.receive(said(text, { conversationId })))));
    await delivery.drain();
    for (const id of ["c1", "c2"]) expect(await answersOf(store, id)).toEqual(texts.map((text, index) => `${index + 1}：${text}`));
  });

  it("refuses when a conversation has too much waiting, and loses nothing it acknowledged", async () => {
    const store = await openStore();
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const delivery = deliver(store, { takeTurn: (activity, conversation) => gate.then(() => echo(activity, conversation)) });
    const results = await Promise.allSettled(
      Array.from({ length: LIMITS.laneDepthMax + 20 }, (_, index) => delivery.receive(said(String(index)))),
    );
    const refused = results.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(20);
    expect(refused[0]).toMatchObject({ reason: { code: "overloaded", retryable: true } });
    await expect(delivery.receive(said("other", { conversationId: "c2" }))).resolves.toMatchObject({ kind: "new" });
    open();
    await delivery.drain();
    expect(await answersOf(store)).toHaveLength(LIMITS.laneDepthMax);
    await expect(delivery.receive(said("late"))).rejects.toMatchObject({ code: "overloaded" });
  });

  it("tells listeners of every line that is on disk", async () => {
    const store = await openStore();
    const delivery = deliver(store);
    const heard: TranscriptEntry[] = [];
    const stop = delivery.onCommitted((entries) => heard.push(...entries));
    delivery.onCommitted(() => {
      throw new Error("a listener's own fault");
    });
    for (const text of ["一", "二"]) await delivery.receive(said(text));
    await delivery.drain();
    expect(heard.toSorted((a, b) => a.seq - b.seq)).toEqual(await linesOf(store));
    stop();
  });

  it("decides again on what the conversation has become when someone else changed it", async () => {
    const store = await openStore();
    const other = deliver(store);
    let interfered = false;
    const takeTurn: TakeTurn = async (activity, conversation) => {
      if (!interfered) {
        interfered = true;
        await other.receive(said("抢先"));
        await other.drain();
      }
      return echo(activity, conversation);
    };
    const delivery = deliver(store, { takeTurn });
    await delivery.receive(said("在后"));
    await delivery.drain();
    expect(await answersOf(store)).toEqual(["1：抢先", "2：在后"]);
  });
});

describe("a turn that throws", { timeout: 30_000 }, () => {
  it("keeps nothing, is tried again, then parked with one apology; the next message is answered", async () => {
    const store = await openStore();
    const channel = recordingChannel();
    let tries = 0;
    const takeTurn: TakeTurn = (activity, conversation) => {
      if (activity.text !== "毒") return echo(activity, conversation);
      tries += 1;
      throw new TypeError(activity.text);
    };
    const delivery = deliver(store, { takeTurn, channels: [channel] });
    await delivery.resume();
    await Promise.all([delivery.receive(said("毒")), delivery.receive(said("好"))]);
    await expect.poll(() => channel.sent.length, { timeout: 20_000 }).toBe(2);
    await delivery.drain();
    expect(tries).toBe(LIMITS.turnTriesMax);
    expect(await answersOf(store)).toEqual([apology.text, "1：好"]);
    expect(channel.sent.map(({ entry }) => entry.reply?.suggestions[0]?.label)).toEqual(["转人工", undefined]);
    expect(await waiting(store)).toMatchObject([{ about: { kind: "parked", what: "turn", code: "TypeError" } }]);
  });

  it("is answered when a later try succeeds", async () => {
    const store = await openStore();
    let tries = 0;
    const takeTurn: TakeTurn = (activity, conversation) => {
      tries += 1;
      if (tries < LIMITS.turnTriesMax) throw new Error("not yet");
      return echo(activity, conversation);
    };
    const delivery = deliver(store, { takeTurn });
    await delivery.receive(said("问"));
    await expect.poll(() => answersOf(store), { timeout: 20_000 }).toEqual(["1：问"]);
    await delivery.drain();
    expect(await waiting(store)).toEqual([]);
  });
});

const HOSTILE = ["constructor", "__proto__", "9".repeat(40), "👩🏽‍🏭", "转人工", "取消", "", "'; --", "𠮷\u0000"];

describe("any activities, each delivered one to five times, shuffled", { timeout: 30_000 }, () => {
  it("are answered once each, in the order their lines were kept", async () => {
    const store = await openStore();
    let run = 0;
    const one = fc.record({
      text: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme" })),
      conversation: fc.integer({ min: 0, max: 3 }),
      copies: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), async (messages, order) => {
        run += 1;
        const channel = recordingChannel();
        const delivery = deliver(store, { channels: [channel] });
        await delivery.resume();
        const deliveries = messages
          .flatMap(({ text, conversation, copies }, index) =>
            Array.from({ length: copies }, () => ({
              rank: order.next().value as number,
              incoming: said(text, { conversationId: `${run}/${conversation}`, sourceId: `${text}#${index}` }),
            })),
          )
          .toSorted((a, b) => a.rank - b.rank);
        await Promise.all(deliveries.map(({ incoming }) => delivery.receive(incoming)));
        await delivery.drain();
        for (const id of new Set(deliveries.map(({ incoming }) => incoming.conversationId))) {
          const lines = await linesOf(store, id);
          const asked = lines.filter(({ from }) => from === "worker");
          const answers = lines.filter(({ from }) => from === "bot");
          expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
          expect(new Set(asked.map(({ sourceId }) => sourceId))).toEqual(
            new Set(deliveries.filter(({ incoming }) => incoming.conversationId === id).map(({ incoming }) => incoming.sourceId)),
          );
          expect(answers.map(({ replyTo }) => replyTo)).toEqual(asked.map((line) => line.id));
          expect(answers.map(({ text }) => text)).toEqual(asked.map(({ text }, index) => `${index + 1}：${text}`));
          const sent = channel.sent.filter(({ conversationId }) => conversationId === id);
          expect(sent.map((item) => item.id)).toEqual(answers.map((line) => line.id));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
