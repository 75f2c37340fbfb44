import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { endOfDay } from "../../src/case/clock.js";
import { Clockwork } from "../../src/desk/clockwork.js";
import { createLog } from "../../src/log.js";
import type { Kept } from "../../src/store/kept.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { act, filing, found, staff } from "../store/case-samples.js";
import { makeFolder, removeFolder } from "../store/temporary-folder.js";

// A Monday; Saturday and Sunday are free, and of 2027 nothing is known.
const MONDAY = endOfDay("2026-03-02");
const DAY = 86_400_000;
const calendar = {
  isWorkday: (day: string) => (day.startsWith("2027") ? undefined : ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())),
};

let folder: string;
let store: Kept;
let now: number;
let changed = 0;
beforeAll(async () => {
  folder = await makeFolder();
  store = await openSqlite({ folder });
});
afterAll(async () => {
  await store.close();
  await removeFolder(folder);
});
beforeEach(() => (now = MONDAY));

function clockwork(): Clockwork {
  return new Clockwork({ store, calendar, clock: () => now, log: createLog(() => undefined), changed: () => (changed += 1) });
}

/** One who looks and goes, as after a restart. */
async function look(): Promise<void> {
  const one = clockwork();
  await one.look();
  await one.stop();
}

async function fileDue(dueAt: number): Promise<string> {
  const one = filing();
  await store.fileCase({ filing: one, conversationId: `c-${one.reference}`, channel: "phone", at: dueAt - 3 * DAY, dueAt });
  return one.reference;
}

async function toldOf(reference: string): Promise<readonly string[]> {
  return (await store.wholeMatter(reference))?.events.map(({ kind }) => kind) ?? [];
}

it("reminds once when the time has passed, however often one looks and whoever looks at once", async () => {
  const reference = await fileDue(MONDAY);
  await look();
  expect(await toldOf(reference)).toEqual(["filed"]);
  now = MONDAY + 1;
  const before = changed;
  await Promise.all([look(), look(), look()]);
  await look();
  expect(await toldOf(reference)).toEqual(["filed", "reminded"]);
  expect(changed).toBe(before + 1);
});

it("tells 主任 when a further working day has passed, not over a week's end", async () => {
  const reference = await fileDue(endOfDay("2026-03-06"));
  now = endOfDay("2026-03-08") + 1;
  await look();
  await look();
  expect(await toldOf(reference)).toEqual(["filed", "reminded"]);
  expect((await found(store, reference)).escalated).toBeUndefined();
  now = endOfDay("2026-03-09") + 1;
  await look();
  expect(await toldOf(reference)).toEqual(["filed", "reminded", "escalated"]);
  expect((await found(store, reference)).escalated).toBe(true);
});

it("tells 主任 of a second missed time at once", async () => {
  const reference = await fileDue(MONDAY);
  now = MONDAY + 1;
  await look();
  const change = act(await found(store, reference), "claim", { mover: staff("s1"), now });
  await store.changeMatter({ ...change, dueAt: MONDAY + DAY });
  now = MONDAY + DAY + 1;
  await look();
  expect(await toldOf(reference)).toEqual(["filed", "reminded", "claim", "reminded", "escalated"]);
});

it("lets whoever asks first of an ended matter be, and counts no day of an unknown year", async () => {
  const [ended, unknown] = [await fileDue(MONDAY), await fileDue(endOfDay("2026-12-31"))];
  const withdraw = act(await found(store, ended), "withdraw", { mover: { actor: "complainant" }, now });
  await store.changeMatter(withdraw);
  now = endOfDay("2027-03-01");
  await look();
  await look();
  expect(await toldOf(ended)).toEqual(["filed", "withdraw"]);
  expect(await toldOf(unknown)).toEqual(["filed", "reminded"]);
});
