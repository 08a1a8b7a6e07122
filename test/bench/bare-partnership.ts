/** The limit for partners and projects: the same rows read and written by prepared statements alone, on any engine. */
import { type EntityName, entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { bareLog } from './bare-log.ts'
import type { Engine } from './engines.ts'

const columnsOf = (entity: EntityName, alias: string) =>
  entities[entity].select.replaceAll(/(^|, )(\w+) AS/g, `$1${alias}.$2 AS`)
const personName = (alias: string) => `trim(${alias}.given_name || ' ' || ${alias}.family_name)`

const commitmentRow = `${columnsOf('commitments', 'c')}, p.name AS "partnerName", i.number_text AS "decisionNumber",
  (SELECT title FROM projects WHERE id = c.project_id) AS "projectTitle",
  (SELECT coalesce(sum(amount), 0) FROM deliveries WHERE commitment_id = c.id AND deleted_at IS NULL) AS delivered,
  (SELECT count(*) FROM deliveries WHERE commitment_id = c.id AND deleted_at IS NULL) AS deliveries
  FROM commitments c CROSS JOIN partners p ON p.id = c.partner_id
  LEFT JOIN decisions s ON s.id = c.source_decision_id LEFT JOIN agenda_items i ON i.id = s.item_id`

export function pageOfCommitments(db: Engine) {
  const page = db.prepare(`SELECT ${commitmentRow} WHERE c.deleted_at IS NULL ORDER BY c.period_to, c.id LIMIT 51`)
  return () => page.all().slice(0, 50)
}

/** Pledged and delivered per partner, year and unit. */
export function giveAndTake(db: Engine, fromYear: number, toYear: number) {
  const partners = db.prepare('SELECT id, name, partner_type, status FROM partners WHERE deleted_at IS NULL')
  const cells = db.prepare(
    `WITH RECURSIVE years (year) AS (SELECT ? UNION ALL SELECT year + 1 FROM years WHERE year < ?),
       parts (partner_id, year, unit, pledged, delivered) AS (
         SELECT c.partner_id, y.year, c.unit, c.amount, 0 FROM commitments c CROSS JOIN years y
         WHERE c.deleted_at IS NULL AND c.stage = 'promised' AND c.amount IS NOT NULL AND c.unit IS NOT NULL
           AND iif(c.recurrence = 'once', substr(c.period_to, 1, 4) + 0 = y.year,
             y.year BETWEEN substr(c.period_from, 1, 4) + 0 AND substr(c.period_to, 1, 4) + 0)
         UNION ALL
         SELECT c.partner_id, substr(d.delivered_on, 1, 4) + 0, c.unit, 0, d.amount
         FROM commitments c CROSS JOIN deliveries d ON d.commitment_id = c.id
         WHERE c.deleted_at IS NULL AND c.unit IS NOT NULL AND d.deleted_at IS NULL AND d.amount IS NOT NULL)
     SELECT partner_id, year, unit, sum(pledged), sum(delivered) FROM parts WHERE year BETWEEN ? AND ?
     GROUP BY partner_id, year, unit`,
  )
  return () => ({ partners: partners.all(), cells: cells.all(fromYear, toYear, fromYear, toYear) })
}

const milestoneRow = `${columnsOf('milestones', 'm')}, p.title AS "projectTitle", ${personName('o')} AS "ownerName",
  (SELECT count(*) FROM baselines WHERE milestone_id = m.id AND deleted_at IS NULL) AS rebaselined
  FROM milestones m CROSS JOIN projects p ON p.id = m.project_id CROSS JOIN persons o ON o.id = m.owner_id`

export function pageOfMilestones(db: Engine) {
  const page = db.prepare(`SELECT ${milestoneRow} WHERE m.deleted_at IS NULL ORDER BY m.stands_on, m.id LIMIT 51`)
  return () => page.all().slice(0, 50)
}

export function timeline(db: Engine) {
  const going = "p.deleted_at IS NULL AND p.status NOT IN ('finished', 'stopped')"
  const projects = db.prepare(
    `SELECT p.id, p.title, p.number, p.lighthouse, p.status, p.start_year, p.start_on, p.end_planned_on, p.end_actual_on,
       (SELECT light FROM project_reports WHERE project_id = p.id AND deleted_at IS NULL
         ORDER BY reported_on DESC, id DESC LIMIT 1)
     FROM projects p WHERE ${going}`,
  )
  const milestones = db.prepare(
    `SELECT m.project_id AS project, m.id, m.title, ${personName('o')}, m.baseline_on, m.forecast_on, m.actual_on,
       m.deviation_reason
     FROM projects p CROSS JOIN milestones m ON m.project_id = p.id AND m.deleted_at IS NULL
     CROSS JOIN persons o ON o.id = m.owner_id WHERE ${going} ORDER BY m.project_id, m.position`,
  )
  return () => {
    const own = Map.groupBy(milestones.all() as { project: string }[], ({ project }) => project)
    return (projects.all() as { id: string }[]).map((project) => ({ project, milestones: own.get(project.id) ?? [] }))
  }
}

/** A project with all that belongs to it. */
export function openProject(db: Engine, id: string) {
  const project = db.prepare(
    `SELECT ${columnsOf('projects', 'p')}, ${personName('l')} AS lead FROM projects p
     LEFT JOIN persons l ON l.id = p.lead_id WHERE p.id = ?`,
  )
  const areas = db.prepare('SELECT title FROM focus_areas WHERE id = ?')
  const of = (entity: EntityName, order: string) =>
    db.prepare(
      `SELECT ${entities[entity].select} FROM ${entities[entity].table}
       WHERE project_id = ? AND deleted_at IS NULL ORDER BY ${order}`,
    )
  const partners = db.prepare(
    `SELECT ${columnsOf('projectPartners', 'k')}, o.name FROM project_partners k CROSS JOIN partners o ON o.id = k.partner_id
     WHERE k.project_id = ? AND k.deleted_at IS NULL ORDER BY o.name`,
  )
  const commitments = db.prepare(`SELECT ${commitmentRow} WHERE c.project_id = ? AND c.deleted_at IS NULL`)
  const [financing, reports] = [of('financings', 'amount DESC'), of('projectReports', 'reported_on DESC')]
  const milestones = db.prepare(
    `SELECT ${milestoneRow} WHERE m.project_id = ? AND m.deleted_at IS NULL ORDER BY m.position`,
  )
  const attachments = of('attachments', 'created_stamp')
  const continues = db.prepare('SELECT id, title FROM projects WHERE continues_as_id = ? AND deleted_at IS NULL')
  return () => {
    const found = project.get(id) as { focusAreaIds: string }
    return {
      project: found,
      areas: (JSON.parse(found.focusAreaIds) as string[]).map((area) => areas.get(area)),
      partners: partners.all(id),
      commitments: commitments.all(id),
      financing: financing.all(id),
      reports: reports.all(id),
      milestones: milestones.all(id),
      attachments: attachments.all(id),
      continues: continues.all(id),
    }
  }
}

/** What commitments come to per partner, unit and status: every figure that the screens show. */
export function sumsOfCommitments(db: Engine) {
  const sums = db.prepare(
    `WITH given AS (SELECT commitment_id AS id, coalesce(sum(amount), 0) AS delivered, count(*) AS parts FROM deliveries
         WHERE deleted_at IS NULL GROUP BY commitment_id),
       held AS (SELECT c.partner_id, c.unit, c.stage, c.amount, c.period_to, coalesce(g.delivered, 0) AS delivered,
           coalesce(g.parts, 0) AS parts,
           c.amount * iif(c.recurrence = 'once', 1, substr(c.period_to, 1, 4) - substr(c.period_from, 1, 4) + 1) AS pledged
         FROM commitments c LEFT JOIN given g ON g.id = c.id WHERE c.deleted_at IS NULL)
     SELECT partner_id, unit, CASE WHEN stage <> 'promised' THEN stage
         WHEN amount IS NULL THEN iif(parts > 0, 'delivered', 'promised') WHEN delivered >= pledged THEN 'delivered'
         WHEN delivered > 0 THEN 'partlyDelivered' ELSE 'promised' END AS status,
       count(*), sum(period_to < '2026-11-22'), sum(pledged), sum(delivered), sum(max(0, pledged - delivered)),
       sum(max(0, delivered - pledged))
     FROM held GROUP BY 1, 2, 3`,
  )
  return () => sums.all()
}

/** One delivery and its entry in the log. */
export function bookDelivery(db: Engine, commitmentId: string, deliveredOn: string, amount: number) {
  const columns = ['id', 'created_stamp', 'changed_stamp', ...entities.deliveries.columns.map(({ column }) => column)]
  const insert = db.prepare(
    `INSERT INTO deliveries (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const commitment = db.prepare(`SELECT ${entities.commitments.select} FROM commitments WHERE id = ?`)
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const log = bareLog(db)
  return () => {
    // The rules look at what it is delivered of.
    const of = commitment.get(commitmentId) as { stage: string }
    if (of.stage !== 'promised') throw new Error(of.stage)
    const given: Record<string, string | number> = { commitmentId, deliveredOn, amount }
    const id = uuidv7(Date.now())
    const stamp = log.stamp()
    begin.run()
    insert.run(id, stamp, stamp, ...entities.deliveries.columns.map(({ field }) => given[field] ?? null))
    const value = JSON.stringify(given)
    log.add(stamp, 'deliveries.add', { entity: 'deliveries', id, field: '*', value, replaces: null })
    commit.run()
  }
}
