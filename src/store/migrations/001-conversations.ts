import type { Migration } from "./migration.js";

export const conversations: Migration = {
  version: 1,
  sql: `
    CREATE TABLE conversation (
      id TEXT PRIMARY KEY,
      channel TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;

    -- What was said lives in the transcript alone; an activity's line has the activity's id.
    CREATE TABLE activity (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      channel TEXT NOT NULL,
      conversation_id TEXT NOT NULL,
      source_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      from_role TEXT NOT NULL,
      from_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'parked')),
      outcome TEXT,
      tries INTEGER NOT NULL DEFAULT 0,
      UNIQUE (channel, conversation_id, source_id)
    ) STRICT;
    CREATE INDEX activity_pending ON activity (position) WHERE state = 'pending';

    CREATE TABLE transcript (
      conversation_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      from_role TEXT NOT NULL CHECK (from_role IN ('worker', 'bot', 'staff')),
      from_id TEXT NOT NULL,
      text TEXT NOT NULL,
      attachments TEXT NOT NULL,
      reply TEXT,
      source_id TEXT,
      reply_to TEXT,
      PRIMARY KEY (conversation_id, seq)
    ) STRICT;

    CREATE TABLE outbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE REFERENCES transcript (id),
      conversation_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'parked')),
      tries INTEGER NOT NULL DEFAULT 0,
      due_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_due ON outbox (conversation_id, position) WHERE state = 'due';

    CREATE TABLE inbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('handoff', 'message', 'question', 'parked')),
      reference TEXT NOT NULL,
      conversation_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      urgent INTEGER NOT NULL,
      at INTEGER NOT NULL,
      about TEXT NOT NULL,
      UNIQUE (kind, reference)
    ) STRICT;

    -- The readiness check writes here.
    CREATE TABLE heartbeat (id INTEGER PRIMARY KEY CHECK (id = 1), beats INTEGER NOT NULL) STRICT;
    INSERT INTO heartbeat VALUES (1, 0);
  `,
};
