import { invalid, problem } from '#shared/contract/problem.ts'
import type { FieldMessages } from '#shared/domain/checked.ts'
import { formatDay } from '#shared/domain/days.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { type Context, noWorkspace, today } from '../context.ts'
import { readAll, type Store, sql } from '../store.ts'

/** Refuses where a rule is broken; `prefix` is where the fields stand in the operation's input (`changes.`). @throws ProblemError `invalid`. */
export function refuseIfWrong(fields: FieldMessages, prefix = ''): void {
  const wrong = Object.entries(fields)
  if (wrong.length === 0) return
  throw invalid(Object.fromEntries(wrong.map(([field, message]) => [prefix + field, message])))
}

/** Defaults with what was given put over them; a field left out keeps its default. */
export function filled<T extends object>(defaults: T, given: { readonly [F in keyof T]?: T[F] | undefined }): T {
  const values = Object.entries(given).filter(([field, value]) => value !== undefined && field in defaults)
  return { ...defaults, ...(Object.fromEntries(values) as Partial<T>) }
}

/** A record with changes put over it, for the rules to look at. */
export function revised<T extends object>(record: T, changes: { readonly [F in keyof T]?: T[F] | undefined }): T {
  return filled(record, changes)
}

/** The partnership of the open file. */
export function partnershipOf(store: Store): Partnership {
  return readAll(store, 'partnership', 'id')[0] ?? noWorkspace()
}

/** The language that dates in messages are written in: the screen's, else the partnership's. */
export function languageOf(context: Context): Language {
  const chosen = context.workspaces.preferences.get().language
  if (chosen !== null) return chosen
  // One column and not the record: every save asks.
  const own = sql(context.store, 'SELECT language FROM partnership WHERE deleted_at IS NULL').pluck().get()
  return (own as Language | undefined) ?? noWorkspace()
}

/** A day as messages write it. */
export function written(context: Context, day: Day): string {
  return formatDay(day, languageOf(context))
}

/** Ends a job that was given up meanwhile. @throws ProblemError `cancelled`. */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw problem('cancelled', 'problems.cancelled')
}

/** What rules ask of the moment: the day, and the language that messages write dates in. */
export function dayOf(context: Context): { readonly today: Day; readonly language: Language } {
  return { today: today(context), language: languageOf(context) }
}
