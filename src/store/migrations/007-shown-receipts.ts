import type { Migration } from "./migration.js";

export const shownReceipts: Migration = {
  version: 7,
  sql: `
    -- Lines in which somebody was told a receipt code, until it is taken out of them.
    CREATE TABLE shown_receipt (
      line_id TEXT PRIMARY KEY REFERENCES transcript (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX shown_receipt_at ON shown_receipt (at);
  `,
};
