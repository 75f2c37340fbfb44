import type { Log } from "../log.js";
import type { CaseStore } from "../store/case-store.js";
import { cleanImage } from "./clean-image.js";
import { dropFile } from "./keep-file.js";

export interface Cleaner {
  /** Something may have come. */
  kick(): void;
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface CleanerOptions {
  readonly store: Pick<CaseStore, "filesToClean" | "keepCleanCopy">;
  readonly folder: string;
  readonly log: Log;
}

const AT_A_TIME = 10;
/** Files of channels that tell nobody when they come. */
const LOOK_AGAIN_MS = 60_000;

/** Makes the clean copies of pictures, one at a time and behind everything else. Until one is there, staff are shown none. */
export function startCleaner(options: CleanerOptions): Cleaner {
  const { log } = options;
  let stopping = false;
  let wanted = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(kick, LOOK_AGAIN_MS).unref();

  function kick(): void {
    wanted = true;
    running ??= work().finally(() => {
      running = undefined;
    });
  }

  async function work(): Promise<void> {
    while (wanted && !stopping) {
      wanted = false;
      try {
        while (!stopping && (await cleanSome(options, () => stopping)) === AT_A_TIME);
      } catch (error) {
        log.fault("cleaning-failed", error);
      }
    }
  }

  kick();
  return {
    kick,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function cleanSome({ store, folder }: CleanerOptions, stopping: () => boolean): Promise<number> {
  const pictures = await store.filesToClean(AT_A_TIME);
  for (const picture of pictures) {
    if (stopping()) return 0;
    const clean = await cleanImage(folder, picture);
    try {
      await store.keepCleanCopy(picture.file, clean);
    } catch (error) {
      if (clean !== undefined) await dropFile(folder, clean.file);
      throw error;
    }
  }
  return pictures.length;
}
