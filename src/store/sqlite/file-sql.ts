const FILE = `
  SELECT file, name, content_type AS contentType, bytes, sha256, at, clean_file AS cleanFile, clean_type AS cleanType, clean_bytes AS cleanBytes
  FROM kept_file WHERE`;

/** The SQL of files. Values are always parameters. */
export const FILE_SQL = {
  addFile: `
    INSERT INTO kept_file (file, conversation_id, reference, name, content_type, bytes, sha256, at)
    VALUES (@file, @conversationId, @reference, @name, @contentType, @bytes, @sha256, @at) ON CONFLICT (file) DO NOTHING`,
  openCasesOf: `
    SELECT reference, state FROM matter WHERE conversation_id = ? AND kind = 'case' AND closed_at IS NULL ORDER BY position LIMIT 2`,
  takeLooseFiles: `UPDATE kept_file SET reference = @reference WHERE conversation_id = @conversationId AND reference IS NULL`,
  filesOf: `${FILE} reference = ? ORDER BY position`,
  fileOf: `${FILE} reference = @reference AND file = @file`,
  filesToClean: `${FILE} clean_file IS NULL AND unclean = 0 AND content_type LIKE 'image/%' ORDER BY position LIMIT ?`,
  keepCleanCopy: `
    UPDATE kept_file SET clean_file = @cleanFile, clean_type = @contentType, clean_bytes = @bytes WHERE file = @file AND clean_file IS NULL`,
  giveUpCleaning: `UPDATE kept_file SET unclean = 1 WHERE file = ? AND clean_file IS NULL`,
  fileNames: `
    SELECT name FROM (SELECT file AS name FROM kept_file UNION ALL SELECT clean_file FROM kept_file WHERE clean_file IS NOT NULL)
    WHERE name > ? ORDER BY name LIMIT ?`,
} as const;
