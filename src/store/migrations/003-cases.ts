import type { Migration } from "./migration.js";

export const cases: Migration = {
  version: 3,
  sql: `
    -- The queue: narrow rows, for a list of 50,000 open ones among a million ended. What they are about lies beside them.
    CREATE TABLE matter (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      reference TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('case', 'handoff', 'message', 'parked')),
      conversation_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'working', 'awaiting-worker', 'awaiting-employer', 'referred',
                                           'follow-up', 'closed', 'declined', 'withdrawn')),
      owner TEXT,
      revision INTEGER NOT NULL DEFAULT 1,
      -- 3 less the risk, so that every key of the order ascends and a page begins with one comparison.
      rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 3),
      opened_at INTEGER NOT NULL,
      -- 9007199254740991: none.
      due_at INTEGER NOT NULL,
      clock_from INTEGER NOT NULL,
      pauses TEXT NOT NULL DEFAULT '[]',
      result TEXT,
      closed_at INTEGER
    ) STRICT;
    CREATE INDEX matter_open ON matter (rank, due_at, position) WHERE closed_at IS NULL;
    CREATE INDEX matter_state ON matter (state, rank, due_at, position) WHERE closed_at IS NULL;
    CREATE INDEX matter_owner ON matter (owner, rank, due_at, position) WHERE closed_at IS NULL AND owner IS NOT NULL;
    CREATE INDEX matter_due ON matter (due_at, rank, position) WHERE closed_at IS NULL;
    CREATE INDEX matter_ended ON matter (closed_at, position) WHERE closed_at IS NOT NULL;
    CREATE INDEX matter_conversation ON matter (conversation_id, position);

    CREATE TABLE matter_about (
      reference TEXT PRIMARY KEY REFERENCES matter (reference),
      about TEXT NOT NULL,
      receipt_hash TEXT UNIQUE,
      summary_sha256 TEXT
    ) STRICT;

    CREATE TABLE case_event (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      reference TEXT NOT NULL REFERENCES matter (reference),
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      actor TEXT NOT NULL,
      staff_id TEXT,
      from_state TEXT NOT NULL,
      to_state TEXT NOT NULL,
      details TEXT NOT NULL,
      UNIQUE (reference, seq)
    ) STRICT;

    CREATE TABLE case_message (
      id TEXT PRIMARY KEY,
      reference TEXT NOT NULL REFERENCES matter (reference),
      at INTEGER NOT NULL,
      from_role TEXT NOT NULL CHECK (from_role IN ('complainant', 'staff')),
      staff_id TEXT,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX case_message_of ON case_message (reference, at);

    -- Among staff. Nothing that goes to a complainant reads this table.
    CREATE TABLE case_note (
      id TEXT PRIMARY KEY,
      reference TEXT NOT NULL REFERENCES matter (reference),
      at INTEGER NOT NULL,
      staff_id TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX case_note_of ON case_note (reference, at);

    CREATE TABLE question (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      reference TEXT NOT NULL UNIQUE,
      conversation_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      at INTEGER NOT NULL,
      about TEXT NOT NULL
    ) STRICT;

    -- What waited for people until now. A question was the editors' and stays theirs.
    INSERT INTO question (reference, conversation_id, channel, at, about)
      SELECT reference, conversation_id, channel, at, about FROM inbox WHERE kind = 'question' ORDER BY position;
    INSERT INTO matter (reference, kind, conversation_id, channel, state, rank, opened_at, due_at, clock_from)
      SELECT reference, kind, conversation_id, channel, 'waiting', CASE urgent WHEN 1 THEN 0 ELSE 3 END, at, 9007199254740991, at
      FROM inbox WHERE kind <> 'question' ORDER BY position;
    INSERT INTO matter_about (reference, about)
      SELECT reference, json_set(about, '$.kind', kind) FROM inbox WHERE kind <> 'question';
    INSERT INTO case_event (reference, seq, at, kind, actor, from_state, to_state, details)
      SELECT reference, 1, at, 'filed', 'complainant', 'waiting', 'waiting', '{}' FROM inbox WHERE kind <> 'question' ORDER BY position;
    DROP TABLE inbox;
  `,
};
