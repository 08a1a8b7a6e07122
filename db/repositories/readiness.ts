/** What the look through the data before a package is made reads beside the rows of the screens. */
import type { ItemType } from '#shared/domain/records/agenda-item.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'
import { namedInPapers } from './attachments.ts'
import { indicatorIdsOfPlan } from './indicators.ts'

export interface ReadyItem {
  readonly id: Id
  readonly title: string
  readonly numberText: string | null
  readonly type: ItemType
  readonly confidential: 0 | 1
  readonly aboutMeetingId: Id | null
  readonly proposed: 0 | 1
  /** Has a background or a summary. */
  readonly told: 0 | 1
}

/** The items of a meeting in order, and what is written of each. */
export function itemsToPrint(store: Store, meetingId: Id): ReadyItem[] {
  return sql(
    store,
    `SELECT id, title, number_text AS "numberText", type, confidential, about_meeting_id AS "aboutMeetingId",
       proposed_decision IS NOT NULL AS proposed, background IS NOT NULL OR ifnull(trim(summary), '') <> '' AS told
     FROM agenda_items WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(meetingId) as ReadyItem[]
}

export interface LateFollowUp {
  readonly entity: 'decisions' | 'actions'
  readonly id: Id
  readonly title: string
  readonly dueOn: Day
  readonly confidential: 0 | 1
  /** Made of a confidential visit: named in no paper, whatever its readers may see. */
  readonly neverNamed: 0 | 1
}

const unansweredBy = (alias: string) =>
  `${alias}.status IN ('open', 'inProgress') AND ifnull(trim(${alias}.result), '') = ''`

/**
 * Decisions and actions of a body that are past their day and of which nothing is said, the oldest first: those that `followUpList`
 * lists, and actions made of confidential visits, which it only counts.
 */
export function lateWithoutResult(store: Store, bodyId: Id, today: Day): LateFollowUp[] {
  return sql(
    store,
    `SELECT 'decisions' AS entity, d.id, coalesce(i.title, substr(d.text, 1, 200)) AS title, d.deadline AS "dueOn",
       ifnull(i.confidential, 0) AS confidential, 0 AS "neverNamed"
     FROM decisions d INDEXED BY decisions_open LEFT JOIN agenda_items i ON i.id = d.item_id LEFT JOIN meetings m ON m.id = i.meeting_id
     WHERE d.deleted_at IS NULL AND d.deadline < @today AND ${unansweredBy('d')}
       AND (i.id IS NULL OR (i.body_id = @bodyId AND m.number IS NOT NULL))
     UNION ALL
     SELECT 'actions', a.id, a.title, a.due_on, ifnull(i.confidential, 0), ifnull(v.confidentiality = 'confidential', 0)
     FROM actions a INDEXED BY actions_open LEFT JOIN visits v ON v.id = a.origin_visit_id
       LEFT JOIN decisions d ON d.id = a.origin_decision_id
       LEFT JOIN agenda_items i ON i.id = coalesce(a.origin_item_id, d.item_id)
     WHERE a.deleted_at IS NULL AND a.due_on < @today AND ${unansweredBy('a')} AND (i.id IS NULL OR i.body_id = @bodyId)
     ORDER BY 4, 2`,
  ).all({ bodyId, today }) as LateFollowUp[]
}

/**
 * Pictures of a meeting's items that a paper would show and that have no alternative text, in the order of the agenda. A confidential
 * item's are shown in a closed paper only.
 */
export function picturesWithoutAltText(store: Store, meetingId: Id, withConfidential: boolean) {
  return sql(
    store,
    `SELECT a.id, a.title FROM agenda_items i CROSS JOIN attachments a ON a.item_id = i.id
     WHERE i.meeting_id = ? AND i.deleted_at IS NULL AND (i.confidential = 0 OR ?) AND a.mime LIKE 'image/%'
       AND ifnull(trim(a.alt_text), '') = '' AND a.disposed_on IS NULL AND ${namedInPapers}
     ORDER BY i.position, i.id, a.created_stamp, a.id`,
  ).all(meetingId, withConfidential ? 1 : 0, withConfidential ? 1 : 0) as { id: Id; title: string }[]
}

/** Goals of a plan on which nobody has set a status, by position. */
export function goalsWithoutStatus(store: Store, planId: Id): Id[] {
  return sql(
    store,
    'SELECT id FROM goals INDEXED BY goals_plan WHERE plan_id = ? AND deleted_at IS NULL AND status IS NULL ORDER BY position, id',
  )
    .pluck()
    .all(planId) as Id[]
}

/** True where a plan has a goal, an activity or an indicator: papers tell nothing of other plans. */
export function planHasContent(store: Store, planId: Id): boolean {
  const within = sql(
    store,
    `SELECT EXISTS (SELECT 1 FROM goals WHERE plan_id = @planId AND deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM activities WHERE plan_id = @planId AND deleted_at IS NULL)`,
  )
    .pluck()
    .get({ planId })
  if (within === 1) return true
  const ids = JSON.stringify(indicatorIdsOfPlan(store, planId))
  return (
    sql(
      store,
      'SELECT EXISTS (SELECT 1 FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value WHERE i.deleted_at IS NULL)',
    )
      .pluck()
      .get(ids) === 1
  )
}

/** Of the indicators of a plan those whose figure was expected before a day and has not come, the longest overdue first. */
export function overdueIndicators(store: Store, planId: Id, today: Day) {
  return sql(
    store,
    `SELECT i.id, i.code, i.title, i.next_expected_on AS "expectedOn" FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value
     WHERE i.deleted_at IS NULL AND i.next_expected_on < ? ORDER BY i.next_expected_on, i.sort_code, i.id`,
  ).all(JSON.stringify(indicatorIdsOfPlan(store, planId)), today) as {
    id: Id
    code: string | null
    title: string
    expectedOn: Day
  }[]
}
