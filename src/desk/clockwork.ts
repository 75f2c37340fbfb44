import type { WorkCalendar } from "../calendar.js";
import { dueAt } from "../case/clock.js";
import type { Clock } from "../clock.js";
import { OutsideError } from "../errors.js";
import type { Log } from "../log.js";
import type { Late, NudgeStage, NudgeStore } from "../store/nudge-store.js";

export interface ClockworkOptions {
  readonly store: NudgeStore;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly log: Log;
  /** Somebody was reminded: the live feed has something to tell. */
  readonly changed: () => void;
}

const LOOK_EVERY_MS = 60_000;
const PAGE = 200;
/** So many missed due times of one matter go to 主任 without a day's grace. */
const MISSED_MAX = 2;

/**
 * 催办: whoever has a matter is told when its time has passed, 主任 when a further working day has. What was told stands
 * in the store, so that a restart or a second process tells nothing twice and forgets nothing.
 */
export class Clockwork {
  readonly #options: ClockworkOptions;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;

  constructor(options: ClockworkOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  /** Looks now; never rejects. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const { changed, log } = this.#options;
    try {
      const told = (await this.#tell("reminded", () => true)) + (await this.#tell("escalated", (late) => this.#isGrave(late)));
      if (told > 0) changed();
    } catch (error) {
      if (!(error instanceof OutsideError)) log.fault("clockwork-postponed", error);
    }
  }

  /** A page a look: after a long stop the rest comes a minute later. */
  async #tell(stage: NudgeStage, isMeant: (late: Late) => boolean): Promise<number> {
    const { store, clock } = this.#options;
    const now = clock();
    const late = (await store.mattersLate({ stage, now, limit: PAGE })).filter(isMeant);
    const told = await Promise.all(late.map(({ reference, dueAt: due }) => store.nudge({ reference, dueAt: due, stage, at: now })));
    return told.filter(({ kind }) => kind === "nudged").length;
  }

  /** In a year whose calendar is not known no working day has passed: only a second miss counts. */
  #isGrave({ dueAt: due, missed }: Late): boolean {
    const { calendar, clock } = this.#options;
    const graceEnds = dueAt(due, 1, { calendar, pauses: [] });
    return missed >= MISSED_MAX || (graceEnds !== undefined && graceEnds < clock());
  }
}
