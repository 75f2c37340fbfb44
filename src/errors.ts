export type OutsideCode =
  "store-unavailable" | "store-full" | "store-locked" | "store-newer" | "channel-unavailable" | "channel-refused" | "overloaded";

/** The world failed us, not the user and not our code. Caught only in delivery/ and channel/. */
export class OutsideError extends Error {
  constructor(
    readonly code: OutsideCode,
    readonly retryable: boolean,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "OutsideError";
  }
}
