import type { Migration } from "./migration.js";

export const nudges: Migration = {
  version: 9,
  sql: `
    -- Who was reminded of which missed due time, once each however often and from however many processes one looks.
    CREATE TABLE nudge (
      reference TEXT NOT NULL REFERENCES matter (reference),
      due_at INTEGER NOT NULL,
      stage TEXT NOT NULL CHECK (stage IN ('reminded', 'escalated')),
      at INTEGER NOT NULL,
      PRIMARY KEY (reference, due_at, stage)
    ) STRICT;

    -- Two matters that belong together, each pair once: the smaller number first.
    CREATE TABLE matter_link (
      one TEXT NOT NULL REFERENCES matter (reference),
      other TEXT NOT NULL REFERENCES matter (reference),
      by_staff TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (one, other),
      CHECK (one < other)
    ) STRICT;
    CREATE INDEX matter_link_other ON matter_link (other);
  `,
};
