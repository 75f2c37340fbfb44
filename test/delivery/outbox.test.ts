import { describe, expect, it } from "vitest";
import { OutsideError } from "../../src/errors.js";
import { LIMITS } from "../../src/limits.js";
import type { OutboxItem } from "../../src/store/store.js";
import { answersOf, deliver, recordingChannel, said } from "./fixtures.js";
import { waiting } from "../store/samples.js";
import { openStore } from "./open-store.js";

const FAR = Number.MAX_SAFE_INTEGER;

describe("outbox", { timeout: 30_000 }, () => {
  it("tries again with the same key until the platform takes it, in order, without holding up others", async () => {
    const store = await openStore();
    const tries = new Map<string, number>();
    const channel = recordingChannel(({ id, conversationId }: OutboxItem) => {
      tries.set(id, (tries.get(id) ?? 0) + 1);
      if (conversationId === "c1" && (tries.get(id) ?? 0) < 4) throw new OutsideError("channel-unavailable", true);
    });
    const delivery = deliver(store, { channels: [channel] });
    await delivery.resume();
    for (const text of ["一", "二", "三"]) await delivery.receive(said(text));
    await delivery.receive(said("别人", { conversationId: "c2" }));
    await expect.poll(() => channel.sent.length, { timeout: 20_000 }).toBe(4);
    await delivery.drain();
    expect(channel.sent[0]?.conversationId).toBe("c2");
    expect(channel.sent.slice(1).map(({ entry }) => entry.text)).toEqual(["1：一", "2：二", "3：三"]);
    expect([...tries.values()].toSorted()).toEqual([1, 4, 4, 4]);
    expect(await store.outboxDue(FAR, 10)).toEqual([]);
  });

  it("parks what fails its last try and goes on with the next line", async () => {
    const store = await openStore();
    let tries = 0;
    const channel = recordingChannel(({ entry }) => {
      if (entry.text !== "1：一") return;
      tries += 1;
      throw tries % 2 === 0 ? new Error("a fault of the channel's own") : new OutsideError("channel-unavailable", true);
    });
    const delivery = deliver(store, { channels: [channel], retryFirstMs: 1 });
    await delivery.resume();
    for (const text of ["一", "二"]) await delivery.receive(said(text));
    await expect.poll(() => channel.sent.length, { timeout: 20_000 }).toBe(1);
    await delivery.drain();
    expect(tries).toBe(LIMITS.outboxTriesMax);
    expect(channel.sent.map(({ entry }) => entry.text)).toEqual(["2：二"]);
    expect(await waiting(store)).toMatchObject([{ about: { kind: "parked", what: "reply", code: "fault" } }]);
  });

  it("parks at once what the platform will never take, and what has no channel only after its tries", async () => {
    const store = await openStore();
    const channel = recordingChannel(() => Promise.reject(new OutsideError("channel-refused", false)));
    const delivery = deliver(store, { channels: [channel] });
    await delivery.resume();
    await delivery.receive(said("一"));
    await delivery.receive(said("二", { channel: "wecom-app", conversationId: "c2" }));
    await expect.poll(async () => (await waiting(store)).length, { timeout: 20_000 }).toBe(2);
    await delivery.drain();
    expect((await waiting(store)).map(({ about }) => about)).toEqual([
      { kind: "parked", what: "reply", code: "channel-refused" },
      { kind: "parked", what: "reply", code: "channel-unavailable" },
    ]);
  });

  it("sends nothing where people fetch for themselves", async () => {
    const store = await openStore();
    const channel = recordingChannel();
    const delivery = deliver(store, { channels: [channel] });
    await delivery.receive(said("问", { channel: "webchat" }));
    await delivery.drain();
    expect(await answersOf(store)).toEqual(["1：问"]);
    expect(await store.outboxDue(FAR, 10)).toEqual([]);
  });

  it("sends after a restart what was committed before it", async () => {
    const store = await openStore();
    await deliver(store).receive(said("问"));
    await expect.poll(() => answersOf(store), { timeout: 20_000 }).toEqual(["1：问"]);
    const channel = recordingChannel();
    const later = deliver(store, { channels: [channel] });
    await later.resume();
    await later.drain();
    expect(channel.sent.map(({ entry }) => entry.text)).toEqual(["1：问"]);
  });
});
