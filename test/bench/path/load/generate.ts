import { DIALOG, QUESTIONS } from "../lines.js";
import { timingOf, type Timing } from "../timing.js";
import { openBareTalker, openDirectLineTalker, type Talker } from "./talker.js";

export interface Plan {
  readonly server: "hotline" | "bare";
  readonly port: number;
  readonly conversations: number;
  readonly says: "questions" | "dialog";
  /** When a person says the next thing. */
  readonly next: "acknowledged" | "replied";
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface Load {
  /** Messages acknowledged a second, after the warm-up. */
  readonly rate: number;
  /** All that were acknowledged, with the warm-up's. */
  readonly messages: number;
  readonly ack: Timing;
  readonly reply: Timing;
}

const OPENING_AT_ONCE = 20;

/** A process of its own, so that the servers compared are not slowed by the generator's own loop. */
async function generate(plan: Plan): Promise<Load> {
  const { server, port, conversations, warmUpMs, measureMs } = plan;
  const talkers: Talker[] = [];
  while (talkers.length < conversations) {
    const next = Array.from({ length: Math.min(OPENING_AT_ONCE, conversations - talkers.length) }, (_, index) => talkers.length + index);
    talkers.push(
      ...(await Promise.all(next.map((number) => (server === "bare" ? openBareTalker(port, number) : openDirectLineTalker(port))))),
    );
  }
  const run = new Run(plan);
  const talking = talkers.map((talker, number) => run.talk(talker, number));
  await wait(warmUpMs);
  run.begin();
  await wait(measureMs);
  run.end();
  await Promise.all(talking);
  for (const talker of talkers) talker.close();
  return run.load();
}

class Run {
  #measuring = false;
  #over = false;
  #began = 0;
  #seconds = 0;
  #messages = 0;
  readonly #acks: number[] = [];
  readonly #replies: number[] = [];

  constructor(private readonly plan: Pick<Plan, "says" | "next">) {}

  async talk(talker: Talker, number: number): Promise<void> {
    const { says, next } = this.plan;
    const [lines, first] = says === "questions" ? [QUESTIONS, number] : [DIALOG, 0];
    for (let turn = first; !this.#over; turn += 1) {
      const began = performance.now();
      const { replied } = await talker.say(lines[turn % lines.length] ?? "");
      this.#messages += 1;
      if (this.#measuring) this.#acks.push(performance.now() - began);
      if (next === "acknowledged") continue;
      await replied;
      if (this.#measuring) this.#replies.push(performance.now() - began);
    }
  }

  begin(): void {
    this.#measuring = true;
    this.#began = performance.now();
  }

  end(): void {
    this.#measuring = false;
    this.#over = true;
    this.#seconds = (performance.now() - this.#began) / 1000;
  }

  load(): Load {
    return { rate: this.#acks.length / this.#seconds, messages: this.#messages, ack: timingOf(this.#acks), reply: timingOf(this.#replies) };
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

process.once("message", (plan) => {
  void generate(plan as Plan).then(
    (load) => process.send?.(load, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
