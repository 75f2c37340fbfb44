import { computed, shallowRef } from "vue";
import { get } from "../ask/ask.js";
import type { Colleague, Present } from "../ask/shapes.js";
import { me } from "./session.js";

export const colleagues = shallowRef<readonly Colleague[]>([]);
/** Who has the desk open now, and what they look at. */
export const present = shallowRef<readonly Present[]>([]);

export const own = computed(() => colleagues.value.find(({ staffId }) => staffId === me.value?.id));

export async function refreshColleagues(): Promise<void> {
  const asked = await get<{ people: readonly Colleague[] }>("/duty");
  if (asked.kind === "ok") colleagues.value = asked.value.people;
}

export function nameOf(staffId: string | undefined): string {
  if (staffId === undefined) return "";
  if (staffId === me.value?.id) return me.value.name;
  return colleagues.value.find((one) => one.staffId === staffId)?.name ?? "同事";
}

/** Others who look at it, each once. */
export function othersAt(reference: string): readonly Present[] {
  const there = present.value.filter((one) => one.reference === reference && one.staffId !== me.value?.id);
  return [...new Map(there.map((one) => [one.staffId, one])).values()];
}
