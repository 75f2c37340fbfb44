/** What a server under load tells its parent: where it listens, and when asked, what it has used of the processor. */
export interface Told {
  readonly port?: number;
  /** Milliseconds of processor time so far, all threads. */
  readonly usedMs?: number;
}

export function tellParent(port: number): void {
  const tell = (told: Told): void => void process.send?.(told);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ usedMs: (user + system) / 1000 });
  });
  process.on("disconnect", () => process.exit(0));
  tell({ port });
}
