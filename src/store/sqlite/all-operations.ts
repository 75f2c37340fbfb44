import type Database from "better-sqlite3";
import { conversationOperations, type Operations } from "./operations.js";
import { staffOperations } from "./staff-operations.js";

/** Every port's part, on one connection. */
export function prepareOperations(db: Database.Database): Operations {
  return { ...conversationOperations(db), ...staffOperations(db) };
}
