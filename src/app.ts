import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { calendarDaysLeft } from "./calendar.js";
import type { Matter } from "./case/case.js";
import { clocksOf, dueAt } from "./case/clock.js";
import { openWebcase } from "./channel/webcase/webcase.js";
import { openWebchat } from "./channel/webchat/webchat.js";
import { openWecom, type Wecom, type WecomTimes } from "./channel/wecom/wecom.js";
import type { Stage } from "./cli/play.js";
import { openStage } from "./cli/stage.js";
import { beijingDay, systemClock, type Clock } from "./clock.js";
import type { Config } from "./config.js";
import { reply, type Activity } from "./conversation/activity.js";
import { readCaseWish, type CaseWish } from "./conversation/case-words.js";
import type { Conversation } from "./conversation/conversation.js";
import { PHRASES } from "./conversation/phrases.js";
import { takeTurn } from "./conversation/take-turn.js";
import type { TurnResult } from "./conversation/turn.js";
import type { Delivery, TakeTurn } from "./delivery/delivery.js";
import { createDelivery } from "./delivery/receive.js";
import { openDesk } from "./desk/open-desk.js";
import { closeServer, listen, openServer } from "./http.js";
import { systemIds, type IdSource } from "./ids.js";
import { WEBCHAT_LIMITS, type WebchatLimits } from "./limits.js";
import { createLog, type Log } from "./log.js";
import { createMetrics, type Metrics } from "./metrics.js";
import { publicSite } from "./public-site.js";
import { openSqlite } from "./store/sqlite/sqlite.js";
import type { CaseStore } from "./store/case-store.js";
import type { Kept } from "./store/kept.js";
import type { WecomStore } from "./store/wecom-store.js";

export interface AppOptions {
  readonly config: Config;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Content and recognizer, read already; by default read and checked here. */
  readonly stage?: Stage;
  /** Where the worker's page was built; by default dist/web of this package. */
  readonly pageFolder?: string;
  /** Raised by benches, which are one address typing faster than people do. */
  readonly limits?: Partial<WebchatLimits>;
  /** How long a person is waited for, and how often things are looked after; shortened by tests. */
  readonly wecomTimes?: WecomTimes;
  readonly openStore?: (folder: string) => Promise<Kept>;
  /** log2 of scrypt's N; lower only in tests. */
  readonly passwordCost?: number;
}

export interface App {
  readonly server: Server;
  /** Takes up what an earlier run left pending and opens the doors. Resolves to the port. */
  ready(): Promise<number>;
  /** The code that makes the first person at the desk, new at each call; undefined once there is somebody. */
  offerSetup(): Promise<string | undefined>;
  /** Takes nothing new, finishes what is under way, says goodbye. What was acknowledged is on disk. */
  stop(): Promise<void>;
}

const CALENDAR_WARN_DAYS = 60;
const PATIENCE_MS = 2_000;

/**
 * Joins the ports to what stands behind them. Rejects with a ContentError that lists every fault, or with the store's
 * OutsideError; nothing is listening then.
 */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, clock = systemClock } = options;
  const log = options.log ?? createLog(undefined, config.logLevel);
  const stage = options.stage ?? openStage({ content: config.contentDir, region: config.region, official: config.dataDir, short: false });
  warnOfCalendar(log, clock);
  const store = await (options.openStore ?? openSqliteStore)(config.dataDir);
  const ids = systemIds(clock);
  const metrics = config.metricsPort === undefined ? undefined : createMetrics({ sockets: () => webchat.sockets(), outboxWaiting });
  const wecom = wecomOf({ config, store, clock, ids, log, times: options.wecomTimes ?? {} });
  const bot = { isOn: await store.botIsOn() };
  const delivery = createDelivery({
    ...{ store, clock, ids, log },
    channels: wecom?.channels ?? [],
    takeTurn: turnTaker(stage, { store, clock, ids, metrics, bot, casePage: casePageOf(config) }),
    takeBy: takeBy(stage),
    apology: reply(PHRASES.apology, ["转人工"]),
  });
  const limits = { ...WEBCHAT_LIMITS, ...options.limits };
  const { dataDir, allowedOrigins, trustProxy } = config;
  const webchat = openWebchat({ store, delivery, clock, ids, log, dataDir, allowedOrigins, trustProxy, limits });
  const { passwordCost } = options;
  const desk = openDesk({
    ...{ store, delivery, clock, ids, log, dataDir, trustProxy, stage, bot },
    ...(passwordCost === undefined ? {} : { passwordCost }),
  });
  const webcase = await openWebcase({ store, clock, log, dataDir, trustProxy, ...stage });
  const pageFolder = options.pageFolder ?? builtPage();
  const site = publicSite({
    config,
    log,
    store,
    directLine: webchat.routes,
    caseApi: webcase.routes,
    api: desk.routes,
    ...(wecom === undefined ? {} : { wecom: wecom.routes }),
    pageFolder,
  });
  const server = openServer(site, { limits, trustProxy });
  server.on("upgrade", (request, socket, head) => {
    if (request.url?.startsWith("/api/") === true) desk.upgrade(request, socket, head);
    else webchat.upgrade(request, socket, head);
  });

  async function outboxWaiting(limit: number): Promise<number> {
    return (await store.outboxDue(Number.MAX_SAFE_INTEGER, limit)).length;
  }

  return {
    server,
    offerSetup: () => desk.offerSetup(),
    ready: () => openDoors({ config, log, server, delivery, metrics, wecom }),
    async stop() {
      const closed = closeServer(server, PATIENCE_MS);
      await wecom?.stop();
      await delivery.drain();
      await desk.close();
      await webchat.close();
      await closed;
      await webcase.close();
      if (metrics !== undefined) await closeServer(metrics.server, 0);
      await store.close();
    },
  };
}

interface Doors {
  readonly config: Config;
  readonly log: Log;
  readonly server: Server;
  readonly delivery: Delivery;
  readonly metrics: Metrics | undefined;
  readonly wecom: Wecom | undefined;
}

async function openDoors({ config, log, server, delivery, metrics, wecom }: Doors): Promise<number> {
  const count = await delivery.resume();
  if (count > 0) log.info("pending-taken-up", { count });
  if (metrics !== undefined && config.metricsPort !== undefined) await listen(metrics.server, config.metricsPort, config.host);
  const port = await listen(server, config.port, config.host);
  wecom?.start(delivery);
  log.info("listening", { port });
  return port;
}

interface WecomParts {
  readonly config: Config;
  readonly store: WecomStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly times: WecomTimes;
}

/** A fault in the settings shuts this door and is said; the other doors open all the same. */
function wecomOf({ config, times, ...parts }: WecomParts): Wecom | undefined {
  const { wecom, dataDir } = config;
  if (wecom.kind === "on") return openWecom({ ...parts, ...times, settings: wecom.settings, filesFolder: join(dataDir, "files") });
  if (wecom.kind === "faulty") for (const { name } of wecom.faults) parts.log.warn("wecom-not-started", { code: name });
  return undefined;
}

interface TurnParts {
  readonly store: CaseStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly metrics: Metrics | undefined;
  readonly casePage: string;
  /** Switched at the desk. */
  readonly bot: { readonly isOn: boolean };
}

/** With the whole address where it is known: in WeChat a path leads nowhere. */
function casePageOf({ wecom }: Config): string {
  return `${(wecom.kind === "on" ? wecom.settings.publicUrl : undefined) ?? ""}/case`;
}

function turnTaker(stage: Stage, { store, clock, ids, metrics, bot, casePage }: TurnParts): TakeTurn {
  const { library, region, recognizer, calendar } = stage;
  const newReference = (): string => ids.reference();
  const newReceipt = (): string => ids.receipt();
  const take = (activity: Activity, conversation: Conversation, cases: readonly Matter[] = []): TurnResult => {
    const began = performance.now();
    const ports = { library, region, recognizer, calendar, casePage, botIsOff: !bot.isOn, now: clock(), newReference, newReceipt };
    const result = takeTurn({ activity, conversation, cases, ...ports });
    metrics?.turnTaken(result.outcome, (performance.now() - began) / 1000);
    return result;
  };
  return (activity, conversation) => {
    const wish = readCaseWish(activity.text);
    if (wish === undefined) return take(activity, conversation);
    return casesFor(store, activity, wish).then((cases) => take(activity, conversation, cases));
  };
}

/** A receipt code opens its case from anywhere; else only what was filed in this conversation is seen. */
async function casesFor(store: CaseStore, { conversationId }: Activity, wish: CaseWish): Promise<readonly Matter[]> {
  if (wish.kind !== "receipt") return store.casesOf(conversationId);
  const matter = await store.findByReceipt(wish.receipt);
  return matter === undefined ? [] : [matter];
}

/** Until when what a turn opens should be taken, by the region's clocks. */
function takeBy({ region, calendar }: Stage): (at: number) => number | undefined {
  const { clocks } = clocksOf(region);
  return (at) => (clocks === undefined ? undefined : dueAt(at, clocks.take, { calendar, pauses: [] }));
}

function openSqliteStore(folder: string): Promise<Kept> {
  return openSqlite({ folder });
}

function warnOfCalendar(log: Log, clock: Clock): void {
  const days = calendarDaysLeft(beijingDay(clock()));
  if (days < CALENDAR_WARN_DAYS) log.warn("calendar-ends", { count: days });
}

/** The same place seen from src and from dist. */
function builtPage(): string {
  return join(dirname(fileURLToPath(import.meta.url)), "..", "dist", "web");
}
