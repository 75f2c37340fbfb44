import { describe, expect, it } from "vitest";
import type { TakeTurn } from "../../src/delivery/delivery.js";
import { OutsideError } from "../../src/errors.js";
import type { Store } from "../../src/store/store.js";
import { answersOf, apology, deliver, echo, linesOf, said } from "./fixtures.js";
import { openStore } from "./open-store.js";

/** Notes each call, and in which tick of the event loop it came; `instead` may answer in the store's place. */
function watched(store: Store, instead: (name: string, run: () => Promise<unknown>) => Promise<unknown> = (_, run) => run()) {
  const calls: { readonly name: string; readonly tick: number }[] = [];
  let tick = 0;
  const watching = new Proxy(store, {
    get:
      (target, name: keyof Store) =>
      (...args: never[]) => {
        calls.push({ name, tick });
        setImmediate(() => (tick += 1));
        return instead(name, () => (target[name] as (...args: never[]) => Promise<unknown>)(...args));
      },
  });
  return { store: watching, calls };
}

describe("a message of a conversation at hand", { timeout: 30_000 }, () => {
  it("is given to the store together with its turn", async () => {
    const { store, calls } = watched(await openStore());
    const delivery = deliver(store);
    await delivery.receive(said("一"));
    await expect.poll(() => answersOf(store)).toEqual(["1：一"]);
    calls.length = 0;
    await delivery.receive(said("二"));
    expect(calls.map(({ name }) => name)).toEqual(["receive", "commitTurn"]);
    expect(calls[0]?.tick).toBe(calls[1]?.tick);
    await delivery.drain();
    expect(calls.filter(({ name }) => name === "commitTurn" || name === "loadConversation")).toHaveLength(1);
    expect(await answersOf(store)).toEqual(["1：一", "2：二"]);
  });

  it("is decided again when someone else has changed the conversation", async () => {
    const store = await openStore();
    const [one, other] = [deliver(store), deliver(store)];
    for (const [delivery, text] of [
      [one, "一"],
      [other, "二"],
      [one, "三"],
      [other, "四"],
    ] as const) {
      await delivery.receive(said(text));
      await expect.poll(async () => (await answersOf(store)).at(-1)).toContain(text);
    }
    expect(await answersOf(store)).toEqual(["1：一", "2：二", "3：三", "4：四"]);
    await Promise.all([one.drain(), other.drain()]);
  });

  it("is answered once though it comes twice", async () => {
    const store = await openStore();
    const delivery = deliver(store);
    for (const text of ["一", "二", "二", "一", "三"]) {
      await delivery.receive(said(text));
      await expect.poll(() => store.pendingActivities()).toEqual([]);
    }
    await delivery.drain();
    expect(await answersOf(store)).toEqual(["1：一", "2：二", "3：三"]);
    expect((await linesOf(store)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is tried as often as any other when its turn throws", async () => {
    const store = await openStore();
    let tries = 0;
    const takeTurn: TakeTurn = (activity, conversation) => {
      if (activity.text !== "毒") return echo(activity, conversation);
      tries += 1;
      throw new TypeError(activity.text);
    };
    const delivery = deliver(store, { takeTurn });
    for (const text of ["一", "毒", "二"]) {
      await delivery.receive(said(text));
      await expect.poll(() => store.pendingActivities(), { timeout: 20_000 }).toEqual([]);
    }
    await delivery.drain();
    expect(tries).toBe(5);
    expect(await answersOf(store)).toEqual(["1：一", apology.text, "2：二"]);
  });
});

describe("when the disk's answer to a message is lost", { timeout: 30_000 }, () => {
  it("its reply is told of all the same", async () => {
    let lose = false;
    const { store } = watched(await openStore(), async (name, run) => {
      const value = await run();
      if (lose && name === "receive") throw new OutsideError("store-unavailable", true);
      return value;
    });
    const delivery = deliver(store);
    const heard: string[] = [];
    delivery.onCommitted((entries) => heard.push(...entries.map(({ text }) => text)));
    await delivery.receive(said("一"));
    await expect.poll(() => heard).toEqual(["一", "1：一"]);
    lose = true;
    await expect(delivery.receive(said("二"))).rejects.toMatchObject({ code: "store-unavailable" });
    expect(heard).toEqual(["一", "1：一", "2：二"]);
    lose = false;
    await expect(delivery.receive(said("二"))).resolves.toMatchObject({ kind: "seen", pending: false });
    await delivery.drain();
    expect(await answersOf(store)).toEqual(["1：一", "2：二"]);
  });

  it("and that of its turn too, the turn is taken once", async () => {
    let lose = false;
    const { store } = watched(await openStore(), async (name, run) => {
      const value = await run();
      if (lose && name === "commitTurn") {
        lose = false;
        throw new OutsideError("store-unavailable", true);
      }
      return value;
    });
    const delivery = deliver(store);
    await delivery.receive(said("一"));
    await expect.poll(() => answersOf(store)).toEqual(["1：一"]);
    lose = true;
    await delivery.receive(said("二"));
    await delivery.receive(said("三"));
    await delivery.drain();
    expect(await answersOf(store)).toEqual(["1：一", "2：二", "3：三"]);
  });
});
