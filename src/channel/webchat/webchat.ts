import { join } from "node:path";
import type { Router } from "express";
import type { Clock } from "../../clock.js";
import type { Delivery } from "../../delivery/delivery.js";
import type { IdSource } from "../../ids.js";
import { WEBCHAT_LIMITS, type WebchatLimits } from "../../limits.js";
import type { Log } from "../../log.js";
import type { Store } from "../../store/store.js";
import { originsOf, type Origins } from "./origin.js";
import { Rates } from "./rates.js";
import { directLineRoutes } from "./routes.js";
import { openKeyFile } from "../../http/key-file.js";
import { Sockets } from "./sockets.js";
import { acceptStreams } from "./stream.js";
import { Tokens } from "./token.js";

export interface WebchatOptions {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly dataDir: string;
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number;
  readonly limits?: Partial<WebchatLimits>;
}

/** What the web chat's routes and sockets share. */
export interface Webchat extends Pick<WebchatOptions, "store" | "delivery" | "clock" | "ids" | "log" | "trustProxy"> {
  readonly tokens: Tokens;
  readonly rates: Rates;
  readonly sockets: Sockets;
  readonly origins: Origins;
  readonly limits: WebchatLimits;
  readonly filesFolder: string;
  readonly stopping: () => boolean;
}

export interface WebchatDoor {
  /** Direct Line 3.0, to be mounted at /directline. */
  readonly routes: Router;
  readonly upgrade: ReturnType<typeof acceptStreams>;
  sockets(): number;
  /** Lets nobody else in and tells who is there to come back later. Resolves when all have gone. */
  close(): Promise<void>;
}

/** How long a client may take over saying goodbye. */
const PATIENCE_MS = 1_000;

/** The web chat: Direct Line 3.0 over REST and WebSocket. */
export function openWebchat(options: WebchatOptions): WebchatDoor {
  const { dataDir, allowedOrigins, clock, delivery } = options;
  const limits = { ...WEBCHAT_LIMITS, ...options.limits };
  const sockets = new Sockets(limits);
  let stopping = false;
  const webchat: Webchat = {
    ...options,
    limits,
    sockets,
    tokens: new Tokens(openKeyFile(dataDir, "webchat.key"), clock),
    rates: new Rates(limits),
    origins: originsOf(allowedOrigins),
    filesFolder: join(dataDir, "files"),
    stopping: () => stopping,
  };
  const stopListening = delivery.onCommitted((entries) => sockets.offer(entries));
  return {
    routes: directLineRoutes(webchat),
    upgrade: acceptStreams(webchat),
    sockets: () => sockets.count,
    async close() {
      stopping = true;
      await sockets.closeAll(PATIENCE_MS);
      stopListening();
    },
  };
}
