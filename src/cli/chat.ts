import { createInterface } from "node:readline/promises";
import { systemClock } from "../clock.js";
import type { Reply } from "../conversation/activity.js";
import { Play, type Stage } from "./play.js";

/** A conversation at the terminal, until the input ends. */
export async function chat(stage: Stage, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const play = new Play(stage, systemClock());
  const show = (replies: readonly Reply[]): void => replies.forEach((one) => output.write(`${print(one)}\n\n`));
  show(play.say("", { kind: "arrive" }).replies);
  const lines = createInterface({ input, terminal: false });
  for await (const line of lines) {
    play.setClock(systemClock());
    show(play.say(line).replies);
  }
}

function print({ text, suggestions }: Reply): string {
  return [text, ...suggestions.map(({ label }, index) => `  ${index + 1} ${label}`)].join("\n");
}
