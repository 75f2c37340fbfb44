import { pino } from "pino";

/** What a log line may hold: ids, outcomes, durations, counts, codes. Never what a person wrote. */
export interface LogFields {
  readonly activityId?: string;
  readonly conversationId?: string;
  readonly channel?: string;
  readonly reference?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly status?: number;
  readonly route?: string;
  readonly port?: number;
  readonly count?: number;
  readonly tries?: number;
  readonly ms?: number;
}

/** `event` is a fixed name such as `turn-committed`; there is no parameter for message text. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** An error of ours: its name and where it was thrown; its message may hold a person's words and is left out. */
  fault(event: string, error: unknown, fields?: LogFields): void;
}

/** JSON lines to `write`, by default stderr, from `level` upwards. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line), level = "info"): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return {
    info: (event, fields) => logger.info({ ...fields }, event),
    warn: (event, fields) => logger.warn({ ...fields }, event),
    fault: (event, error, fields) => logger.error({ ...fields, error: nameOf(error), at: framesOf(error) }, event),
  };
}

export const silentLog: Log = { info() {}, warn() {}, fault() {} };

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The first frames only. The stack's head repeats the message, which may imitate a frame, so it is cut off first. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const head = error.stack.indexOf(error.message);
  const frames = head < 0 ? "" : error.stack.slice(head + error.message.length);
  return frames
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
