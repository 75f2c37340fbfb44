import { parentPort, workerData } from "node:worker_threads";
import { prepareOperations } from "./all-operations.js";
import { prepareBatch } from "./batch.js";
import { connect } from "./connection.js";
import type { FromWorker, ToWorker, WorkerOptions } from "./protocol.js";
import { refusalOf } from "./refusal.js";

const port = parentPort;
if (port === null) throw new Error("the store's worker runs in a thread of its own");
const answer = (message: FromWorker): void => port.postMessage(message);

try {
  const { db, close } = connect(workerData as WorkerOptions);
  const runBatch = prepareBatch(db, prepareOperations(db));
  port.on("message", (message: ToWorker) => {
    switch (message.kind) {
      case "batch":
        return answer({ kind: "outcomes", outcomes: runBatch(message.requests) });
      case "close":
        close();
        return port.close();
    }
  });
  answer({ kind: "ready" });
} catch (error) {
  answer({ kind: "refused", refusal: refusalOf(error) });
  port.close();
}
