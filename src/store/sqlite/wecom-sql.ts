const MESSAGE = `position, open_kfid AS openKfid, msgid, conversation_id AS conversationId, external_userid AS externalUserid,
  origin, type, sent_at AS sentAt, kept_at AS keptAt, raw, turn`;
const PERSON = `p.conversation_id AS conversationId, p.open_kfid AS openKfid, p.external_userid AS externalUserid, p.heard_at AS heardAt,
  p.used, p.service_state AS serviceState, p.state_at AS stateAt`;
const ACCOUNT = `open_kfid AS openKfid, cursor, cursor_at AS cursorAt, token, token_at AS tokenAt, notified_at AS notifiedAt,
  pulled_at AS pulledAt, live_at AS liveAt`;

/** All SQL of the WeCom channel but the schema. */
export const WECOM_SQL = {
  token: `SELECT token, obtained_at AS obtainedAt, expires_at AS expiresAt FROM wecom_token WHERE name = ?`,
  keepToken: `
    INSERT INTO wecom_token (name, token, obtained_at, expires_at) VALUES (@name, @token, @obtainedAt, @expiresAt)
    ON CONFLICT (name) DO UPDATE SET token = @token, obtained_at = @obtainedAt, expires_at = @expiresAt`,
  dropToken: `DELETE FROM wecom_token WHERE name = ? AND token = ?`,
  noteCallback: `INSERT INTO wecom_callback (key, at) VALUES (?, ?) ON CONFLICT (key) DO NOTHING`,
  sweepCallbacks: `DELETE FROM wecom_callback WHERE at < ?`,

  notified: `
    INSERT INTO kf_account (open_kfid, token, token_at, notified_at, live_at) VALUES (@openKfid, @token, @at, @at, @at)
    ON CONFLICT (open_kfid) DO UPDATE SET token = @token, token_at = @at, notified_at = @at`,
  know: `INSERT INTO kf_account (open_kfid, notified_at, live_at) VALUES (@openKfid, 0, @at) ON CONFLICT (open_kfid) DO NOTHING`,
  accounts: `SELECT ${ACCOUNT} FROM kf_account ORDER BY open_kfid`,
  account: `SELECT ${ACCOUNT} FROM kf_account WHERE open_kfid = ?`,
  takeLease: `
    UPDATE kf_account SET holder = @holder, held_until = @until
    WHERE open_kfid = @openKfid AND (holder IS NULL OR holder = @holder OR held_until <= @at)`,
  endLeases: `UPDATE kf_account SET holder = NULL, held_until = 0 WHERE holder IS NOT NULL`,
  holds: `SELECT live_at AS liveAt FROM kf_account WHERE open_kfid = @openKfid AND holder = @holder`,
  moveCursor: `UPDATE kf_account SET cursor = @nextCursor, cursor_at = @at WHERE open_kfid = @openKfid`,
  forgetCursor: `UPDATE kf_account SET cursor = '' WHERE open_kfid = ?`,
  endReading: `UPDATE kf_account SET holder = NULL, held_until = 0, pulled_at = @at WHERE open_kfid = @openKfid AND holder = @holder`,
  firstReading: `UPDATE kf_account SET read_once = 1 WHERE open_kfid = ? AND read_once = 0`,

  keepMessage: `
    INSERT INTO kf_message (open_kfid, msgid, conversation_id, external_userid, origin, type, sent_at, kept_at, raw, state)
    VALUES (@openKfid, @msgid, @conversationId, @externalUserid, @origin, @type, @sentAt, @at, @raw, @state)
    ON CONFLICT (open_kfid, msgid) DO NOTHING`,
  meetPerson: `
    INSERT INTO kf_person (conversation_id, open_kfid, external_userid) VALUES (@conversationId, @openKfid, @externalUserid)
    ON CONFLICT (conversation_id) DO NOTHING`,
  heardFrom: `UPDATE kf_person SET heard_at = @sentAt, used = 0 WHERE conversation_id = @conversationId AND heard_at <= @sentAt`,
  unansweredBefore: `
    SELECT m.conversation_id AS conversationId, m.msgid, m.external_userid AS externalUserid, m.sent_at AS sentAt, m.raw FROM kf_message m
    WHERE m.open_kfid = @openKfid AND m.state = 'backlog' AND m.origin = 3 AND m.sent_at > @since AND NOT EXISTS (
      SELECT 1 FROM kf_message n
      WHERE n.conversation_id = m.conversation_id AND n.origin IN (3, 5) AND (n.sent_at > m.sent_at OR (n.sent_at = m.sent_at AND n.position > m.position)))`,

  waiting: `SELECT ${MESSAGE} FROM kf_message WHERE state = 'waiting' AND position > ? ORDER BY position LIMIT ?`,
  join: `UPDATE kf_message SET turn = @turn WHERE open_kfid = @openKfid AND msgid = @msgid AND state = 'waiting'`,
  endMessage: `UPDATE kf_message SET state = @state WHERE open_kfid = @openKfid AND msgid = @msgid AND state = 'waiting'`,
  message: `SELECT ${MESSAGE}, state FROM kf_message WHERE open_kfid = ? AND msgid = ?`,
  recall: `UPDATE kf_message SET state = 'recalled' WHERE open_kfid = ? AND msgid = ?`,
  stillIn: `SELECT COUNT(*) AS count FROM kf_message WHERE open_kfid = ? AND turn = ? AND state <> 'recalled'`,
  hideLine: `UPDATE transcript SET text = @text, attachments = @attachments WHERE id = @id`,
  turnTypes: `SELECT type FROM kf_message WHERE open_kfid = @openKfid AND turn = @turn AND position < @position`,
  unsend: `
    DELETE FROM outbox WHERE state = 'due' AND id IN (SELECT t.id FROM transcript t WHERE t.conversation_id = @conversationId AND t.reply_to = @id)
      AND id NOT IN (SELECT entry_id FROM kf_sending WHERE conversation_id = @conversationId)`,
  noteLine: `
    INSERT INTO transcript (conversation_id, seq, id, at, from_role, from_id, text, attachments, source_id)
    SELECT @conversationId, COALESCE(MAX(seq), 0) + 1, @id, @at, @from, @fromId, @text, '[]', @sourceId FROM transcript WHERE conversation_id = @conversationId`,
  lineBySource: `SELECT id FROM transcript WHERE conversation_id = ? AND source_id = ?`,
  line: `
    SELECT conversation_id AS conversationId, seq, id, at, from_role AS "from", from_id AS fromId, text, attachments, reply,
           source_id AS sourceId, reply_to AS replyTo
    FROM transcript WHERE id = ?`,
  lastReplyTo: `SELECT reply_to AS replyTo FROM transcript WHERE conversation_id = ? AND from_role = 'bot' ORDER BY seq DESC LIMIT 1`,

  sending: `SELECT entry_id AS entryId, conversation_id AS conversationId, state FROM kf_sending WHERE msgid = ?`,
  beginSending: `
    INSERT INTO kf_sending (msgid, entry_id, conversation_id, state, at) VALUES (@msgid, @entryId, @conversationId, @state, @at)
    ON CONFLICT (msgid) DO UPDATE SET state = @state, at = @at`,
  endSending: `UPDATE kf_sending SET state = @state, at = @at WHERE msgid = @msgid`,
  countSent: `UPDATE kf_person SET used = used + 1 WHERE conversation_id = ?`,
  person: `SELECT ${PERSON} FROM kf_person p WHERE p.conversation_id = ?`,
  noteState: `UPDATE kf_person SET service_state = @serviceState, state_at = @at WHERE conversation_id = @conversationId`,
  conversation: `SELECT revision, state, channel FROM conversation WHERE id = ?`,
  addConversation: `INSERT INTO conversation (id, channel, revision, state) VALUES (@id, 'wecom-kf', 1, @state)`,
  saveConversation: `UPDATE conversation SET revision = revision + 1, state = @state WHERE id = @id`,
  answeredActivity: `
    SELECT a.kind, a.outcome, a.source_id AS sourceId FROM transcript t JOIN activity a ON a.id = t.reply_to WHERE t.id = ?`,
  lineFrom: `SELECT from_role AS "from" FROM transcript WHERE id = ?`,

  keptBack: `
    SELECT DISTINCT s.entry_id AS id, o.position FROM kf_sending s JOIN outbox o ON o.id = s.entry_id AND o.state = 'parked'
    WHERE s.conversation_id = @conversationId AND s.state IN ('held', 'delayed') ORDER BY o.position DESC LIMIT @most`,
  delayed: `
    SELECT DISTINCT s.entry_id AS id, o.position FROM kf_sending s JOIN outbox o ON o.id = s.entry_id AND o.state = 'parked'
    WHERE s.state = 'delayed' ORDER BY o.position LIMIT 500`,
  sendAgain: `UPDATE outbox SET state = 'due', tries = 0, due_at = @at WHERE id = @id AND state = 'parked'`,

  handoffs: `
    SELECT ${PERSON}, json_extract(c.state, '$.owner.reference') AS reference, json_extract(c.state, '$.owner.since') AS since
    FROM kf_person p JOIN conversation c ON c.id = p.conversation_id
    WHERE json_extract(c.state, '$.owner.by') = 'queue' AND p.handed_over IS NOT json_extract(c.state, '$.owner.reference')
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state = 'due')`,
  handedOver: `UPDATE kf_person SET handed_over = @reference, handed_at = @at, escalated = 0 WHERE conversation_id = @conversationId`,
  waitedLong: `
    SELECT p.conversation_id AS conversationId, p.handed_over AS reference FROM kf_person p JOIN conversation c ON c.id = p.conversation_id
    WHERE p.handed_at <= ? AND p.escalated = 0 AND json_extract(c.state, '$.owner.staffId') = 'wecom:pool'`,
  escalated: `UPDATE kf_person SET escalated = 1 WHERE conversation_id = ?`,
} as const;
