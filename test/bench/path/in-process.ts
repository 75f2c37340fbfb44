import { medianOf, timingOf, type Timing } from "./timing.js";

export interface Track {
  readonly name: string;
  /** Takes a number of turns and tells how long each took, in milliseconds. */
  readonly lap: () => readonly number[] | Promise<readonly number[]>;
}

export interface InProcess extends Timing {
  readonly name: string;
  /** Turns a second of processor time, which a busy machine stretches less than the clock; round by round. */
  readonly rates: readonly number[];
  readonly rate: number;
}

export interface Rounds {
  readonly count: number;
  readonly ms: number;
}

/** Every track in turn, round after round, so that what else the machine does meets them all alike. */
export async function measureInProcess(tracks: readonly Track[], { count, ms }: Rounds): Promise<readonly InProcess[]> {
  const found = tracks.map((track) => ({ ...track, rates: [] as number[], times: [] as number[] }));
  for (const { lap } of found) await run(lap, 2_000);
  for (let round = 0; round < count; round += 1) {
    for (const { lap, rates, times } of found) {
      const slice = await run(lap, ms);
      rates.push(slice.rate);
      for (const time of slice.times) times.push(time);
    }
  }
  return found.map(({ name, rates, times }) => ({ name, rates, rate: medianOf(rates), ...timingOf(times) }));
}

async function run(lap: Track["lap"], forMs: number): Promise<{ readonly times: readonly number[]; readonly rate: number }> {
  const times: number[] = [];
  const until = performance.now() + forMs;
  const used = process.cpuUsage();
  while (performance.now() < until) for (const time of await lap()) times.push(time);
  const { user, system } = process.cpuUsage(used);
  return { times, rate: (times.length * 1e6) / (user + system) };
}
