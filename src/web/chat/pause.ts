const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** A wait that can be cut short. */
export class Pause {
  #end: (() => void) | undefined;

  for(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), ms);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.#end?.();
    this.#end = undefined;
  }
}

/** How long to wait before try number `tries`, from 0: doubling, and by chance up to half as short, so that phones do not all come back at once. */
export function backoffMs(tries: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 10));
  return whole * (0.5 + Math.random() / 2);
}
