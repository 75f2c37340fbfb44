/** What came of asking the desk's API. `message` is a sentence to be shown as it is. */
export type Answer<T> = { readonly kind: "ok"; readonly value: T } | Refused;
export interface Refused {
  readonly kind: "refused";
  /** docs/desk-api.md. `offline`: nothing came back; whether it was done is not known. */
  readonly code: string;
  readonly message: string;
}

const OFFLINE: Refused = { kind: "refused", code: "offline", message: "网络不通，不知道办成没有。请看一下再试。" };
const PATIENCE_MS = 20_000;

export function get<T>(path: string): Promise<Answer<T>> {
  return ask(path, { method: "GET" });
}

export function post<T = object>(path: string, body: object = {}): Promise<Answer<T>> {
  return ask(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-Desk": "1" } });
}

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/api${path}`, { ...init, signal: abort.signal, credentials: "same-origin" });
    const body: unknown = await response.json();
    // The server sends only what its own schema declares.
    if (response.ok) return { kind: "ok", value: body as T };
    const { error } = body as { readonly error: { readonly code: string; readonly message: string } };
    return { kind: "refused", code: error.code, message: error.message };
  } catch {
    return OFFLINE;
  } finally {
    clearTimeout(timer);
  }
}
