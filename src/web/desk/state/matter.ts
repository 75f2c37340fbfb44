import { ref, shallowRef } from "vue";
import { get } from "../ask/ask.js";
import type { Card, Line } from "../ask/shapes.js";
import { takeDrafts } from "./drafts.js";
import { complain } from "./notice.js";

/** What is open, in all three panes. */
export const card = shallowRef<Card>();
export const lines = shallowRef<readonly Line[]>([]);
export const loading = ref(false);

const LINES_A_PAGE = 200;
let wanted: string | undefined;

export async function openMatter(reference: string | undefined): Promise<void> {
  if (wanted === reference && card.value?.reference === reference) return;
  wanted = reference;
  [card.value, lines.value] = [undefined, []];
  if (reference === undefined) return;
  loading.value = true;
  await Promise.all([reloadCard(), fetchLines()]);
  if (wanted === reference) loading.value = false;
}

export async function reloadCard(): Promise<void> {
  const reference = wanted;
  if (reference === undefined) return;
  const asked = await get<Card>(`/matters/${encodeURIComponent(reference)}`);
  if (wanted !== reference) return;
  if (asked.kind === "refused") return complain(asked);
  takeDrafts(asked.value);
  card.value = asked.value;
}

/** What was said since the last line there is. */
export async function fetchLines(): Promise<void> {
  const reference = wanted;
  for (;;) {
    if (reference === undefined || wanted !== reference) return;
    const after = lines.value.at(-1)?.seq ?? 0;
    const asked = await get<{ lines: readonly Line[] }>(`/matters/${encodeURIComponent(reference)}/lines?after=${after}`);
    if (wanted !== reference) return;
    if (asked.kind === "refused") return complain(asked);
    // Two fetches may cross: a line is shown once.
    const known = lines.value.at(-1)?.seq ?? 0;
    lines.value = [...lines.value, ...asked.value.lines.filter(({ seq }) => seq > known)];
    if (asked.value.lines.length < LINES_A_PAGE) return;
  }
}
