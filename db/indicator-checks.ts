/** Rules of indicators and figures that need other records beside them: codes of the file, goals with their units, vintages. */
import { type FieldMessages, fieldMessage } from '#shared/domain/checked.ts'
import { formatDay } from '#shared/domain/days.ts'
import { checkIndicator } from '#shared/domain/indicator-rules.ts'
import { checkMeasurement } from '#shared/domain/measurement-rules.ts'
import type { Goal } from '#shared/domain/records/goal.ts'
import type { Indicator, Measurement } from '#shared/domain/records/indicator.ts'
import type { Country, Day, Id, Language } from '#shared/domain/values.ts'
import { indicatorWithCode } from './repositories/indicators.ts'
import { hasFractions, hasParts, periodsOf, versionsOf } from './repositories/measurements.ts'
import { find, type Store, sql } from './store.ts'

type Marks = 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'
export type IndicatorContent = Omit<Indicator, Marks>
export type MeasurementContent = Omit<Measurement, Marks>
interface Moment {
  readonly today: Day
  readonly language: Language
}

/** What is wrong with an indicator as it stands in the file; empty = good. `id` is null for a new one. */
export function wrongInIndicator(store: Store, id: Id | null, indicator: IndicatorContent, day: Moment): FieldMessages {
  const setting = {
    twin: indicatorWithCode(store, indicator.code, id) ?? null,
    leads: id === null ? [] : goalsLedBy(store, id),
    periods: id === null ? [] : periodsOf(store, id),
    hasFractions: id !== null && indicator.unit === 'rank' && hasFractions(store, id),
    hasParts: id !== null && indicator.breakdown === 'none' && hasParts(store, id),
  }
  return checkIndicator(indicator, setting, day)
}

/** Goals whose lead an indicator is. */
export function goalsLedBy(
  store: Store,
  id: Id,
): Pick<Goal, 'id' | 'code' | 'title' | 'targetKind' | 'targetUnit' | 'baselineValue' | 'baselineUnit'>[] {
  return sql(
    store,
    `SELECT id, code, title, target_kind AS "targetKind", target_unit AS "targetUnit", baseline_value AS "baselineValue",
       baseline_unit AS "baselineUnit"
     FROM goals INDEXED BY goals_lead WHERE lead_indicator_id = ? AND lead_indicator_id IS NOT NULL AND deleted_at IS NULL
     ORDER BY plan_id, position, id`,
  ).all(id) as ReturnType<typeof goalsLedBy>
}

/** What is wrong with a figure beside its indicator and its other vintages; empty = good. `id` is null for a new one. */
export function wrongInMeasurement(
  store: Store,
  id: Id | null,
  figure: MeasurementContent,
  day: Moment,
): FieldMessages {
  const indicator = find(store, 'indicators', figure.indicatorId)
  if (!indicator) return {}
  const country = countryOfIndicator(store, indicator)
  const wrong = checkMeasurement(figure, { indicator, country }, day)
  const twin = versionsOf(store, figure).some((one) => one.id !== id && one.vintage === figure.vintage)
  if (twin) wrong.vintage = fieldMessage('vintageTaken', { day: formatDay(figure.vintage, day.language) })
  return wrong
}

/** Whose codes an indicator's regions are: those of its plan's country, else of the plan of the first goal it measures, else the partnership's. */
export function countryOfIndicator(store: Store, { id, planId }: Pick<Indicator, 'id' | 'planId'>): Country {
  const found = sql(
    store,
    `SELECT p.country FROM plans p WHERE p.id = ?
     UNION ALL SELECT p.country FROM goals g INDEXED BY goals_lead CROSS JOIN plans p ON p.id = g.plan_id
       WHERE g.lead_indicator_id = ? AND g.lead_indicator_id IS NOT NULL AND g.deleted_at IS NULL
     UNION ALL SELECT p.country FROM goal_links l INDEXED BY goal_links_indicator CROSS JOIN goals g ON g.id = l.goal_id
       CROSS JOIN plans p ON p.id = g.plan_id
       WHERE l.indicator_id = ? AND l.indicator_id IS NOT NULL AND l.deleted_at IS NULL AND g.deleted_at IS NULL
     LIMIT 1`,
  )
    .pluck()
    .get(planId, id, id)
  return (found as Country | null | undefined) ?? store.country
}
