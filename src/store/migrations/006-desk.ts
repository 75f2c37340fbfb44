import type { Migration } from "./migration.js";

export const desk: Migration = {
  version: 6,
  sql: `
    -- Pairs of neighbouring letters; FTS5's own trigrams cannot find two-letter words. The rowid is the matter's position.
    CREATE VIRTUAL TABLE matter_search USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'unicode61');

    -- The same phone number or employer, folded for comparison.
    CREATE TABLE matter_same (
      reference TEXT NOT NULL REFERENCES matter (reference),
      kind TEXT NOT NULL CHECK (kind IN ('person', 'employer')),
      value TEXT NOT NULL,
      PRIMARY KEY (reference, kind, value)
    ) STRICT;
    CREATE INDEX matter_same_value ON matter_same (kind, value);

    CREATE TABLE matter_tag (
      reference TEXT NOT NULL REFERENCES matter (reference),
      tag TEXT NOT NULL,
      PRIMARY KEY (reference, tag)
    ) STRICT;

    CREATE TABLE draft (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      reference TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('reply', 'note')),
      text TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (staff_id, reference, kind)
    ) STRICT;

    CREATE TABLE duty (
      staff_id TEXT PRIMARY KEY REFERENCES staff (id),
      on_duty INTEGER NOT NULL,
      capacity INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE reply_template (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      by_staff TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE answer_report (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      entry TEXT NOT NULL,
      why TEXT NOT NULL,
      reference TEXT NOT NULL,
      by_staff TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE INDEX matter_opened ON matter (opened_at, position);
  `,
};
