import Database from "better-sqlite3";
import { OutsideError } from "../../errors.js";
import type { Refusal } from "./protocol.js";

/** What an error of the database means to the rest of the house. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof OutsideError) return { kind: "outside", code: error.code, retryable: error.retryable };
  if (!(error instanceof Database.SqliteError)) return { kind: "fault", code: error instanceof Error ? error.name : "unknown" };
  const [, family = ""] = error.code.split("_");
  switch (family) {
    case "FULL":
      return { kind: "outside", code: "store-full", retryable: true };
    case "BUSY":
    case "LOCKED":
    case "PROTOCOL":
      return { kind: "outside", code: "store-locked", retryable: true };
    case "IOERR":
    case "CANTOPEN":
    case "READONLY":
    case "NOMEM":
      return { kind: "outside", code: "store-unavailable", retryable: true };
    case "CORRUPT":
    case "NOTADB":
      return { kind: "outside", code: "store-unavailable", retryable: false };
    default:
      return { kind: "fault", code: error.code };
  }
}

/** The same refusal as an error, on the caller's side. */
export function errorOf(refusal: Refusal): Error {
  if (refusal.kind === "outside") return new OutsideError(refusal.code, refusal.retryable);
  return new Error(`store fault: ${refusal.code}`);
}
