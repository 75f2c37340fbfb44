import type { Migration } from "./migration.js";

export const staff: Migration = {
  version: 2,
  sql: `
    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      roles TEXT NOT NULL,
      active INTEGER NOT NULL DEFAULT 1,
      password TEXT,
      totp TEXT,
      totp_proposed TEXT,
      totp_step INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT;

    -- Without a staff id it is the first-run code.
    CREATE TABLE enrolment (
      code_hash TEXT PRIMARY KEY,
      staff_id TEXT REFERENCES staff (id),
      until INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE session (
      token_hash TEXT PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      started_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      fresh_until INTEGER NOT NULL,
      peer TEXT NOT NULL
    ) STRICT;
    CREATE INDEX session_staff ON session (staff_id);

    CREATE TABLE sign_in_place (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      peer TEXT NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (staff_id, peer)
    ) STRICT;

    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      object TEXT NOT NULL,
      peer TEXT NOT NULL,
      detail TEXT NOT NULL,
      outcome TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
    CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
  `,
};
