/** Putting records back as they were, within the rules: by undo, and out of the trash. */
import { invalid } from '#shared/contract/problem.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { closeGaps, type Place } from './agenda-places.ts'
import type { Writer } from './changes.ts'
import type { EntityName } from './entities.ts'
import { closePlanGaps } from './goal-places.ts'
import { recordsOf, undoChange } from './history.ts'
import { closeMilestoneGaps } from './milestone-places.ts'
import { closeSectionGaps } from './section-places.ts'
import { find, type Store } from './store.ts'
import { brokenRules, neverTwice } from './undo-rules.ts'

/** The day and the language that rules and their messages go by. */
export interface RuleDay {
  readonly today: Day
  readonly language: Language
}
interface Named {
  readonly entity: EntityName
  readonly id: string
}

/** Undoes a change inside the caller's transaction, which must carry `undoes: stamp`. @throws as `undoChange` and `withinRules`. */
export function undoWithinRules(write: Writer, stamp: string, day: RuleDay): void {
  withinRules(write, recordsOf(write, stamp), day, () => undoChange(write, stamp))
}

/**
 * Does what puts these records back, and keeps order around them.
 *
 * @throws ProblemError `invalid` with the fields where a rule is broken that was not before.
 */
export function withinRules(write: Writer, named: readonly Named[], day: RuleDay, putBack: () => void): void {
  const records = named.map(({ entity, id }) => ({
    entity,
    id,
    wasThere: find(write, entity, id)?.deletedAt === null,
    before: brokenRules(write, entity, id, day),
  }))
  const left = agendasOf(write, records)
  putBack()
  // What came or went since on the same agenda or in the same project keeps its order; only the places are counted anew.
  // An item that goes back to where it was leaves a place behind, too.
  for (const place of [...left, ...agendasOf(write, records)]) closeGaps(write, place)
  const milestones = records.flatMap(({ entity, id }) =>
    entity === 'milestones' ? (find(write, 'milestones', id)?.projectId ?? []) : [],
  )
  for (const projectId of new Set(milestones)) closeMilestoneGaps(write, projectId)
  const sections = records.flatMap(({ entity, id }) =>
    entity === 'planSections' ? (find(write, 'planSections', id)?.planId ?? []) : [],
  )
  for (const planId of new Set(sections)) closeSectionGaps(write, planId)
  closePlanGaps(write, records)
  const since = records.flatMap(({ entity, id, wasThere, before }) =>
    Object.entries(brokenRules(write, entity, id, day)).filter(([field, { key }]) =>
      // What was removed comes back as it was, whatever rules are new; only what there is one of can't be had twice.
      wasThere ? !Object.hasOwn(before, field) : neverTwice.has(key),
    ),
  )
  if (since.length > 0) throw invalid(Object.fromEntries(since))
}

/** The agendas and queues on which these records stand, items being among them. */
function agendasOf(store: Store, records: readonly Named[]): Place[] {
  return records.flatMap(({ entity, id }) => (entity === 'agendaItems' ? (find(store, entity, id) ?? []) : []))
}
