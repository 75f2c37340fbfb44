import { shallowRef } from "vue";
import { get, post } from "../ask/ask.js";
import type { Me } from "../ask/shapes.js";

/** `unknown`: not asked yet. `setup`: nobody is on the list, the code of the first start is wanted. */
export type Door = "unknown" | "setup" | "sign-in" | "in" | "offline";

export const me = shallowRef<Me>();
export const door = shallowRef<Door>("unknown");

export function can(right: string): boolean {
  return me.value?.rights.includes(right) ?? false;
}

export async function openDoor(): Promise<void> {
  const asked = await get<Me>("/me");
  if (asked.kind === "ok") return enter(asked.value);
  if (asked.code === "offline") return void (door.value = "offline");
  const setup = await get<{ open: boolean }>("/setup");
  door.value = setup.kind === "ok" && setup.value.open ? "setup" : "sign-in";
}

export function enter(who: Me): void {
  me.value = who;
  door.value = "in";
}

export function signedOut(): void {
  me.value = undefined;
  door.value = "sign-in";
}

export async function signOut(): Promise<void> {
  await post("/sign-out");
  signedOut();
}
