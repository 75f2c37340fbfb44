import type { Refused } from "./ask.js";

const PATIENCE_MS = 60_000;
const OFFLINE: Refused = { kind: "refused", code: "offline", message: "网络不通，没有导出。请再试一次。" };

/** Asks for a file and hands it to the browser to be saved under this name. */
export async function save(path: string, body: object, name: string): Promise<{ readonly kind: "ok"; readonly value: object } | Refused> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const headers = { "Content-Type": "application/json", "X-Desk": "1" };
    const response = await fetch(`/api${path}`, { method: "POST", body: JSON.stringify(body), headers, signal: abort.signal });
    if (!response.ok) {
      const { error } = (await response.json()) as { readonly error: { readonly code: string; readonly message: string } };
      return { kind: "refused", ...error };
    }
    handOver(await response.blob(), name);
    return { kind: "ok", value: {} };
  } catch {
    return OFFLINE;
  } finally {
    clearTimeout(timer);
  }
}

function handOver(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE_MS);
}
