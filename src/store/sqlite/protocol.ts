import type { OutsideCode } from "../../errors.js";
import type { Ports } from "../kept.js";
import type { AuditEntry } from "../staff-store.js";
import type { Method } from "./methods.js";

export type Request = {
  readonly [M in Method]: { readonly method: M; readonly args: Parameters<Ports[M]>; readonly audit?: AuditEntry };
}[Method];

export type Refusal =
  | { readonly kind: "outside"; readonly code: OutsideCode; readonly retryable: boolean }
  /** Ours: a broken rule of the database or a bug. Carries a code, never a value. */
  | { readonly kind: "fault"; readonly code: string };

export type Outcome = { readonly kind: "value"; readonly value: unknown } | Refusal;

export interface WorkerOptions {
  readonly folder: string;
  readonly busyTimeoutMs: number;
  readonly pagesMax?: number;
}

export type ToWorker = { readonly kind: "batch"; readonly requests: readonly Request[] } | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** One outcome a request, in the batch's order. */
  | { readonly kind: "outcomes"; readonly outcomes: readonly Outcome[] };
