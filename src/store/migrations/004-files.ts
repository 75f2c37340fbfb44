import type { Migration } from "./migration.js";

export const files: Migration = {
  version: 4,
  sql: `
    -- One row a file that lies in the data folder. A file there without a row was refused or never finished.
    CREATE TABLE kept_file (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      file TEXT NOT NULL UNIQUE,
      conversation_id TEXT NOT NULL,
      reference TEXT REFERENCES matter (reference),
      name TEXT NOT NULL,
      content_type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      at INTEGER NOT NULL,
      -- A copy without place, time and camera; the original stays as it came.
      clean_file TEXT UNIQUE,
      clean_type TEXT,
      clean_bytes INTEGER,
      -- 1: nobody could make one; the picture may be broken, or too large to be taken apart safely.
      unclean INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX kept_file_loose ON kept_file (conversation_id) WHERE reference IS NULL;
    CREATE INDEX kept_file_of ON kept_file (reference, position) WHERE reference IS NOT NULL;
    CREATE INDEX kept_file_to_clean ON kept_file (position) WHERE clean_file IS NULL AND unclean = 0 AND content_type LIKE 'image/%';

    INSERT OR IGNORE INTO kept_file (file, conversation_id, name, content_type, bytes, sha256, at)
      SELECT json_extract(f.value, '$.file'), t.conversation_id, json_quote(json_extract(f.value, '$.name')),
             json_extract(f.value, '$.contentType'), json_extract(f.value, '$.bytes'), json_extract(f.value, '$.sha256'), t.at
      FROM transcript t, json_each(t.attachments) f
      WHERE t.attachments <> '[]' AND json_extract(f.value, '$.file') IS NOT NULL AND json_extract(f.value, '$.sha256') IS NOT NULL;
  `,
};
