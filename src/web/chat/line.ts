/** The article behind a statement. Dates are YYYY-MM-DD. */
export interface Source {
  readonly title: string;
  readonly short: string;
  readonly article: string;
  readonly gist: string;
  /** The official words, where the office has them. */
  readonly text?: string;
  readonly level: string;
  readonly version: string;
  readonly from: string;
  readonly until?: string;
  readonly url: string;
}

export interface Choice {
  readonly label: string;
  readonly say: string;
}

/** One line of the conversation as the page shows it. */
export interface Line {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: "worker" | "bot" | "staff";
  readonly text: string;
  readonly files: readonly string[];
  readonly choices: readonly Choice[];
  readonly sources: readonly Source[];
  /** The sender's own id, when this device sent it. */
  readonly clientId?: string;
}

export interface Page {
  readonly lines: readonly Line[];
  readonly watermark: number;
}

/** A Direct Line activity set as lines; undefined when it is none, as when a hotel's sign-in page answers in our place. */
export function readPage(data: unknown): Page | undefined {
  const watermark = Number(field(data, "watermark"));
  const activities = field(data, "activities");
  if (!Array.isArray(activities) || !Number.isInteger(watermark)) return undefined;
  return { watermark, lines: activities.filter((one) => field(one, "type") === "message").map(readLine) };
}

/** What Direct Line numbers: `<conversation>|<number>`. */
export function seqOf(id: unknown): number {
  return Number(text(id).split("|")[1] ?? 0);
}

export function field(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
}

export function list(data: unknown): readonly unknown[] {
  return Array.isArray(data) ? (data as readonly unknown[]) : [];
}

export function text(data: unknown): string {
  return typeof data === "string" ? data : "";
}

function readLine(activity: unknown): Line {
  const from = field(activity, "from");
  const own = field(from, "role") === "user";
  const extra = field(activity, "channelData");
  const clientId = text(field(extra, "clientActivityID"));
  return {
    seq: seqOf(field(activity, "id")),
    at: Date.parse(text(field(activity, "timestamp"))),
    by: own ? "worker" : field(from, "id") === "staff" ? "staff" : "bot",
    text: text(field(activity, "text")),
    files: list(field(activity, "attachments")).map((one) => text(field(one, "name"))),
    choices: list(field(field(activity, "suggestedActions"), "actions")).map(readChoice),
    sources: list(field(extra, "sources")).map(readSource),
    ...(clientId === "" ? {} : { clientId }),
  };
}

function readChoice(action: unknown): Choice {
  const label = text(field(action, "title"));
  return { label, say: text(field(action, "value")) || label };
}

function readSource(source: unknown): Source {
  const part = (name: string): string => text(field(source, name));
  const until = part("until");
  const dates = { from: part("from"), ...(until === "" ? {} : { until }) };
  const words = { title: part("title"), short: part("short"), article: part("article"), gist: part("gist") };
  const official = part("text");
  return {
    ...(official === "" ? {} : { text: official }),
    ...words,
    ...dates,
    level: part("level"),
    version: part("version"),
    url: part("url"),
  };
}
