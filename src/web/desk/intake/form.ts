import { computed, ref, shallowRef } from "vue";
import { post } from "../ask/ask.js";
import type { Row, Slot } from "../ask/shapes.js";
import { valueOf } from "../state/notice.js";

export interface Question {
  readonly step: string;
  readonly at: "step" | "consent";
  readonly name: string;
  readonly ask: string;
  readonly why: string;
  readonly optional: boolean;
  readonly slot: string;
  readonly choices: readonly string[];
}

interface Stand {
  readonly slots: readonly Slot[];
  readonly next?: Question;
  readonly problem?: { readonly step: string; readonly message: string };
}

export interface Numbers {
  readonly reference: string;
  readonly receipt: string;
}

/** What tells that somebody was here before. */
const TELLING: ReadonlySet<string> = new Set(["employer", "phone", "name", "project"]);

/** The form that people answer in chat, filled in by a colleague on the phone. The server reads; nothing is kept until it is filed. */
export function useIntake(dialog: string) {
  const answers = shallowRef<readonly { readonly step: string; readonly text: string }[]>([]);
  const stand = shallowRef<Stand>({ slots: [] });
  const similar = shallowRef<readonly Row[]>([]);
  const ticket = shallowRef("");
  const filed = shallowRef<Numbers>();
  const busy = ref(false);
  const typedFor = computed(() => new Map(answers.value.map(({ step, text }) => [step, text])));
  const tells = computed(() => TELLING.has(stand.value.slots.find(({ step }) => step === stand.value.next?.step)?.fact ?? ""));

  async function begin(): Promise<void> {
    ticket.value = valueOf(await post<{ ticket: string }>("/intake/numbers"))?.ticket ?? "";
    await read();
  }

  async function read(): Promise<void> {
    const now = valueOf(await post<Stand>("/intake/form", { dialog, answers: answers.value }));
    if (now !== undefined) stand.value = now;
  }

  /** A new answer, or another one to a question already answered. What could not be read is not kept. */
  async function answer(step: string, text: string): Promise<void> {
    const before = answers.value;
    const known = before.some((one) => one.step === step);
    answers.value = known ? before.map((one) => (one.step === step ? { step, text } : one)) : [...before, { step, text }];
    await read();
    if (stand.value.problem?.step === step && !known) answers.value = before;
  }

  async function look(words: string): Promise<void> {
    if (words.trim().length < 2) return;
    const found = await post<{ matters: readonly Row[] }>("/intake/similar", { words: words.slice(0, 60) });
    if (found.kind === "ok") similar.value = found.value.matters;
  }

  async function file(urgent: boolean): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    const done = valueOf(await post<Numbers>("/intake/file", { dialog, answers: answers.value, ticket: ticket.value, urgent }));
    busy.value = false;
    if (done !== undefined) filed.value = done;
  }

  return { answers, stand, similar, filed, busy, typedFor, tells, begin, answer, look, file };
}
