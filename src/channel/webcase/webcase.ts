import { join } from "node:path";
import type { Router } from "express";
import type { WorkCalendar } from "../../calendar.js";
import type { Clock } from "../../clock.js";
import { startCleaner } from "../../evidence/cleaner.js";
import { sweepOrphans } from "../../evidence/sweep.js";
import type { Log } from "../../log.js";
import type { CaseStore } from "../../store/case-store.js";
import { CaseAccess } from "./access-case.js";
import { caseRoutes } from "./case-routes.js";
import type { ViewContext } from "./case-view.js";

const SHOWN_MS = 24 * 3_600_000;
const MASK_EVERY_MS = 3_600_000;

export interface WebcaseOptions extends ViewContext {
  readonly store: CaseStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly calendar: WorkCalendar;
  readonly dataDir: string;
  readonly trustProxy: number;
}

/** What the routes of the case page share. */
export interface Webcase extends WebcaseOptions {
  readonly access: CaseAccess;
  readonly filesFolder: string;
  /** Files have come that may need a clean copy. */
  readonly filesCame: () => void;
}

export interface WebcaseDoor {
  /** To be mounted at /api/case. */
  readonly routes: Router;
  close(): Promise<void>;
}

/** The complainant's own door to a case, by its receipt code; and the care for the evidence that comes through any door. */
export async function openWebcase(options: WebcaseOptions): Promise<WebcaseDoor> {
  const { store, log, dataDir, trustProxy } = options;
  const filesFolder = join(dataDir, "files");
  const count = await sweepOrphans(filesFolder, store);
  if (count > 0) log.info("orphans-swept", { count });
  const cleaner = startCleaner({ store, folder: filesFolder, log });
  const access = new CaseAccess(store, trustProxy);
  const masking = setInterval(() => void maskOld(options), MASK_EVERY_MS).unref();
  await maskOld(options);
  return {
    routes: caseRoutes({ ...options, access, filesFolder, filesCame: () => cleaner.kick() }),
    close() {
      clearInterval(masking);
      return cleaner.stop();
    },
  };
}

/** A code is told once: after a day, in which the worst network has brought it, the transcript holds it no more. */
async function maskOld({ store, clock, log }: WebcaseOptions): Promise<void> {
  try {
    while ((await store.maskReceipts(clock() - SHOWN_MS)) > 0);
  } catch (error) {
    log.fault("masking-failed", error);
  }
}
