import type { Paper } from '#shared/domain/records/meeting.ts'
import type { Id } from '#shared/domain/values.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** Papers made of a meeting, newest first. */
export function papersOf(store: Store, meetingId: Id): Paper[] {
  const rows = sql(
    store,
    `SELECT ${entities.papers.select} FROM papers WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY made_on DESC, id DESC`,
  ).all(meetingId)
  return rows.map((row) => decode('papers', row as Record<string, unknown>))
}

/** The number of the next paper of this kind, language, format and redaction: 1, 2, 3 … */
export function nextPaperVersion(
  store: Store,
  {
    meetingId,
    bodyId,
    kind,
    language,
    format,
    redacted,
  }: Pick<Paper, 'meetingId' | 'bodyId' | 'kind' | 'language' | 'format' | 'redacted'>,
): number {
  const newest = sql(
    store,
    `SELECT max(version) FROM papers WHERE meeting_id IS ? AND body_id = ? AND kind = ? AND language = ? AND format = ? AND redacted = ?`,
  )
    .pluck()
    .get(meetingId, bodyId, kind, language, format, redacted ? 1 : 0) as number | null
  return (newest ?? 0) + 1
}
