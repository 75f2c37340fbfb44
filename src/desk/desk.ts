import type { Clock } from "../clock.js";
import type { Delivery } from "../delivery/delivery.js";
import type { IdSource } from "../ids.js";
import type { Log } from "../log.js";
import type { Kept } from "../store/kept.js";
import type { Passwords } from "./password.js";
import type { Seal } from "./seal.js";
import type { SignInGuard } from "./sign-in-guard.js";

/** What the desk's routes and sockets share. */
export interface Desk {
  readonly store: Kept;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly trustProxy: number;
  readonly passwords: Passwords;
  readonly guard: SignInGuard;
  readonly seal: Seal;
  /** Closes somebody's open sockets at once: their rights have changed. */
  readonly dropSockets: (who: { readonly staffId: string; readonly keepSession?: string }) => void;
}
