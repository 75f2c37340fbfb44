import { ref } from "vue";
import { get } from "../ask/ask.js";
import { DeskFeed, type Frame } from "../ask/feed.js";
import type { Voice } from "../ask/shapes.js";
import { heedWaiting } from "./alert.js";
import { present, refreshColleagues } from "./colleagues.js";
import { card, fetchLines, reloadCard } from "./matter.js";
import { counts, refreshQueue } from "./queue.js";
import { can, signedOut } from "./session.js";

export const connected = ref(false);
export const botOn = ref(true);

const LOOK_EVERY_MS = 30_000;
let feed: DeskFeed | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

export function startLive(): void {
  stopLive();
  if (!can("queue.see")) return;
  feed = new DeskFeed({
    hear,
    opened: () => void refreshAll(),
    closed: () => (connected.value = false),
    signedOut,
  });
  void feed.start();
  void refreshAll();
  // Due badges change with the time alone.
  timer = setInterval(() => void look(), LOOK_EVERY_MS);
}

export function stopLive(): void {
  feed?.stop();
  clearInterval(timer);
  [feed, timer, connected.value] = [undefined, undefined, false];
}

export function tellWhere(reference: string | undefined, typing: Voice | undefined): void {
  feed?.at(reference, typing);
}

export function watchLines(conversations: readonly string[]): void {
  feed?.watch(conversations);
}

async function look(): Promise<void> {
  await refreshQueue();
  heedWaiting(counts.value.waiting ?? 0, Date.now());
}

async function refreshAll(): Promise<void> {
  const bot = get<{ on: boolean }>("/bot");
  await Promise.all([look(), refreshColleagues(), reloadCard(), fetchLines()]);
  const asked = await bot;
  if (asked.kind === "ok") botOn.value = asked.value.on;
}

function hear(frame: Frame): void {
  switch (frame.kind) {
    case "hello":
      connected.value = true;
      return;
    case "event":
      void look();
      void refreshColleagues();
      if (frame.reference === card.value?.reference) void Promise.all([reloadCard(), fetchLines()]);
      return;
    case "line":
      if (frame.conversationId === card.value?.conversationId) void fetchLines();
      return;
    case "note":
    case "tags":
    case "speaker":
      if (frame.reference === card.value?.reference) void reloadCard();
      return;
    case "presence":
      present.value = frame.people;
      return;
    case "bot":
      botOn.value = frame.on;
      return;
    case "duty":
      void refreshColleagues();
  }
}
