// A process to be killed. Stands by until `open FOLDER`; then takes one JSON message a line and says `ack` when it is
// kept, and `sent` when a reply goes out. `stop` ends it in good order.
import { createInterface } from "node:readline";
import type { Channel } from "../../src/channel/channel.js";
import type { Delivery } from "../../src/delivery/delivery.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import type { Store } from "../../src/store/store.js";
import { deliver, echoAndFile, said } from "./fixtures.js";

export interface Question {
  readonly sourceId: string;
  readonly conversationId: string;
  readonly text: string;
}

const say = (line: string): Promise<void> => new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));

const channel: Channel = {
  name: "wecom-kf",
  send: ({ id, conversationId, entry }) => say(`sent ${JSON.stringify({ id, conversationId, text: entry.text, replyTo: entry.replyTo })}`),
};

let running: { readonly store: Store; readonly delivery: Delivery } | undefined;

async function open(folder: string): Promise<void> {
  const store = await openSqlite({ folder });
  const delivery = deliver(store, { channels: [channel], takeTurn: echoAndFile });
  running = { store, delivery };
  await delivery.resume();
  await say("open");
}

async function receive(line: string): Promise<void> {
  const { sourceId, ...rest } = JSON.parse(line) as Question;
  const kept = await running?.delivery.receive(said(sourceId, { sourceId, ...rest })).catch((error: Error) => error.message);
  await say(typeof kept === "object" ? `ack ${JSON.stringify({ sourceId, id: kept.id, seq: kept.seq })}` : `refused ${sourceId} ${kept}`);
}

async function stop(): Promise<void> {
  await running?.delivery.drain();
  await running?.store.close();
  process.exit(0);
}

createInterface({ input: process.stdin }).on("line", (line) => {
  if (line.startsWith("open ")) void open(line.slice("open ".length));
  else if (line === "stop") void stop();
  else void receive(line);
});
