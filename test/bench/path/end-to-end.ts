import { fork, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Load, Plan } from "./load/generate.js";
import type { Told } from "./servers/tell.js";
import type { Rounds } from "./in-process.js";
import { medianOf, type Timing } from "./timing.js";

export type ServerName = Plan["server"];

/** So many people at once, what they say, and when they say the next thing. */
export type Crowd = Pick<Plan, "conversations" | "says" | "next">;

export interface EndToEnd extends Crowd {
  readonly server: ServerName;
  /** Messages acknowledged a second, round by round. */
  readonly rates: readonly number[];
  readonly rate: number;
  readonly ack: Timing;
  readonly reply: Timing;
  /** Milliseconds of the server's processor time for one message. */
  readonly cpuMs: number;
}

type Sample = Load & Pick<EndToEnd, "cpuMs">;

const WARM_UP_MS = 3_000;
/** Before anything counts: a server that has just started is slower than it will be for the rest of its days. */
const FIRST: { readonly crowd: Crowd; readonly ms: number } = {
  crowd: { conversations: 50, says: "questions", next: "replied" },
  ms: 15_000,
};
const SERVERS: readonly ServerName[] = ["bare", "hotline"];

/** Both servers under the same generator, in turn, round after round. `folder`: on the disk that is to be measured. */
export async function measureEndToEnd(folder: string, crowds: readonly Crowd[], rounds: Rounds): Promise<readonly EndToEnd[]> {
  const data = mkdtempSync(join(folder, "hotline-bench-"));
  const servers = await Promise.all(SERVERS.map((name) => startServer(name, join(data, name))));
  try {
    const found: EndToEnd[] = [];
    for (const server of servers) await sample(server, FIRST.crowd, FIRST.ms);
    for (const crowd of crowds) {
      const samples = servers.map((): Sample[] => []);
      for (let round = 0; round < rounds.count; round += 1)
        for (const [index, server] of servers.entries()) samples[index]?.push(await sample(server, crowd, rounds.ms));
      found.push(...servers.map(({ name }, index) => summarize({ server: name, ...crowd }, samples[index] ?? [])));
    }
    return found;
  } finally {
    for (const { child } of servers) child.kill();
    await Promise.all(servers.map(({ ended }) => ended));
    rmSync(data, { recursive: true, force: true });
  }
}

interface Server {
  readonly name: ServerName;
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<unknown>;
}

/** Its log goes to a file, as an operator would have it. */
async function startServer(name: ServerName, folder: string): Promise<Server> {
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, "log"), "w");
  const child = fork(new URL(`./servers/${name}.ts`, import.meta.url), [folder], { stdio: ["ignore", "ignore", log, "ipc"] });
  closeSync(log);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const { port = 0 } = await told(child);
  return { name, child, port, ended };
}

function told(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void => reject(new Error(`a server ended with ${code}`));
    child.once("exit", died);
    child.once("message", (message) => {
      child.off("exit", died);
      resolve(message as Told);
    });
  });
}

async function usedMs({ child }: Server): Promise<number> {
  child.send("used?");
  return (await told(child)).usedMs ?? 0;
}

async function sample(server: Server, crowd: Crowd, measureMs: number): Promise<Sample> {
  const before = await usedMs(server);
  const load = await generate({ server: server.name, port: server.port, ...crowd, warmUpMs: WARM_UP_MS, measureMs });
  return { ...load, cpuMs: ((await usedMs(server)) - before) / load.messages };
}

function generate(plan: Plan): Promise<Load> {
  const child = fork(new URL("./load/generate.ts", import.meta.url), [], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    child.once("message", (load) => resolve(load as Load));
    child.once("exit", (code) => reject(new Error(`the generator ended with ${code}`)));
    child.send(plan);
  });
}

function summarize(what: Crowd & Pick<EndToEnd, "server">, samples: readonly Sample[]): EndToEnd {
  const rates = samples.map(({ rate }) => rate);
  const middle = (of: (sample: Sample) => number): number => medianOf(samples.map(of));
  const timing = (of: (sample: Sample) => Timing): Timing => ({ p50: middle((one) => of(one).p50), p99: middle((one) => of(one).p99) });
  return {
    ...{ ...what, rates, rate: medianOf(rates), cpuMs: middle(({ cpuMs }) => cpuMs) },
    ack: timing(({ ack }) => ack),
    reply: timing(({ reply }) => reply),
  };
}
