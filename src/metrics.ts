import { createServer, type Server } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { TurnOutcome } from "./conversation/outcomes.js";

/** Replies waiting are counted up to this many. */
const WAITING_MAX = 200;

export interface Metrics {
  turnTaken(outcome: TurnOutcome, seconds: number): void;
  /** The listener of its own that shows them; nothing of it is on the public one. */
  readonly server: Server;
}

export interface Watched {
  readonly sockets: () => number;
  /** Rejects when the store cannot say. */
  readonly outboxWaiting: (limit: number) => Promise<number>;
}

export function createMetrics({ sockets, outboxWaiting }: Watched): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({ name: "hotline_turns_total", help: "Turns decided, by outcome.", labelNames: ["outcome"], registers });
  const seconds = new Histogram({
    name: "hotline_turn_seconds",
    help: "Time to decide a turn.",
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
    registers,
  });
  new Gauge({
    name: "hotline_sockets",
    help: "Open web chat sockets.",
    registers,
    collect() {
      this.set(sockets());
    },
  });
  new Gauge({
    name: "hotline_outbox_waiting",
    help: `Replies not sent yet, counted up to ${WAITING_MAX}; NaN when the store cannot say.`,
    registers,
    async collect() {
      this.set(await outboxWaiting(WAITING_MAX).catch(() => NaN));
    },
  });
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    server,
    turnTaken(outcome, took) {
      turns.inc({ outcome });
      seconds.observe(took);
    },
  };
}
