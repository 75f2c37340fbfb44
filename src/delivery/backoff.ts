/** How long to wait after the n-th failure in a row (n from 0): doubles, with jitter, so that those that failed together part. */
export function backoffMs(failures: number, bounds: { firstMs: number; maxMs: number }): number {
  const full = Math.min(bounds.firstMs * 2 ** Math.min(failures, 30), bounds.maxMs);
  return Math.round(full * (0.5 + Math.random() / 2));
}

/** Resolves after `ms`, or at once when stopped. */
export function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener("abort", done);
  });
}
