/** The limit for plans and figures: the same rows read and written by prepared statements alone, on any engine. */
import { type EntityName, entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { bareLog } from './bare-log.ts'
import type { Engine } from './engines.ts'

const columnsOf = (entity: EntityName, alias: string) =>
  entities[entity].select.replaceAll(/(^|, )(\w+) AS/g, `$1${alias}.$2 AS`)
const live = (entity: EntityName, where: string) =>
  `SELECT ${entities[entity].select} FROM ${entities[entity].table} WHERE ${where} AND deleted_at IS NULL`

const newest = (nth: number) => `(SELECT max(json_array(m.period, m.value)) FROM measurements m
  WHERE m.indicator_id = i.id AND m.region_code = i.region_codes ->> 0 AND m.breakdown_code IS NULL AND m.deleted_at IS NULL
  GROUP BY m.period ORDER BY m.period DESC LIMIT 1 OFFSET ${nth})`
/** An indicator with the two newest figures of its first region. */
const indicatorRow = `${columnsOf('indicators', 'i')}, p.title AS "planTitle", r.given_name || ' ' || r.family_name AS responsible,
  ${newest(0)} AS latest, ${newest(1)} AS previous,
  (SELECT count(DISTINCT period) FROM measurements WHERE indicator_id = i.id AND deleted_at IS NULL) AS figures
  FROM indicators i LEFT JOIN plans p ON p.id = i.plan_id LEFT JOIN persons r ON r.id = i.responsible_id`
const goalsOf = `SELECT l.indicator_id AS indicator, g.id, g.code, g.title, g.lead_indicator_id FROM json_each(?) hit
  CROSS JOIN goal_links l ON l.indicator_id = hit.value AND l.deleted_at IS NULL CROSS JOIN goals g ON g.id = l.goal_id
  WHERE g.deleted_at IS NULL`
const ofPlan = `SELECT DISTINCT l.indicator_id AS id FROM goals g CROSS JOIN goal_links l ON l.goal_id = g.id
  WHERE g.plan_id = ? AND g.deleted_at IS NULL AND l.deleted_at IS NULL AND l.indicator_id IS NOT NULL`
const figuresOf = `${live('measurements', 'indicator_id = ?')} ORDER BY region_code, breakdown_code, period, vintage, id`

interface Figure {
  readonly regionCode: string
  readonly period: string
}
/** Of each region and period the figure of the latest vintage. */
function inForce(rows: readonly unknown[]): unknown[] {
  return [...new Map((rows as Figure[]).map((one) => [`${one.regionCode} ${one.period}`, one])).values()]
}
const idsIn = (rows: readonly unknown[]) => JSON.stringify((rows as { id: string }[]).map(({ id }) => id))

export function pageOfIndicators(db: Engine) {
  const page = db.prepare(`SELECT ${indicatorRow} WHERE i.deleted_at IS NULL ORDER BY i.sort_code, i.id LIMIT 51`)
  const goals = db.prepare(goalsOf)
  return () => {
    const rows = page.all().slice(0, 50)
    return { rows, goals: goals.all(idsIn(rows)) }
  }
}

export function openIndicator(db: Engine, id: string) {
  const [indicator, goals] = [db.prepare(`SELECT ${indicatorRow} WHERE i.id = ?`), db.prepare(goalsOf)]
  const figures = db.prepare(figuresOf)
  const references = db.prepare('SELECT id, code, title FROM goals WHERE reference_id = ? AND deleted_at IS NULL')
  return () => ({
    indicator: indicator.get(id),
    goals: goals.all(JSON.stringify([id])),
    figures: inForce(figures.all(id)),
    references: references.all(id),
  })
}

/** The figures in force of a plan's indicators in some years. */
export function gridOfPlan(db: Engine, planId: string, fromYear: number, toYear: number) {
  const ids = db.prepare(ofPlan)
  const indicators = db.prepare(
    `SELECT ${columnsOf('indicators', 'i')} FROM json_each(?) hit CROSS JOIN indicators i ON i.id = hit.value
     WHERE i.deleted_at IS NULL ORDER BY i.sort_code`,
  )
  const figures = db.prepare(
    `${live('measurements', 'indicator_id = ?')} AND breakdown_code IS NULL AND substr(period, 1, 4) BETWEEN ? AND ?
     ORDER BY region_code, period, vintage, id`,
  )
  return () =>
    (indicators.all(idsIn(ids.all(planId))) as { id: string }[]).map((indicator) => ({
      indicator,
      figures: inForce(figures.all(indicator.id, String(fromYear), String(toYear))),
    }))
}

const ofLead = `SELECT period, value, status FROM measurements
  WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS NULL AND deleted_at IS NULL ORDER BY period, vintage, id`
interface Goal {
  readonly leadIndicatorId: string
}

/** A plan with all that belongs to it, and the series that its goals are held against. */
export function openPlan(db: Engine, id: string) {
  const of = (entity: EntityName) => db.prepare(live(entity, 'plan_id = ?'))
  const plan = db.prepare(live('plans', 'id = ?'))
  const parts = (
    ['focusAreas', 'wordings', 'planSections', 'strategies', 'activities', 'projects', 'attachments'] as const
  ).map(of)
  const goals = of('goals')
  const links = db.prepare(
    `SELECT l.* FROM goals g CROSS JOIN goal_links l ON l.goal_id = g.id WHERE g.plan_id = ? AND l.deleted_at IS NULL`,
  )
  const series = db.prepare(ofLead)
  const ids = db.prepare(ofPlan)
  const indicators = db.prepare(
    `SELECT ${indicatorRow} WHERE i.id IN (SELECT value FROM json_each(?)) AND i.deleted_at IS NULL ORDER BY i.sort_code`,
  )
  const indicatorGoals = db.prepare(goalsOf)
  return () => {
    const own = goals.all(id) as Goal[]
    const measured = idsIn(ids.all(id))
    return {
      plan: plan.get(id),
      parts: parts.map((part) => part.all(id)),
      goals: own,
      links: links.all(id),
      series: own.map(({ leadIndicatorId }) => series.all(leadIndicatorId, '31')),
      indicators: indicators.all(measured),
      indicatorGoals: indicatorGoals.all(measured),
    }
  }
}

export function openGoal(db: Engine, id: string) {
  const goal = db.prepare(live('goals', 'id = ?'))
  const plan = db.prepare(
    `SELECT p.title, p.version_label, p.area_label, p.goal_label, p.sub_goal_label, p.strategy_label, p.activity_label
     FROM goals g CROSS JOIN plans p ON p.id = g.plan_id WHERE g.id = ?`,
  )
  const of = (entity: EntityName, column = 'goal_id') => db.prepare(live(entity, `${column} = ?`))
  const [wordings, links, subGoals] = [of('wordings'), of('goalLinks'), of('goals', 'parent_id')]
  const [strategies, activities] = [of('strategies'), of('activities')]
  const indicators = db.prepare(
    `SELECT ${indicatorRow} WHERE i.id IN (SELECT indicator_id FROM goal_links WHERE goal_id = ? AND deleted_at IS NULL)`,
  )
  const series = db.prepare(ofLead)
  return () => {
    const found = goal.get(id) as Goal
    return {
      goal: found,
      plan: plan.get(id),
      wordings: wordings.all(id),
      links: links.all(id),
      subGoals: subGoals.all(id),
      strategies: strategies.all(id),
      activities: activities.all(id),
      indicators: indicators.all(id),
      series: series.all(found.leadIndicatorId, '31'),
    }
  }
}

/** One figure of a region of its own and its entry in the log, once what it is held against is read. */
export function enterFigure(db: Engine, indicatorId: string, regions: () => string) {
  const { columns } = entities.measurements
  const names = ['id', 'created_stamp', 'changed_stamp', ...columns.map(({ column }) => column)]
  const insert = db.prepare(
    `INSERT INTO measurements (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  const indicator = db.prepare(live('indicators', 'id = ?'))
  const versions = db.prepare(
    `${live('measurements', 'indicator_id = ?')} AND region_code = ? ORDER BY period, vintage`,
  )
  const latest = db.prepare('SELECT max(period) FROM measurements WHERE indicator_id = ? AND deleted_at IS NULL')
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const log = bareLog(db)
  return () => {
    const regionCode = regions()
    const { frequency } = indicator.get(indicatorId) as { frequency: string }
    if (frequency !== 'yearly' || versions.all(indicatorId, regionCode).length > 0) throw new Error(regionCode)
    latest.pluckGet(indicatorId)
    const given: Record<string, string | number> = {
      ...{
        indicatorId,
        regionCode,
        period: '2025',
        value: 1000,
        status: 'final',
        vintage: '2026-11-22',
        seriesBreak: 0,
      },
      enteredBy: 'Bench',
    }
    const id = uuidv7(Date.now())
    const stamp = log.stamp()
    begin.run()
    insert.run(id, stamp, stamp, ...columns.map(({ field }) => given[field] ?? null))
    const entry = { entity: 'measurements', id, field: '*', value: JSON.stringify(given), replaces: null }
    log.add(stamp, 'measurements.enter', entry)
    commit.run()
  }
}
