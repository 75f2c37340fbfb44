const MEMBER = `s.id, s.name, s.roles, s.active, s.password IS NOT NULL AS hasPassword, s.totp IS NOT NULL AS hasTotp, s.created_at AS createdAt`;
const SESSION = `e.id AS sessionId, e.staff_id AS staffId, e.started_at AS startedAt, e.seen_at AS seenAt, e.fresh_until AS freshUntil, e.peer`;
const AUDIT = `seq, at, actor, action, object, peer, detail, outcome, hash`;

/** SQL of people, sessions and the audit. Values are always parameters. */
export const STAFF_SQL = {
  list: `SELECT ${MEMBER} FROM staff s ORDER BY s.created_at, s.id`,
  byId: `SELECT ${MEMBER}, s.password, s.totp, s.totp_proposed AS totpProposed FROM staff s WHERE s.id = ?`,
  byName: `SELECT ${MEMBER}, s.password, s.totp, s.totp_proposed AS totpProposed FROM staff s WHERE s.name = ?`,
  count: `SELECT COUNT(*) AS count FROM staff`,
  otherAdmins: `SELECT COUNT(*) AS count FROM staff, json_each(staff.roles) WHERE active = 1 AND json_each.value = 'admin' AND staff.id <> ?`,
  add: `INSERT INTO staff (id, name, roles, password, created_at) VALUES (@id, @name, @roles, @password, @at) ON CONFLICT (name) DO NOTHING`,
  change: `UPDATE staff SET roles = @roles, active = @active WHERE id = @id`,
  forgetSecrets: `UPDATE staff SET password = NULL, totp = NULL, totp_proposed = NULL WHERE id = ?`,
  setPassword: `UPDATE staff SET password = @password WHERE id = @id`,
  proposeTotp: `UPDATE staff SET totp_proposed = @sealed WHERE id = @id`,
  adoptTotp: `UPDATE staff SET totp = totp_proposed, totp_proposed = NULL, totp_step = @step WHERE id = @id AND totp_proposed IS NOT NULL`,
  useStep: `UPDATE staff SET totp_step = @step WHERE id = @id AND totp_step < @step`,

  addEnrolment: `INSERT INTO enrolment (code_hash, staff_id, until) VALUES (@codeHash, @staffId, @until)`,
  enrolment: `SELECT staff_id AS staffId FROM enrolment WHERE code_hash = @codeHash AND until > @now`,
  dropSetup: `DELETE FROM enrolment WHERE staff_id IS NULL`,
  dropEnrolments: `DELETE FROM enrolment WHERE staff_id = ?`,

  addSession: `
    INSERT INTO session (token_hash, id, staff_id, started_at, seen_at, fresh_until, peer)
    VALUES (@tokenHash, @id, @staffId, @startedAt, @seenAt, @freshUntil, @peer)`,
  session: `SELECT ${SESSION}, ${MEMBER} FROM session e JOIN staff s ON s.id = e.staff_id WHERE e.token_hash = ? AND s.active = 1`,
  sessions: `SELECT ${SESSION} FROM session e WHERE e.staff_id = ? ORDER BY e.started_at DESC`,
  touch: `UPDATE session SET seen_at = @seenAt WHERE id = @id`,
  freshen: `UPDATE session SET fresh_until = @freshUntil WHERE id = @id`,
  endOne: `DELETE FROM session WHERE id = @id AND staff_id = @staffId`,
  endOthers: `DELETE FROM session WHERE staff_id = @id AND id <> @keepSession`,
  endOld: `DELETE FROM session WHERE staff_id = @staffId AND started_at < @before`,
  notePlace: `
    INSERT INTO sign_in_place (staff_id, peer, last_at) VALUES (@staffId, @peer, @at)
    ON CONFLICT (staff_id, peer) DO UPDATE SET last_at = excluded.last_at`,
  place: `SELECT 1 FROM sign_in_place WHERE staff_id = @staffId AND peer = @peer AND last_at > @since`,

  auditHead: `SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1`,
  addAudit: `
    INSERT INTO audit (seq, at, actor, action, object, peer, detail, outcome, hash)
    VALUES (@seq, @at, @actor, @action, @object, @peer, @detail, @outcome, @hash)`,
  auditBefore: `SELECT ${AUDIT} FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
  auditAfter: `SELECT ${AUDIT} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`,
} as const;
