import { describe, expect, it } from "vitest";
import { OutsideError } from "../../src/errors.js";
import type { Store } from "../../src/store/store.js";
import { answersOf, deliver, linesOf, recordingChannel, said } from "./fixtures.js";
import { waiting } from "../store/samples.js";
import { openStore } from "./open-store.js";

const TEXTS = ["一", "二", "三"];
const ANSWERS = ["1：一", "2：二", "3：三"];

type When = "before" | "after";

/** A process that dies at its n-th step: that call, and everything after it, never answers. */
function dyingStore(store: Store, step: number, when: When): { store: Store; died: Promise<void>; steps: () => number } {
  let count = 0;
  let die = (): void => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => {});
  const dying = new Proxy(store, {
    get:
      (target, name: keyof Store) =>
      async (...args: never[]) => {
        count += 1;
        const run = (): Promise<unknown> => (target[name] as (...args: never[]) => Promise<unknown>)(...args);
        if (count < step) return run();
        if (count === step && when === "after") await run();
        die();
        return never;
      },
  });
  return { store: dying, died, steps: () => count };
}

/** Refuses its n-th call, or does it and then says that it has not. */
function failingStore(store: Store, step: number, when: When): Store {
  let count = 0;
  return new Proxy(store, {
    get:
      (target, name: keyof Store) =>
      async (...args: never[]) => {
        count += 1;
        const run = (): Promise<unknown> => (target[name] as (...args: never[]) => Promise<unknown>)(...args);
        if (count !== step) return run();
        if (when === "after") await run();
        throw new OutsideError("store-unavailable", true);
      },
  });
}

const STEPS = 24;

describe.each<When>(["before", "after"])("dying just %s any step", (when) => {
  it("and starting again equals not having died", async () => {
    const store = await openStore();
    let deaths = 0;
    for (let step = 1; step <= STEPS; step++) {
      const conversationId = `${when}-${step}`;
      const channel = recordingChannel();
      const dying = dyingStore(store, step, when);
      const first = deliver(dying.store, { channels: [channel] });
      const life = (async () => {
        await first.resume();
        for (const text of TEXTS) await first.receive(said(text, { conversationId }));
        await first.drain();
      })();
      await Promise.race([life, dying.died.then(() => (deaths += 1))]);

      const second = deliver(store, { channels: [channel] });
      await second.resume();
      // Whoever had no answer sends again.
      for (const text of TEXTS) await second.receive(said(text, { conversationId }));
      await second.drain();
      expect(await answersOf(store, conversationId)).toEqual(ANSWERS);
      expect((await linesOf(store, conversationId)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(channel.sent.map(({ entry }) => entry.text)).toEqual(ANSWERS);
    }
    expect(deaths).toBeGreaterThan(12);
    expect(await waiting(store)).toEqual([]);
  }, 60_000);
});

describe.each<When>(["before", "after"])("a disk that refuses just %s any step", (when) => {
  it("delays and loses nothing, and the sender who tries again is not doubled", async () => {
    const store = await openStore();
    for (let step = 1; step <= STEPS; step++) {
      const conversationId = `${when}-${step}`;
      const channel = recordingChannel();
      const delivery = deliver(failingStore(store, step, when), { channels: [channel] });
      await delivery.resume().catch(() => delivery.resume());
      for (const text of TEXTS) {
        const incoming = said(text, { conversationId });
        await delivery.receive(incoming).catch(() => delivery.receive(incoming));
      }
      await expect.poll(() => answersOf(store, conversationId), { timeout: 20_000 }).toHaveLength(3);
      await delivery.drain();
      const rest = deliver(store, { channels: [channel] });
      await rest.resume();
      await rest.drain();
      const kept = await linesOf(store, conversationId);
      expect(kept.filter(({ from }) => from === "worker").map(({ text }) => text)).toEqual(TEXTS);
      expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(channel.sent.map(({ id }) => id)).toEqual(kept.filter(({ from }) => from === "bot").map(({ id }) => id));
    }
  }, 120_000);
});

describe("a message whose acknowledgement was lost", { timeout: 30_000 }, () => {
  it("is answered although nobody sends it again", async () => {
    const store = await openStore();
    const delivery = deliver(failingStore(store, 1, "after"));
    await expect(delivery.receive(said("一"))).rejects.toMatchObject({ code: "store-unavailable" });
    await expect.poll(() => answersOf(store), { timeout: 20_000 }).toEqual(["1：一"]);
    await delivery.drain();
  });
});
