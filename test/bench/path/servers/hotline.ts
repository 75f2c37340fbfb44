import { buildApp } from "../../../../src/app.js";
import { readConfig } from "../../../../src/config.js";
import type { Rate, WebchatLimits } from "../../../../src/limits.js";
import { tellParent } from "./tell.js";

/** The product as it is served, but for limits that one address typing for five hundred people would meet. */
const enough: Rate = { points: 1_000_000, seconds: 60 };
const limits: Partial<WebchatLimits> = {
  newcomers: enough,
  messages: enough,
  reads: enough,
  socketsPerPeer: 5_000,
  connectionsPerPeer: 10_000,
};

const [dataDir = ""] = process.argv.slice(2);
const app = await buildApp({ config: readConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir }), limits });
tellParent(await app.ready());
