import type { Migration } from "./migration.js";

export const wecom: Migration = {
  version: 5,
  sql: `
    CREATE TABLE wecom_token (
      name TEXT PRIMARY KEY,
      token TEXT NOT NULL,
      obtained_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE wecom_callback (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;

    CREATE TABLE kf_account (
      open_kfid TEXT PRIMARY KEY,
      cursor TEXT NOT NULL DEFAULT '',
      cursor_at INTEGER,
      token TEXT,
      token_at INTEGER,
      notified_at INTEGER NOT NULL,
      pulled_at INTEGER,
      live_at INTEGER NOT NULL,
      read_once INTEGER NOT NULL DEFAULT 0,
      holder TEXT,
      held_until INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- What the platform listed, as it listed it; the transcript holds what was made of it.
    CREATE TABLE kf_message (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      open_kfid TEXT NOT NULL,
      msgid TEXT NOT NULL,
      conversation_id TEXT NOT NULL,
      external_userid TEXT NOT NULL,
      origin INTEGER NOT NULL,
      type TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      kept_at INTEGER NOT NULL,
      raw TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'backlog', 'recalled', 'failed')),
      turn TEXT,
      UNIQUE (open_kfid, msgid)
    ) STRICT;
    CREATE INDEX kf_message_waiting ON kf_message (position) WHERE state = 'waiting';
    CREATE INDEX kf_message_conversation ON kf_message (conversation_id, position);

    CREATE TABLE kf_person (
      conversation_id TEXT PRIMARY KEY,
      open_kfid TEXT NOT NULL,
      external_userid TEXT NOT NULL,
      heard_at INTEGER NOT NULL DEFAULT 0,
      used INTEGER NOT NULL DEFAULT 0,
      service_state INTEGER,
      state_at INTEGER,
      -- The handoff that has been passed on to the platform's pool, and since when it waits there.
      handed_over TEXT,
      handed_at INTEGER,
      escalated INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE kf_sending (
      msgid TEXT PRIMARY KEY,
      entry_id TEXT NOT NULL,
      conversation_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sending', 'accepted', 'held', 'delayed', 'unknown', 'refused', 'skipped', 'failed')),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX kf_sending_kept_back ON kf_sending (conversation_id) WHERE state IN ('held', 'delayed');
  `,
};
