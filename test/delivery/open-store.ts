import { afterEach } from "vitest";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import type { Ports } from "../../src/store/kept.js";
import { makeFolder, removeFolder } from "../store/temporary-folder.js";

/** A store on a folder of its own, closed and removed after the test. */
export async function openStore(): Promise<Ports> {
  const folder = await makeFolder();
  const store = await openSqlite({ folder });
  ends.push(async () => {
    await store.close();
    await removeFolder(folder);
  });
  return store;
}

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
