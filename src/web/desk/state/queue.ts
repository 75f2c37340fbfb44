import { computed, ref, shallowRef } from "vue";
import type { Tab } from "../../../case/queue-order.js";
import { get, post, type Answer } from "../ask/ask.js";
import type { QueuePage, Row } from "../ask/shapes.js";
import { steady, type ShownRow } from "../queue/steady.js";
import { valueOf } from "./notice.js";

export const tab = ref<Tab>("waiting");
/** What is looked for; while it is not empty the list shows what was found. */
export const words = ref("");
export const counts = shallowRef<QueuePage["counts"]>({});
export const loaded = ref(false);
const fresh = shallowRef<readonly Row[]>([]);
const shown = shallowRef<readonly ShownRow[]>([]);
const pointed = ref(false);
const next = shallowRef<string>();
export const rows = computed(() => shown.value);
export const held = ref(0);
export const hasMore = computed(() => next.value !== undefined);

let asked = 0;
let running = false;
let again = false;

/** Many events at once are one look. */
export async function refreshQueue(): Promise<void> {
  again = true;
  if (running) return;
  running = true;
  while (again) {
    again = false;
    await load();
  }
  running = false;
}

export async function choose(chosen: Tab): Promise<void> {
  tab.value = chosen;
  words.value = "";
  await startOver();
}

export async function search(text: string): Promise<void> {
  words.value = text.trim();
  await startOver();
}

export async function loadMore(): Promise<void> {
  if (next.value === undefined) return;
  const page = valueOf(await askFor(next.value));
  if (page === undefined) return;
  next.value = page.next;
  show([...fresh.value, ...page.matters]);
}

/** The pointer is on the list, or the keyboard is. */
export function point(on: boolean): void {
  pointed.value = on;
  if (!on) show(fresh.value);
}

async function startOver(): Promise<void> {
  asked += 1;
  [pointed.value, loaded.value, next.value] = [false, false, undefined];
  show([]);
  await refreshQueue();
}

async function load(): Promise<void> {
  const mine = asked;
  const page = valueOf(await askFor(undefined));
  if (mine !== asked) return void (again = true);
  loaded.value = true;
  if (page === undefined) return;
  if (page.counts !== undefined) counts.value = page.counts;
  next.value = page.next;
  show(page.matters);
}

interface Page extends Pick<QueuePage, "matters" | "next"> {
  readonly counts?: QueuePage["counts"];
}

async function askFor(cursor: string | undefined): Promise<Answer<Page>> {
  if (words.value === "") {
    const from = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    return get<QueuePage>(`/queue?tab=${tab.value}${from}`);
  }
  const before = cursor === undefined ? {} : { before: Number(cursor) };
  const found = await post<{ matters: readonly Row[]; next?: number }>("/search", { words: words.value, ...before });
  if (found.kind === "refused") return found;
  const { matters, next: more } = found.value;
  return { kind: "ok", value: { matters, ...(more === undefined ? {} : { next: String(more) }) } };
}

function show(list: readonly Row[]): void {
  fresh.value = list;
  const now = steady(shown.value, list, pointed.value);
  shown.value = now.rows;
  held.value = now.held;
}
