import { cpus, loadavg, tmpdir } from "node:os";
import { openStage } from "../../../src/cli/stage.js";
import { dialogTrack } from "./dialog-track.js";
import { measureEndToEnd, type Crowd, type EndToEnd } from "./end-to-end.js";
import { measureInProcess, type InProcess, type Rounds } from "./in-process.js";
import { createOwn, questionTrack } from "./own.js";
import { createAgentsHosting } from "./peers/agents-hosting.js";
import { createBotBuilder } from "./peers/botbuilder.js";
import { medianRatio, type Timing } from "./timing.js";

// An argument is the folder to keep data in, on the disk that is to be measured. --quick: a look, not a measurement.
const quick = process.argv.includes("--quick");
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? tmpdir();
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const CROWDS: readonly Crowd[] = [
  ...[1, 50, 500].map((conversations): Crowd => ({ conversations, says: "questions", next: "replied" })),
  { conversations: 50, says: "dialog", next: "replied" },
  { conversations: 1, says: "questions", next: "acknowledged" },
];

tellMachine("before");
if (only !== "end-to-end") await reportInProcess(quick ? { count: 3, ms: 200 } : { count: 25, ms: 300 });
if (only !== "in-process") await reportEndToEnd(quick ? { count: 1, ms: 3_000 } : { count: 3, ms: 10_000 });
tellMachine("after");

async function reportInProcess(rounds: Rounds): Promise<void> {
  const stage = openStage({ region: "gulang", short: false });
  const peers = [createBotBuilder(), createAgentsHosting()];
  const own = [
    createOwn(stage, { name: "ours, state in memory", kept: "in memory", lastSlot: "takes anything" }),
    createOwn(stage, { name: "ours, state as JSON", kept: "as JSON", lastSlot: "takes anything" }),
    createOwn(stage, { name: "ours, as JSON, one answer also tried as a question", kept: "as JSON", lastSlot: "may be a question" }),
  ];
  const found = await measureInProcess([questionTrack(stage, "ours, a question of law"), ...[...own, ...peers].map(dialogTrack)], rounds);
  const theirs = found.slice(-peers.length);
  say("\n(a, b) one turn in process: turns a second of processor time; ratios are the middle of interleaved rounds");
  say(row("", ["turns/s", "p50 ms", "p99 ms", ...peers.map(({ name }) => `× ${name.split("-")[0]}`)]));
  for (const one of found) say(row(one.name, [one.rate.toFixed(0), ...cells(one), ...theirs.map((peer) => ratio(one, peer))]));
}

async function reportEndToEnd(rounds: Rounds): Promise<void> {
  const found = await measureEndToEnd(folder, CROWDS, rounds);
  say(`\n(c) over the wire, data in ${folder}; each says the next thing when the last one is replied to, by the bare server acknowledged`);
  say(row("", ["messages/s", "ack p50", "ack p99", "reply p50", "reply p99", "cpu ms", "× bare"]));
  for (const one of found) {
    const bare = found.find((other) => other.server === "bare" && crowd(other) === crowd(one));
    const reply = one.server === "bare" || one.next === "acknowledged" ? ["", ""] : cells(one.reply);
    const against = bare === undefined || one.server === "bare" ? "" : ratio(one, bare);
    say(row(`${one.server}, ${crowd(one)}`, [one.rate.toFixed(0), ...cells(one.ack), ...reply, one.cpuMs.toFixed(2), against]));
  }
}

function crowd({ conversations, says, next }: Crowd): string {
  return `${conversations} at once, ${says}${next === "acknowledged" ? ", waiting for no reply" : ""}`;
}

function ratio(one: InProcess | EndToEnd, other: InProcess | EndToEnd): string {
  return medianRatio(one.rates, other.rates).toFixed(2);
}

function cells({ p50, p99 }: Timing): readonly string[] {
  return [p50, p99].map((value) => value.toPrecision(3));
}

function row(name: string, values: readonly string[]): string {
  return name.padEnd(52) + values.map((value) => value.padStart(12)).join("");
}

function tellMachine(when: string): void {
  say(
    `${when}: node ${process.version}, ${cpus().length} processors, load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(" ")}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
