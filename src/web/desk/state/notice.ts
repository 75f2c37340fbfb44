import { ref } from "vue";
import type { Answer, Refused } from "../ask/ask.js";
import { signedOut } from "./session.js";

export interface Notice {
  readonly id: number;
  readonly kind: "good" | "bad";
  readonly text: string;
}

const SHOWN_MS = { good: 4_000, bad: 12_000 } as const;

export const notices = ref<readonly Notice[]>([]);
let last = 0;

export function say(text: string, kind: Notice["kind"] = "good"): void {
  last += 1;
  const id = last;
  notices.value = [...notices.value.filter((one) => one.text !== text), { id, kind, text }];
  setTimeout(() => dismiss(id), SHOWN_MS[kind]);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((one) => one.id !== id);
}

/** Shows why it was not done; whoever is no longer signed in is shown the door. */
export function complain({ code, message }: Refused): void {
  if (code === "sign-in") signedOut();
  say(message, "bad");
}

/** The value, or nothing and a notice. */
export function valueOf<T>(answer: Answer<T>): T | undefined {
  if (answer.kind === "ok") return answer.value;
  complain(answer);
  return undefined;
}
