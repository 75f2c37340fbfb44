import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { act, filing, staff } from "./case-samples.js";
import { makeFolder, removeFolder } from "./temporary-folder.js";

const MATTERS = 10_000;
const TAKERS = 8;

/** The takers go through the queue at once, each in an order of its own. */
it(`gives each of ${MATTERS} matters to exactly one of ${TAKERS} who take them at once, and tells the others who`, async () => {
  const folder = await makeFolder();
  const store = await openSqlite({ folder, deadlineMs: 60_000 });
  const matters = await Promise.all(
    Array.from({ length: MATTERS }, (_, index) =>
      store.fileCase({ filing: filing(), conversationId: `c${index}`, channel: "phone", at: index }),
    ),
  );
  const won = new Map<string, string[]>();
  let lost = 0;
  const told: [string, string | undefined][] = [];
  await Promise.all(
    Array.from({ length: TAKERS }, async (_, taker) => {
      const id = `s${taker}`;
      // A stride of its own through the same queue; 10,000 and these have no common divisor.
      const stride = [1, 3, 7, 9, 11, 13, 17, 19][taker] ?? 1;
      for (let at = 0; at < MATTERS; at += 500) {
        const batch = Array.from({ length: 500 }, (_unused, index) => matters[((at + index) * stride) % MATTERS]);
        await Promise.all(
          batch.map(async (matter) => {
            if (matter === undefined) throw new Error("no matter");
            const result = await store.changeMatter(act(matter, "claim", { mover: staff(id) }));
            if (result.kind === "changed") won.set(matter.reference, [...(won.get(matter.reference) ?? []), id]);
            else lost += 1;
            if (result.kind === "lost") told.push([matter.reference, result.owner]);
          }),
        );
      }
    }),
  );
  expect([...won.values()].filter(({ length }) => length === 1)).toHaveLength(MATTERS);
  expect(lost).toBe(MATTERS * (TAKERS - 1));
  for (const [reference, owner] of told) expect(owner).toBe(won.get(reference)?.[0]);
  const winners = new Set([...won.values()].flat());
  expect(winners.size).toBe(TAKERS);
  await store.close();
  await removeFolder(folder);
}, 180_000);
