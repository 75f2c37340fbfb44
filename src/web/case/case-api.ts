/** What the server shows of a case; `CaseView` on its side. */
export interface CaseShown {
  readonly reference: string;
  readonly title: string;
  readonly filedAt: string;
  readonly unit: string;
  readonly hotline: string;
  readonly status: string;
  readonly promisedOn?: string;
  readonly summary: readonly { readonly name: string; readonly value: string }[];
  readonly sha256: string;
  readonly history: readonly { readonly at: string; readonly what: string }[];
  readonly messages: readonly { readonly at: string; readonly from: "complainant" | "staff"; readonly text: string }[];
  readonly files: readonly { readonly file: string; readonly name: string; readonly bytes: number; readonly at: string }[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly group: boolean;
  readonly evidence?: EvidenceShown;
  readonly acts: readonly string[];
}

export interface EvidenceShown {
  readonly verdict: string;
  readonly inHand: readonly { readonly item: string; readonly proves: string; readonly strength: string }[];
  readonly toGet: readonly { readonly item: string; readonly get: string }[];
  readonly employer: readonly { readonly item: string; readonly basis: string }[];
  readonly today: readonly string[];
}

export type Answer<T> = { readonly kind: "ok"; readonly value: T } | { readonly kind: "refused"; readonly message: string };

const OFFLINE = "网络不通，没有办成。请过一会儿再试，急事请打12351。";
const PATIENCE_MS = 30_000;
const UPLOAD_MS = 180_000;

/** The code is kept in this page's memory only: closing it forgets the case. */
export class CaseApi {
  constructor(private readonly code: string) {}

  show(): Promise<Answer<CaseShown>> {
    return this.#json("", { method: "GET" });
  }

  post(path: "/messages" | "/withdraw" | "/reopen" | "/unsolved", body: unknown): Promise<Answer<CaseShown>> {
    return this.#json(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  }

  upload(files: readonly File[]): Promise<Answer<CaseShown>> {
    const body = new FormData();
    for (const file of files) body.append("file", file, file.name);
    return this.#json("/upload", { method: "POST", body }, UPLOAD_MS);
  }

  /** A list of workers, as a file or as the lines of one. */
  list(list: File | string): Promise<Answer<CaseShown>> {
    const type = typeof list === "string" ? "text/plain" : "application/octet-stream";
    return this.#json("/group", { method: "POST", body: list, headers: { "Content-Type": type } }, UPLOAD_MS);
  }

  async download(path: string): Promise<Answer<Blob>> {
    return this.#ask(path, { method: "GET" }, (response) => response.blob());
  }

  #json(path: string, request: RequestInit, patienceMs = PATIENCE_MS): Promise<Answer<CaseShown>> {
    return this.#ask(path, request, (response) => response.json() as Promise<CaseShown>, patienceMs);
  }

  async #ask<T>(
    path: string,
    request: RequestInit,
    read: (response: Response) => Promise<T>,
    patienceMs = PATIENCE_MS,
  ): Promise<Answer<T>> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patienceMs);
    try {
      const headers = { ...(request.headers as Record<string, string>), Authorization: `Receipt ${this.code}` };
      const response = await fetch(`/api/case${path}`, { ...request, headers, signal: abort.signal });
      if (response.ok) return { kind: "ok", value: await read(response) };
      const { error } = (await response.json()) as { error: { message: string } };
      return { kind: "refused", message: error.message };
    } catch {
      return { kind: "refused", message: OFFLINE };
    } finally {
      clearTimeout(timer);
    }
  }
}
