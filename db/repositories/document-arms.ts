/** The three tables that documents lie in, and what each answers to the register's filter and columns (records.md 3.20). */
import type { z } from 'zod'
import type { documentFilter, documentRow } from '#shared/contract/documents.ts'
import { kindOfPaper } from '#shared/domain/document-rules.ts'
import type { Day } from '#shared/domain/values.ts'
import { addIn, type Condition } from './paging.ts'

export type DocumentFilter = z.infer<typeof documentFilter>

/** One of the three tables: its expressions for what the filter asks, and its columns as a row of the register. */
export interface Arm {
  readonly source: z.infer<typeof documentRow>['source']
  readonly from: string
  readonly alias: string
  /** Day, instant or stamp: all sort as text. */
  readonly made: string
  /** `from`, read in the order of `made`. */
  readonly ordered: string
  readonly title: string
  readonly fileName: string
  readonly kind: string
  readonly publicity: string
  /** The same for a filter over all: the few closed things are gathered once, not looked for at each row. */
  readonly publicityOfAll: string
  readonly superseded: string
  /** False where nothing of it can be disposed of. */
  readonly disposal: string | null
  readonly columns: string
  readonly joins: string
}

/** Whether an attachment hangs on what is itself confidential. */
const closedHome = `(EXISTS (SELECT 1 FROM agenda_items x WHERE x.id = a.item_id AND x.confidential = 1)
  OR EXISTS (SELECT 1 FROM visits x WHERE x.id = a.visit_id AND x.confidentiality = 'confidential')
  OR EXISTS (SELECT 1 FROM commitments x WHERE x.is_public = 0
    AND x.id = coalesce(a.commitment_id, (SELECT d.commitment_id FROM deliveries d WHERE d.id = a.delivery_id))))`
const closedHomeOfAll = `(a.item_id IN (SELECT id FROM agenda_items WHERE confidential = 1)
  OR a.visit_id IN (SELECT id FROM visits WHERE confidentiality = 'confidential')
  OR a.commitment_id IN (SELECT id FROM commitments WHERE is_public = 0)
  OR a.delivery_id IN (SELECT d.id FROM deliveries d JOIN commitments x ON x.id = d.commitment_id WHERE x.is_public = 0))`
const attachmentPublicity = (closed: string) =>
  `CASE WHEN a.publicity <> 'public' THEN a.publicity WHEN ${closed} THEN 'notPublic' ELSE 'public' END`
const replaced = `EXISTS (SELECT 1 FROM attachments n WHERE n.supersedes_id = a.id AND n.deleted_at IS NULL)`
/** How many came before it in its line. */
const attachmentVersion = `(WITH RECURSIVE line (id) AS (
    SELECT a.supersedes_id UNION SELECT o.supersedes_id FROM line JOIN attachments o ON o.id = line.id)
  SELECT count(id) + 1 FROM line)`

const attachments: Arm = {
  source: 'attachment',
  from: 'attachments a',
  alias: 'a',
  made: 'CASE WHEN a.made_on IS NULL THEN a.created_stamp ELSE a.made_on END',
  ordered: 'attachments a INDEXED BY attachments_made',
  title: 'a.title',
  fileName: 'a.file_name',
  kind: 'a.document_kind',
  publicity: attachmentPublicity(closedHome),
  publicityOfAll: attachmentPublicity(closedHomeOfAll),
  superseded: replaced,
  disposal: `a.retention = 'dispose' AND a.disposed_on IS NULL AND a.dispose_on <= ?`,
  columns: `a.mime, a.language, a.size, a.sha256, ${attachmentVersion} AS version, a.supersedes_id AS "supersedesId",
    (SELECT actor FROM change_sets WHERE stamp = a.created_stamp) AS "madeBy",
    a.publicity = 'public' AND ${closedHome} AS "publicityDerived",
    coalesce(a.exemption_reason, i.confidential_ground) AS "exemptionReason", a.retention, a.dispose_on AS "disposeOn",
    a.archive_status AS "archiveStatus", a.disposed_on AS "disposedOn",
    CASE WHEN a.visit_id IS NOT NULL THEN 'visits' WHEN a.item_id IS NOT NULL THEN 'agendaItems'
      WHEN a.meeting_id IS NOT NULL THEN 'meetings' WHEN a.partner_id IS NOT NULL THEN 'partners'
      WHEN c.id IS NOT NULL THEN 'commitments' WHEN a.project_id IS NOT NULL THEN 'projects'
      WHEN a.milestone_id IS NOT NULL THEN 'milestones' WHEN a.plan_id IS NOT NULL THEN 'plans' END AS "homeEntity",
    coalesce(a.visit_id, a.item_id, a.meeting_id, a.partner_id, c.id, a.project_id, a.milestone_id, a.plan_id) AS "homeId",
    i.meeting_id AS "homeMeetingId",
    coalesce(f.name, nullif(concat_ws(' ', i.number_text, i.title), ''), m.title, b.name, t.name, c.title, j.title, l.title, o.title) AS "homeName",
    coalesce(v.visited_on, m.starts_on) AS "homeDay"`,
  joins: `LEFT JOIN visits v ON v.id = a.visit_id LEFT JOIN companies f ON f.id = v.company_id
    LEFT JOIN agenda_items i ON i.id = a.item_id
    LEFT JOIN meetings m ON m.id = coalesce(a.meeting_id, i.meeting_id) LEFT JOIN bodies b ON b.id = m.body_id
    LEFT JOIN partners t ON t.id = a.partner_id LEFT JOIN deliveries g ON g.id = a.delivery_id
    LEFT JOIN commitments c ON c.id = coalesce(a.commitment_id, g.commitment_id)
    LEFT JOIN projects j ON j.id = a.project_id LEFT JOIN milestones l ON l.id = a.milestone_id
    LEFT JOIN plans o ON o.id = a.plan_id`,
}

/** The items that a paper tells of: those of its meeting, that of its decision, or for a list over all meetings the body's. */
const itemsOfPaper = `x.id IN (SELECT item_id FROM decisions WHERE id = p.decision_id
  UNION ALL SELECT id FROM agenda_items WHERE meeting_id = p.meeting_id AND deleted_at IS NULL AND p.decision_id IS NULL
  UNION ALL SELECT id FROM agenda_items WHERE body_id = p.body_id AND p.decision_id IS NULL AND p.meeting_id IS NULL)`
/** A whole paper with something in it that a redacted one would hold back. Lists of attendance and calendar entries hold no items. */
const holdsConfidential = `(p.redacted = 0 AND p.format <> 'ics' AND p.kind <> 'attendanceList' AND EXISTS (
  SELECT 1 FROM agenda_items x WHERE x.deleted_at IS NULL AND ${itemsOfPaper} AND (x.confidential = 1 OR EXISTS (
    SELECT 1 FROM attachments y WHERE y.item_id = x.id AND y.deleted_at IS NULL AND y.publicity <> 'public'))))`
/** The same over all papers: which items hold something back, and so which meetings, decisions and bodies. */
const heldBack = `SELECT x.id FROM agenda_items x WHERE x.deleted_at IS NULL AND (x.confidential = 1
  OR x.id IN (SELECT y.item_id FROM attachments y WHERE y.item_id IS NOT NULL AND y.deleted_at IS NULL AND y.publicity <> 'public'))`
const holdsConfidentialOfAll = `(p.redacted = 0 AND p.format <> 'ics' AND p.kind <> 'attendanceList' AND CASE
  WHEN p.decision_id IS NOT NULL THEN p.decision_id IN (SELECT d.id FROM decisions d WHERE d.item_id IN (${heldBack}))
  WHEN p.meeting_id IS NOT NULL THEN p.meeting_id IN (SELECT m.meeting_id FROM agenda_items m WHERE m.id IN (${heldBack}))
  ELSE p.body_id IN (SELECT m.body_id FROM agenda_items m WHERE m.id IN (${heldBack})) END)`
/** The versions `n` of a paper `p`. */
export const samePaper = `n.meeting_id IS p.meeting_id AND n.body_id = p.body_id AND n.kind = p.kind AND n.decision_id IS p.decision_id
  AND n.language = p.language AND n.format = p.format AND n.redacted = p.redacted AND n.deleted_at IS NULL`

const papers: Arm = {
  source: 'paper',
  from: 'papers p',
  alias: 'p',
  made: 'p.made_on',
  ordered: 'papers p INDEXED BY papers_made',
  title: `iif(p.file_name LIKE '%.' || p.format, substr(p.file_name, 1, length(p.file_name) - length(p.format) - 1), p.file_name)`,
  fileName: 'p.file_name',
  kind: `CASE p.kind ${Object.entries(kindOfPaper)
    .map(([paper, kind]) => `WHEN '${paper}' THEN '${kind}'`)
    .join(' ')} END`,
  publicity: `iif(${holdsConfidential}, 'exempt', 'public')`,
  publicityOfAll: `iif(${holdsConfidentialOfAll}, 'exempt', 'public')`,
  superseded: `EXISTS (SELECT 1 FROM papers n WHERE ${samePaper} AND n.version > p.version)`,
  disposal: null,
  columns: `'' AS mime, p.language, p.size, p.sha256, p.version,
    (SELECT n.id FROM papers n WHERE ${samePaper} AND n.version < p.version ORDER BY n.version DESC LIMIT 1) AS "supersedesId",
    p.made_by AS "madeBy", ${holdsConfidential} AS "publicityDerived",
    iif(${holdsConfidential}, (SELECT group_concat(DISTINCT x.confidential_ground) FROM agenda_items x
      WHERE x.deleted_at IS NULL AND x.confidential = 1 AND ${itemsOfPaper}), NULL) AS "exemptionReason",
    'preserve' AS retention, NULL AS "disposeOn", 'current' AS "archiveStatus", NULL AS "disposedOn",
    iif(p.meeting_id IS NULL, 'bodies', 'meetings') AS "homeEntity", coalesce(p.meeting_id, p.body_id) AS "homeId",
    NULL AS "homeMeetingId", coalesce(m.title, b.name) AS "homeName", m.starts_on AS "homeDay"`,
  joins: 'JOIN bodies b ON b.id = p.body_id LEFT JOIN meetings m ON m.id = p.meeting_id',
}

/** The versions `n` of a package `k`. */
export const samePackage = `n.body_id = k.body_id AND n.meeting_id IS k.meeting_id AND n.period_from = k.period_from
  AND n.period_to = k.period_to AND n.language = k.language AND n.deleted_at IS NULL`

const packages: Arm = {
  source: 'package',
  from: 'packages k',
  alias: 'k',
  made: 'k.made_on',
  // As few as there were meetings of the board.
  ordered: 'packages k',
  title: 'k.title',
  fileName: 'k.title',
  kind: `'boardPackage'`,
  publicity: `iif(k.with_confidential = 1, 'exempt', 'public')`,
  publicityOfAll: `iif(k.with_confidential = 1, 'exempt', 'public')`,
  superseded: `EXISTS (SELECT 1 FROM packages n WHERE ${samePackage} AND n.version > k.version)`,
  disposal: null,
  columns: `'' AS mime, k.language, NULL AS size, NULL AS sha256, k.version,
    (SELECT n.id FROM packages n WHERE ${samePackage} AND n.version < k.version ORDER BY n.version DESC LIMIT 1) AS "supersedesId",
    k.made_by AS "madeBy", k.with_confidential AS "publicityDerived", NULL AS "exemptionReason",
    'preserve' AS retention, NULL AS "disposeOn", 'current' AS "archiveStatus", NULL AS "disposedOn",
    iif(k.meeting_id IS NULL, 'bodies', 'meetings') AS "homeEntity", coalesce(k.meeting_id, k.body_id) AS "homeId",
    NULL AS "homeMeetingId", coalesce(m.title, b.name) AS "homeName", m.starts_on AS "homeDay"`,
  joins: 'JOIN bodies b ON b.id = k.body_id LEFT JOIN meetings m ON m.id = k.meeting_id',
}
/** What the register is put together of. */
export const arms = [attachments, papers, packages] as const

/** What of one table the filter lets through; null where it lets nothing through. The words that it searches for are not asked here. */
export function conditionOf(arm: Arm, filter: DocumentFilter, today: Day): Condition | null {
  const condition: Condition = { where: [`${arm.alias}.deleted_at IS NULL`], values: [] }
  if (filter.disposalDueOnly) {
    if (arm.disposal === null) return null
    condition.where.push(arm.disposal)
    condition.values.push(today)
  }
  addIn(condition, arm.kind, filter.kinds)
  addIn(condition, arm.publicityOfAll, filter.publicities)
  if (filter.year !== null) {
    condition.where.push(`${arm.made} >= ? AND ${arm.made} < ?`)
    condition.values.push(startOfYear(filter.year), startOfYear(filter.year + 1))
  }
  if (!filter.withSuperseded) condition.where.push(`NOT ${arm.superseded}`)
  return condition
}

/** The instant at which a year begins in Oslo and Stockholm. As text it lies before the year's first day and after the last of the year before. */
function startOfYear(year: number): string {
  return `${year - 1}-12-31T23:00:00.000Z`
}
