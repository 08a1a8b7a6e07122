import type { VisitPlan } from '#shared/domain/records/visit-plan.ts'
import { spreadTarget } from '#shared/domain/visit-plan.ts'
import { decode, entities } from '../entities.ts'
import { type Store, sql } from '../store.ts'

/** The plan of a year; null where none was set. */
export function visitPlanOf(store: Store, year: number): VisitPlan | null {
  const row = sql(
    store,
    `SELECT ${entities.visitPlans.select} FROM visit_plans WHERE year = ? AND deleted_at IS NULL`,
  ).get(year)
  return row === undefined ? null : decode('visitPlans', row as Record<string, unknown>)
}

/** Visits that each month of a year should have, January first: the year's plan, else the partnership's yearly target spread over the months. */
export function distributionOf(store: Store, year: number): readonly number[] {
  const plan = visitPlanOf(store, year)
  if (plan) return plan.distribution
  const target = sql(store, 'SELECT visit_target FROM partnership').pluck().get() as number | undefined
  return spreadTarget(target ?? 0)
}
