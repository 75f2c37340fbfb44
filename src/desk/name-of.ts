import type { Desk } from "./desk.js";

/** What colleagues and callers call somebody on staff. */
export async function nameOf({ store }: Pick<Desk, "store">, staffId: string): Promise<string> {
  return (await store.staffSecrets({ id: staffId }))?.member.name ?? "同事";
}
