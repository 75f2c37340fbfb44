/** A matter as `matterOf` reads it, but for its position. */
export const MATTER_COLUMNS = `
  m.reference, m.state, m.owner, m.revision, m.rank, m.opened_at AS openedAt, m.due_at AS dueAt, m.clock_from AS clockFrom, m.pauses,
  m.result, m.closed_at AS closedAt, m.conversation_id AS conversationId, m.channel, a.about, a.summary_sha256 AS summarySha256,
  EXISTS (SELECT 1 FROM nudge n WHERE n.reference = m.reference AND n.due_at = m.due_at AND n.stage = 'escalated') AS escalated`;
const FROM = `FROM matter m JOIN matter_about a ON a.reference = m.reference`;
const OPEN = `m.closed_at IS NULL`;
const QUEUE = `(m.rank, m.due_at, m.position) > (@rank, @dueAt, @position) ORDER BY m.rank, m.due_at, m.position LIMIT @limit`;
const SELECT = `SELECT ${MATTER_COLUMNS}, m.position ${FROM} WHERE`;
const COUNT = `SELECT COUNT(*) AS count FROM (SELECT 1 FROM matter m WHERE`;

/** The SQL of matters and all that hangs on them. Values are always parameters. */
export const MATTER_SQL = {
  addMatter: `
    INSERT INTO matter (reference, kind, conversation_id, channel, state, rank, opened_at, due_at, clock_from)
    VALUES (@reference, @kind, @conversationId, @channel, 'waiting', @rank, @at, @dueAt, @at)`,
  addAbout: `
    INSERT INTO matter_about (reference, about, receipt_hash, summary_sha256) VALUES (@reference, @about, @receiptHash, @summarySha256)`,
  receiptOf: `SELECT receipt_hash AS receiptHash FROM matter_about WHERE reference = ?`,
  matter: `${SELECT} m.reference = ?`,
  matterByReceipt: `${SELECT} a.receipt_hash = ?`,
  mattersOfConversation: `${SELECT} m.conversation_id = ? AND m.kind = 'case' ORDER BY m.position DESC LIMIT 20`,
  changeMatter: `
    UPDATE matter SET revision = revision + 1, state = @state, owner = @owner, due_at = @dueAt, clock_from = @clockFrom,
                      pauses = @pauses, result = @result, closed_at = @closedAt
    WHERE reference = @reference AND revision = @revision AND state = @from AND (@claims = 0 OR owner IS NULL)`,

  endParked: `
    UPDATE matter SET state = 'closed', closed_at = @at, revision = revision + 1
    WHERE reference = @reference AND kind = 'parked' AND state = 'waiting' AND owner IS NULL`,
  openAgain: `UPDATE matter SET state = 'waiting', closed_at = NULL, revision = revision + 1 WHERE reference = ? AND closed_at IS NOT NULL`,

  addEvent: `
    INSERT INTO case_event (reference, seq, at, kind, actor, staff_id, from_state, to_state, details)
    SELECT @reference, COALESCE(MAX(seq), 0) + 1, @at, @kind, @actor, @staffId, @from, @to, @details
    FROM case_event WHERE reference = @reference
    RETURNING seq`,
  events: `
    SELECT seq, at, kind, actor, staff_id AS staffId, from_state AS "from", to_state AS "to", details
    FROM case_event WHERE reference = ? ORDER BY seq`,
  lastChange: `
    SELECT seq, at, kind, actor, staff_id AS staffId, from_state AS "from", to_state AS "to", details FROM case_event
    WHERE reference = ? AND kind NOT IN ('evidence', 'message-in', 'message-out', 'reminded', 'escalated', 'linked') ORDER BY seq DESC LIMIT 1`,
  eventsAfter: `
    SELECT position, reference, seq, at, kind, actor, staff_id AS staffId, from_state AS "from", to_state AS "to", details
    FROM case_event WHERE position > ? ORDER BY position LIMIT ?`,

  rememberShown: `INSERT INTO shown_receipt (line_id, at) VALUES (?, ?)`,
  shownBefore: `
    SELECT t.id, t.text, t.reply FROM shown_receipt s JOIN transcript t ON t.id = s.line_id
    WHERE s.at < @before AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = s.line_id AND o.state = 'due') ORDER BY s.at LIMIT 500`,
  forgetShown: `DELETE FROM shown_receipt WHERE line_id = ?`,
  rewriteLine: `UPDATE transcript SET text = @text, reply = @reply WHERE id = @id`,
  maskLine: `UPDATE transcript SET text = @text WHERE id = @id`,

  addMessage: `
    INSERT INTO case_message (id, reference, at, from_role, staff_id, text)
    VALUES (@id, @reference, @at, @from, @staffId, @text) ON CONFLICT (id) DO NOTHING`,
  messages: `SELECT id, at, from_role AS "from", staff_id AS staffId, text FROM case_message WHERE reference = ? ORDER BY at, id`,
  addNote: `
    INSERT INTO case_note (id, reference, at, staff_id, text) VALUES (@id, @reference, @at, @staffId, @text) ON CONFLICT (id) DO NOTHING`,
  notes: `SELECT id, at, staff_id AS staffId, text FROM case_note WHERE reference = ? ORDER BY at, id`,

  listWaiting: `${SELECT} m.state = 'waiting' AND ${OPEN} AND ${QUEUE}`,
  listMine: `${SELECT} m.owner = @staffId AND ${OPEN} AND ${QUEUE}`,
  listReferred: `${SELECT} m.state = 'referred' AND ${OPEN} AND ${QUEUE}`,
  listAll: `${SELECT} ${OPEN} AND ${QUEUE}`,
  listDue: `
    ${SELECT} ${OPEN} AND m.due_at <= @dueBy AND (m.due_at, m.rank, m.position) > (@dueAt, @rank, @position)
    ORDER BY m.due_at, m.rank, m.position LIMIT @limit`,
  listEnded: `
    ${SELECT} m.closed_at IS NOT NULL AND (m.closed_at, m.position) < (@closedAt, @position)
    ORDER BY m.closed_at DESC, m.position DESC LIMIT @limit`,

  countWaiting: `${COUNT} m.state = 'waiting' AND ${OPEN} LIMIT @most)`,
  countMine: `${COUNT} m.owner = @staffId AND ${OPEN} LIMIT @most)`,
  countReferred: `${COUNT} m.state = 'referred' AND ${OPEN} LIMIT @most)`,
  countAll: `${COUNT} ${OPEN} LIMIT @most)`,
  countDue: `${COUNT} ${OPEN} AND m.due_at <= @dueBy LIMIT @most)`,
  countEnded: `${COUNT} m.closed_at IS NOT NULL LIMIT @most)`,
} as const;
