import { MATTER_COLUMNS } from "./matter-sql.js";

const OPEN = `closed_at IS NULL`;

/** SQL of what the desk keeps besides people and matters. Values are always parameters. */
export const DESK_SQL = {
  mattersOpened: `
    SELECT ${MATTER_COLUMNS}, m.position FROM matter m JOIN matter_about a ON a.reference = m.reference
    WHERE m.opened_at >= @from AND m.opened_at < @until AND m.position > @after ORDER BY m.position LIMIT @limit`,

  link: `
    INSERT INTO matter_link (one, other, by_staff, at) VALUES (MIN(@reference, @other), MAX(@reference, @other), @staffId, @at)
    ON CONFLICT DO NOTHING`,
  linked: `
    SELECT ${MATTER_COLUMNS}, m.position FROM matter m JOIN matter_about a ON a.reference = m.reference WHERE m.reference IN
      (SELECT other FROM matter_link WHERE one = @reference UNION SELECT one FROM matter_link WHERE other = @reference)
    ORDER BY m.position DESC`,

  lastEvent: `SELECT COALESCE(MAX(position), 0) AS position FROM case_event`,
  tags: `SELECT tag FROM matter_tag WHERE reference = ? ORDER BY tag`,
  dropTags: `DELETE FROM matter_tag WHERE reference = ?`,
  addTag: `INSERT INTO matter_tag (reference, tag) VALUES (@reference, @tag) ON CONFLICT DO NOTHING`,

  saveDraft: `
    INSERT INTO draft (staff_id, reference, kind, text, at) VALUES (@staffId, @reference, @kind, @text, @at)
    ON CONFLICT (staff_id, reference, kind) DO UPDATE SET text = excluded.text, at = excluded.at`,
  dropDraft: `DELETE FROM draft WHERE staff_id = @staffId AND reference = @reference AND kind = @kind`,
  drafts: `SELECT staff_id AS staffId, reference, kind, text, at FROM draft WHERE staff_id = ? AND reference = ?`,

  duties: `SELECT staff_id AS staffId, on_duty AS onDuty, capacity FROM duty`,
  setDuty: `
    INSERT INTO duty (staff_id, on_duty, capacity) VALUES (@staffId, @onDuty, @capacity)
    ON CONFLICT (staff_id) DO UPDATE SET on_duty = excluded.on_duty, capacity = excluded.capacity`,

  templates: `SELECT id, title, text, by_staff AS by, at FROM reply_template ORDER BY title, id`,
  saveTemplate: `
    INSERT INTO reply_template (id, title, text, by_staff, at) VALUES (@id, @title, @text, @by, @at)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, by_staff = excluded.by_staff, at = excluded.at`,
  dropTemplate: `DELETE FROM reply_template WHERE id = ?`,

  reportAnswer: `
    INSERT INTO answer_report (id, entry, why, reference, by_staff, at) VALUES (@id, @entry, @why, @reference, @by, @at)
    ON CONFLICT (id) DO NOTHING`,
  answerReports: `SELECT id, entry, why, reference, by_staff AS by, at FROM answer_report ORDER BY position LIMIT ?`,

  setting: `SELECT value FROM setting WHERE name = ?`,
  setSetting: `INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,

  countState: `SELECT COUNT(*) AS count FROM matter WHERE state = ? AND ${OPEN}`,
  oldestWaiting: `SELECT MIN(opened_at) AS at FROM matter WHERE state = 'waiting' AND ${OPEN}`,
  overdue: `SELECT COUNT(*) AS count FROM matter WHERE ${OPEN} AND due_at < ?`,
  openedSince: `SELECT COUNT(*) AS count FROM matter WHERE opened_at >= ?`,
  endedSince: `SELECT COUNT(*) AS count FROM matter WHERE closed_at >= ?`,
  byOwner: `
    SELECT owner AS staffId, COUNT(*) AS open, SUM(due_at < ?) AS overdue FROM matter WHERE ${OPEN} AND owner IS NOT NULL
    GROUP BY owner ORDER BY owner`,
} as const;
