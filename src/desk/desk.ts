import type { WorkCalendar } from "../calendar.js";
import type { Clock } from "../clock.js";
import type { Library, Region } from "../content/library.js";
import type { Delivery } from "../delivery/delivery.js";
import type { IdSource } from "../ids.js";
import type { Log } from "../log.js";
import type { Recognizer } from "../recognizer/recognizer.js";
import type { Kept } from "../store/kept.js";
import type { Feed } from "./feed.js";
import type { Passwords } from "./password.js";
import type { Seal } from "./seal.js";
import type { SignInGuard } from "./sign-in-guard.js";
import type { Tickets } from "./tickets.js";

/** The content the desk shows and asks by. */
export interface DeskStage {
  readonly library: Library;
  readonly region: Region;
  readonly recognizer: Recognizer;
  readonly calendar: WorkCalendar;
}

/** What colleagues are told at once and nobody misses for long: whoever comes later fetches the matter anew. */
export type Passing =
  | { readonly kind: "note" | "tags" | "speaker"; readonly reference: string }
  | { readonly kind: "bot"; readonly on: boolean }
  | { readonly kind: "duty" };

/** What the desk's routes and sockets share. */
export interface Desk {
  readonly store: Kept;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly trustProxy: number;
  readonly stage: DeskStage;
  readonly dataDir: string;
  /** Shared with whoever takes turns: off, and people alone answer questions. */
  readonly bot: { isOn: boolean };
  readonly passwords: Passwords;
  readonly guard: SignInGuard;
  readonly seal: Seal;
  readonly feed: Feed;
  readonly tickets: Tickets;
  /** Something was written that the live feed tells of. */
  readonly changed: () => void;
  readonly tell: (passing: Passing) => void;
  /** Closes somebody's open sockets at once: their rights have changed. */
  readonly dropSockets: (who: { readonly staffId: string; readonly keepSession?: string }) => void;
}
