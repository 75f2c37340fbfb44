/** What this device keeps of the page, under one prefix. Where storage is closed to us it lasts as long as the page. */
const PREFIX = "online-chat.";
const memory = new Map<string, string>();

export function keep(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key, text);
  attempt(() => localStorage.setItem(PREFIX + key, text));
}

export function recall(key: string): unknown {
  const text = attempt(() => localStorage.getItem(PREFIX + key)) ?? memory.get(key);
  return text === undefined ? undefined : attempt((): unknown => JSON.parse(text));
}

export function drop(key: string): void {
  memory.delete(key);
  attempt(() => localStorage.removeItem(PREFIX + key));
}

/** Keys that begin so, in order. */
export function keysFrom(start: string): readonly string[] {
  const stored = attempt(() => Object.keys(localStorage)) ?? [];
  const ours = stored.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  return [...new Set([...ours, ...memory.keys()])].filter((key) => key.startsWith(start)).sort();
}

/** Tells of changes that other tabs make. */
export function watch(key: string, changed: (before: unknown, after: unknown) => void): void {
  addEventListener("storage", (event) => {
    if (event.key === PREFIX + key) changed(parse(event.oldValue), parse(event.newValue));
  });
}

function parse(text: string | null): unknown {
  return text === null ? undefined : attempt((): unknown => JSON.parse(text));
}

function attempt<T>(act: () => T): NonNullable<T> | undefined {
  try {
    return act() ?? undefined;
  } catch {
    return undefined;
  }
}
