/** The limit for plans and figures: the same rows read and written by prepared statements alone, on any engine. */
import { type EntityName, entities } from '#db/entities.ts'
import { uuidv7 } from '#db/ids.ts'
import { bareLog } from './bare-log.ts'
import type { Engine } from './engines.ts'

const columnsOf = (entity: EntityName, alias: string) =>
  entities[entity].select.replaceAll(/(^|, )(\w+) AS/g, `$1${alias}.$2 AS`)
const live = (entity: EntityName, where: string) =>
  `SELECT ${entities[entity].select} FROM ${entities[entity].table} WHERE ${where} AND deleted_at IS NULL`

const ofFirstRegion = `FROM measurements m WHERE m.indicator_id = i.id AND m.region_code = i.region_codes ->> 0
  AND m.breakdown_code IS NULL AND m.deleted_at IS NULL`
const newest = (
  which: string,
) => `(SELECT json_array(m.period, m.value, m.missing_reason, m.status, m.vintage, m.series_break)
  ${ofFirstRegion} ${which} ORDER BY m.period DESC, m.vintage DESC LIMIT 1)`
/** An indicator with the two newest figures of its first region. */
const indicatorRow = `${columnsOf('indicators', 'i')}, p.title AS "planTitle", r.given_name || ' ' || r.family_name AS responsible,
  ${newest('')} AS latest, ${newest(`AND m.period < (SELECT max(m.period) ${ofFirstRegion})`)} AS previous,
  (SELECT count(DISTINCT period) FROM measurements WHERE indicator_id = i.id AND deleted_at IS NULL) AS figures
`
const fromIndicators = `FROM indicators i LEFT JOIN plans p ON p.id = i.plan_id LEFT JOIN persons r ON r.id = i.responsible_id`
/** Of ids in a list, one by one: SQLite would read every indicator by its code otherwise. */
const fromIds = fromIndicators
  .replace('FROM', 'FROM json_each(?) hit CROSS JOIN')
  .replace('LEFT', 'ON i.id = hit.value LEFT')
const goalsOf = `SELECT l.indicator_id AS indicator, g.id, g.code, g.title, g.lead_indicator_id, p.title AS plan, p.version_label,
  p.status FROM json_each(?) hit
  CROSS JOIN goal_links l ON l.indicator_id = hit.value AND l.deleted_at IS NULL CROSS JOIN goals g ON g.id = l.goal_id
  CROSS JOIN plans p ON p.id = g.plan_id WHERE g.deleted_at IS NULL`
const ofPlan = `SELECT DISTINCT l.indicator_id AS id FROM goals g CROSS JOIN goal_links l ON l.goal_id = g.id
  WHERE g.plan_id = ? AND g.deleted_at IS NULL AND l.deleted_at IS NULL AND l.indicator_id IS NOT NULL`
const figuresOf = `${live('measurements', 'indicator_id = ?')} ORDER BY region_code, breakdown_code, period, vintage, id`

interface Figure {
  readonly regionCode: string
  readonly period: string
}
/** Of each region and period the figure of the latest vintage: the last of those that follow each other. */
function inForce(rows: readonly unknown[]): Figure[] {
  const figures = rows as Figure[]
  return figures.filter(({ regionCode, period }, at) => {
    const next = figures[at + 1]
    return next?.period !== period || next.regionCode !== regionCode
  })
}
const idsIn = (rows: readonly unknown[]) => JSON.stringify((rows as { id: string }[]).map(({ id }) => id))

export function pageOfIndicators(db: Engine) {
  const page = db.prepare(
    `SELECT ${indicatorRow} ${fromIndicators} WHERE i.deleted_at IS NULL ORDER BY i.sort_code, i.id LIMIT 51`,
  )
  const goals = db.prepare(goalsOf)
  return () => {
    const rows = page.all().slice(0, 50)
    return { rows, goals: goals.all(idsIn(rows)) }
  }
}

export function openIndicator(db: Engine, id: string) {
  const [indicator, goals] = [
    db.prepare(`SELECT ${indicatorRow} ${fromIndicators} WHERE i.id = ?`),
    db.prepare(goalsOf),
  ]
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
     ORDER BY region_code, breakdown_code, period, vintage, id`,
  )
  return () =>
    (indicators.all(idsIn(ids.all(planId))) as { id: string }[]).map((indicator) => ({
      indicator,
      figures: inForce(figures.all(indicator.id, String(fromYear), String(toYear))),
    }))
}

const ofLead = `SELECT period, value, status, series_break FROM measurements
  WHERE indicator_id = ? AND region_code = ? AND breakdown_code IS NULL AND deleted_at IS NULL ORDER BY period, vintage, id`
interface Goal {
  readonly leadIndicatorId: string
  readonly planId: string
  readonly previousId: string | null
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
    `SELECT l.* FROM goals g CROSS JOIN goal_links l ON l.goal_id = g.id
     WHERE g.plan_id = ? AND g.deleted_at IS NULL AND l.deleted_at IS NULL`,
  )
  const series = db.prepare(ofLead)
  const ids = db.prepare(ofPlan)
  const indicators = db.prepare(`SELECT ${indicatorRow} ${fromIds} WHERE i.deleted_at IS NULL ORDER BY i.sort_code`)
  const indicatorGoals = db.prepare(goalsOf)
  // The page offers every version of the plan; which of all plans they are is followed by hand.
  const versions = db.prepare(
    'SELECT id, title, version_label, status, previous_version_id FROM plans WHERE deleted_at IS NULL',
  )
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
      versions: versions.all(),
    }
  }
}

export function openGoal(db: Engine, id: string) {
  const goal = db.prepare(live('goals', 'id = ?'))
  const plan = db.prepare(
    `SELECT p.title, p.version_label, p.area_label, p.goal_label, p.sub_goal_label, p.strategy_label, p.activity_label
     FROM goals g CROSS JOIN plans p ON p.id = g.plan_id WHERE g.id = ?`,
  )
  const of = (entity: EntityName, where: string) => db.prepare(live(entity, where))
  // What belongs to a goal is found by its plan, which the indexes begin with.
  const ofPlanAnd = (entity: EntityName, column: string) => of(entity, `plan_id = ? AND ${column} = ?`)
  const [wordings, strategies, subGoals] = [
    ofPlanAnd('wordings', 'goal_id'),
    ofPlanAnd('strategies', 'goal_id'),
    ofPlanAnd('goals', 'parent_id'),
  ]
  const [links, activities] = [of('goalLinks', 'goal_id = ?'), of('activities', 'goal_id = ?')]
  const indicators = db.prepare(`SELECT ${indicatorRow} ${fromIds}`)
  const indicatorGoals = db.prepare(goalsOf)
  const series = db.prepare(ofLead)
  const [earlier, later] = [of('goals', 'id = ?'), of('goals', 'previous_id = ?')]
  return () => {
    const found = goal.get(id) as Goal
    const tied = links.all(id) as { indicatorId: string | null }[]
    const measured = JSON.stringify(tied.flatMap(({ indicatorId }) => indicatorId ?? []))
    return {
      goal: found,
      plan: plan.get(id),
      wordings: wordings.all(found.planId, id),
      links: tied,
      subGoals: subGoals.all(found.planId, id),
      strategies: strategies.all(found.planId, id),
      activities: activities.all(id),
      indicators: indicators.all(measured),
      indicatorGoals: indicatorGoals.all(measured),
      series: series.all(found.leadIndicatorId, '31'),
      versions: [found.previousId === null ? null : earlier.get(found.previousId), later.all(id)],
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
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const log = bareLog(db)
  return () => {
    const regionCode = regions()
    const { frequency } = indicator.get(indicatorId) as { frequency: string }
    if (frequency !== 'yearly' || versions.all(indicatorId, regionCode).length > 0) throw new Error(regionCode)
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
