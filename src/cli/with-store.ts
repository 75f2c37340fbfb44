import { OutsideError } from "../errors.js";
import { explainStoreError } from "../store/explain.js";
import type { Kept } from "../store/kept.js";
import { openSqlite } from "../store/sqlite/sqlite.js";

/** Work on the data folder while the service stands still; `instead` says what to do when it runs. Throws with the reason. */
export async function withStore(
  { folder, instead }: { readonly folder: string; readonly instead: string },
  work: (store: Kept) => Promise<string>,
): Promise<string> {
  const store = await open(folder, instead);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function open(folder: string, instead: string): Promise<Kept> {
  try {
    return await openSqlite({ folder });
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    if (error.code === "store-locked") throw new Error(`服务正在运行。${instead}`, { cause: error });
    throw new Error(explainStoreError(error, folder), { cause: error });
  }
}
