import fc from "fast-check";
import { expect, test } from "vitest";
import { Feed } from "../../../src/channel/webchat/feed.js";
import { OutsideError } from "../../../src/errors.js";
import { silentLog } from "../../../src/log.js";
import type { TranscriptEntry } from "../../../src/store/store.js";

function line(seq: number): TranscriptEntry {
  return { seq, id: `line-${seq}`, conversationId: "c", at: 0, from: "worker", fromId: "w", text: String(seq), attachments: [] };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("every line once and in order, however the news of them comes", async () => {
  const order = fc.array(fc.nat(30), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(order, fc.nat(10), fc.nat(12), async (picks, after, already) => {
      const kept = Array.from({ length: already }, (_, index) => line(index + 1));
      const got: number[] = [];
      const feed = new Feed({
        conversationId: "c",
        after,
        log: silentLog,
        closed: new AbortController().signal,
        store: {
          async transcript(_id, from, limit) {
            // What was read is old news by the time it is here.
            const page = kept.filter(({ seq }) => seq > from).slice(0, Math.min(limit, 3));
            await soon();
            return page;
          },
        },
        async push({ activities }) {
          got.push(...activities.map(({ text }) => Number(text)));
          await soon();
          return true;
        },
      });
      const caughtUp = feed.catchUp();
      const untold: TranscriptEntry[] = [];
      for (const pick of picks) {
        const next = line(kept.length + 1);
        kept.push(next);
        untold.push(next);
        // News overtakes news, and some of it is told twice.
        const told = untold[pick % untold.length];
        if (told !== undefined) feed.offer(pick % 3 === 0 ? [told, told] : [told]);
        // Now and then there is time to catch up, so that the next news is pushed and not fetched.
        for (let turns = 0; turns < pick % 8; turns += 1) await soon();
      }
      feed.offer([line(kept.length)]);
      await caughtUp;
      for (let turns = 0; turns < 200; turns += 1) await soon();
      expect(got).toEqual(kept.map(({ seq }) => seq).filter((seq) => seq > after));
    }),
    { numRuns: 300 },
  );
});

test("when the disk will not, it is tried again", async () => {
  let failures = 1;
  const got: string[] = [];
  const feed = new Feed({
    conversationId: "c",
    after: 0,
    log: silentLog,
    closed: new AbortController().signal,
    store: {
      transcript(_id, from) {
        if (failures-- > 0) return Promise.reject(new OutsideError("store-unavailable", true));
        return Promise.resolve(from === 0 ? [line(1)] : []);
      },
    },
    push({ activities }) {
      got.push(...activities.map(({ text }) => text));
      return Promise.resolve(true);
    },
  });
  await feed.catchUp();
  expect(got).toEqual(["1"]);
});
