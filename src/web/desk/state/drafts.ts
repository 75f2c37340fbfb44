import { reactive } from "vue";
import { post } from "../ask/ask.js";
import type { Card, Voice } from "../ask/shapes.js";

const SAVE_AFTER_MS = 900;

/** By matter and voice, so that a reply and a note never share a text. */
const texts = reactive(new Map<string, string>());
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function draftOf(reference: string, voice: Voice): string {
  return texts.get(`${voice}/${reference}`) ?? "";
}

export function setDraft(reference: string, voice: Voice, text: string): void {
  const key = `${voice}/${reference}`;
  texts.set(key, text);
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void post(`/matters/${encodeURIComponent(reference)}/draft`, { kind: voice, text }), SAVE_AFTER_MS),
  );
}

/** Sent: the server has dropped it already. */
export function dropDraft(reference: string, voice: Voice): void {
  const key = `${voice}/${reference}`;
  clearTimeout(timers.get(key));
  texts.delete(key);
}

/** What was begun elsewhere or earlier; what is being written here stays. */
export function takeDrafts({ reference, drafts }: Card): void {
  for (const { kind, text } of drafts) if (!texts.has(`${kind}/${reference}`)) texts.set(`${kind}/${reference}`, text);
}

export function hasDraft(reference: string): boolean {
  return draftOf(reference, "reply") !== "" || draftOf(reference, "note") !== "";
}
