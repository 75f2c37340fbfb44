/** All SQL but the schema. Values are always parameters. */
export const SQL = {
  findActivity: `SELECT id, seq, state, tries FROM activity WHERE channel = @channel AND conversation_id = @conversationId AND source_id = @sourceId`,
  lastSeq: `SELECT COALESCE(MAX(seq), 0) AS seq FROM transcript WHERE conversation_id = ?`,
  addActivity: `
    INSERT INTO activity (id, channel, conversation_id, source_id, kind, from_role, from_id, at, seq)
    VALUES (@id, @channel, @conversationId, @sourceId, @kind, @fromRole, @fromId, @at, @seq)`,
  activityById: `SELECT channel, conversation_id AS conversationId, state, tries FROM activity WHERE id = ?`,
  endActivity: `UPDATE activity SET state = @state, outcome = @outcome WHERE id = @id AND state = 'pending'`,
  countTry: `UPDATE activity SET tries = tries + 1 WHERE id = ?`,
  pending: `
    SELECT a.id, a.channel, a.conversation_id AS conversationId, a.source_id AS sourceId, a.kind,
           a.from_role AS fromRole, a.from_id AS fromId, a.at, a.seq, t.text, t.attachments
    FROM activity a LEFT JOIN transcript t ON t.id = a.id
    WHERE a.state = 'pending' ORDER BY a.position`,

  conversation: `SELECT revision, state FROM conversation WHERE id = ?`,
  addConversation: `INSERT INTO conversation (id, channel, revision, state) VALUES (@id, @channel, 1, @state) ON CONFLICT (id) DO NOTHING`,
  saveConversation: `UPDATE conversation SET revision = revision + 1, state = @state WHERE id = @id AND revision = @revision`,

  addLine: `
    INSERT INTO transcript (conversation_id, seq, id, at, from_role, from_id, text, attachments, reply, source_id, reply_to)
    VALUES (@conversationId, @seq, @id, @at, @from, @fromId, @text, @attachments, @reply, @sourceId, @replyTo)`,
  lines: `
    SELECT conversation_id AS conversationId, seq, id, at, from_role AS "from", from_id AS fromId, text, attachments, reply,
           source_id AS sourceId, reply_to AS replyTo
    FROM transcript WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  linesInReply: `
    SELECT conversation_id AS conversationId, seq, id, at, from_role AS "from", from_id AS fromId, text, attachments, reply,
           source_id AS sourceId, reply_to AS replyTo
    FROM transcript WHERE conversation_id = ? AND reply_to = ? ORDER BY seq`,

  addToOutbox: `INSERT INTO outbox (id, conversation_id, channel, due_at) VALUES (@id, @conversationId, @channel, @at)`,
  outboxDue: `
    SELECT o.channel, o.tries, t.conversation_id AS conversationId, t.seq, t.id, t.at, t.from_role AS "from",
           t.from_id AS fromId, t.text, t.attachments, t.reply, t.source_id AS sourceId, t.reply_to AS replyTo
    FROM outbox o JOIN transcript t ON t.id = o.id
    WHERE o.state = 'due' AND o.due_at <= @now AND NOT EXISTS (
      SELECT 1 FROM outbox e
      WHERE e.conversation_id = o.conversation_id AND e.position < o.position AND e.state = 'due' AND e.due_at > @now)
    ORDER BY o.position LIMIT @limit`,
  outboxById: `SELECT conversation_id AS conversationId, channel FROM outbox WHERE id = ? AND state = 'due'`,
  outboxSent: `DELETE FROM outbox WHERE id = ?`,
  outboxLater: `UPDATE outbox SET tries = tries + 1, due_at = @retryAt WHERE id = @id AND state = 'due'`,
  outboxPark: `UPDATE outbox SET tries = tries + 1, state = 'parked' WHERE id = ?`,

  addQuestion: `INSERT INTO question (reference, conversation_id, channel, at, about) VALUES (@reference, @conversationId, @channel, @at, @about)`,
  openQuestions: `SELECT reference, conversation_id AS conversationId, channel, at, about FROM question ORDER BY position LIMIT ?`,

  beat: `UPDATE heartbeat SET beats = beats + 1`,
} as const;
