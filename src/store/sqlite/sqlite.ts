import { Worker } from "node:worker_threads";
import { OutsideError } from "../../errors.js";
import { METHODS, type Method } from "./methods.js";
import type { Kept, Ports } from "../kept.js";
import type { AuditEntry } from "../staff-store.js";
import type { FromWorker, Request, ToWorker, WorkerOptions } from "./protocol.js";
import { RequestQueue } from "./queue.js";
import { errorOf } from "./refusal.js";

export interface SqliteOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  /** How long any request may take before it is refused. Default 3,000. */
  readonly deadlineMs?: number;
  /** How long to wait for another program's lock on the database, such as a backup tool's. Default 250. */
  readonly busyTimeoutMs?: number;
  /** The database grows no further than this many pages of 4 KiB. Default: until the disk is full. */
  readonly pagesMax?: number;
}

/**
 * SQLite in a thread of its own, so that a slow disk never stops a socket.
 * Rejects with OutsideError: `store-locked` (another process has the folder), `store-newer` (written by a newer
 * version), `store-unavailable` (cannot be opened, or the disk does not promise durability).
 */
export async function openSqlite(options: SqliteOptions): Promise<Kept> {
  const { folder, deadlineMs = 3_000, busyTimeoutMs = 250, pagesMax } = options;
  const worker = startWorker({ folder, busyTimeoutMs, ...(pagesMax === undefined ? {} : { pagesMax }) });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  const queue = new RequestQueue((requests) => tell({ kind: "batch", requests }), deadlineMs);
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      queue.end();
      resolve();
    });
  });
  await untilReady(worker);
  worker.on("message", (message: FromWorker) => {
    if (message.kind === "outcomes") queue.answer(message.outcomes);
  });
  // A crash of the worker refuses everything from then on; the readiness check shows it.
  worker.on("error", () => queue.end());

  return {
    ...methodsOf(queue, close),
    withAudit: (audit) => methodsOf(queue, close, audit),
  };

  async function close(): Promise<void> {
    await queue.idle();
    tell({ kind: "close" });
    await ended;
  }
}

/** Each method hands its arguments to the worker as they are. */
function methodsOf(queue: RequestQueue, close: Ports["close"], audit?: AuditEntry): Ports {
  const names = Object.keys(METHODS) as Method[];
  const rest = audit === undefined ? {} : { audit };
  const asked = names.map((method) => [
    method,
    (...args: readonly unknown[]) => queue.ask({ method, args, ...rest } as unknown as Request),
  ]);
  return { ...(Object.fromEntries(asked) as Omit<Ports, "close">), close };
}

/** From dist the worker is JavaScript; from source, under tsx or vitest, a small script has tsx read the TypeScript. */
function startWorker(workerData: WorkerOptions): Worker {
  const entry = import.meta.url.endsWith(".ts") ? "./worker-from-source.js" : "./worker.js";
  return new Worker(new URL(entry, import.meta.url), { workerData, execArgv: [] });
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const died = (): void => reject(new OutsideError("store-unavailable", false));
    worker.once("error", reject);
    worker.once("exit", died);
    worker.once("message", (message: FromWorker) => {
      worker.off("error", reject);
      worker.off("exit", died);
      if (message.kind === "refused") worker.once("exit", () => reject(errorOf(message.refusal)));
      else resolve();
    });
  });
}
