import type { z } from 'zod'
import type { searchable } from '#shared/contract/desk.ts'
import type { contract } from '#shared/contract/index.ts'
import { invalid } from '#shared/contract/problem.ts'
import { closeGaps, type Place } from '../agenda-places.ts'
import { type AreaHandlers, change, today } from '../context.ts'
import type { EntityName } from '../entities.ts'
import { closePlanGaps } from '../goal-places.ts'
import { historyOf, latestChanges, recordsOf, undoChange } from '../history.ts'
import { closeMilestoneGaps } from '../milestone-places.ts'
import { discardDraft, listDrafts, loadDraft, saveDraft } from '../repositories/drafts.ts'
import { findRecords, type Hit, type Line, linesOf } from '../repositories/search.ts'
import { closeSectionGaps } from '../section-places.ts'
import { find, type Store } from '../store.ts'
import { brokenRules, neverTwice } from '../undo-rules.ts'
import { languageOf } from './checking.ts'
import { homeOverview } from './home.ts'

type Found = z.infer<(typeof contract)['search.find']['output']>[number]

export const deskHandlers: AreaHandlers<'home' | 'search' | 'history' | 'drafts'> = {
  'home.overview': (input, context) => homeOverview(context, input),
  'search.find': ({ text, limit }, context) =>
    linesOf(context.store, findRecords(context.store, text, limit)).map(shown),
  'history.of': ({ id }, context) => historyOf(context.store, id),
  'history.latest': ({ entities, cursor, limit }, context) => {
    const rows = latestChanges(context.store, cursor, limit, entities)
    return { rows, next: rows.length === limit ? (rows.at(-1)?.stamp ?? null) : null }
  },
  'history.undo': ({ stamp }, context) => {
    const day = { today: today(context), language: languageOf(context) }
    change(
      context,
      (write) => {
        const records = recordsOf(write, stamp).map(({ entity, id }) => ({
          entity,
          id,
          wasThere: find(write, entity, id)?.deletedAt === null,
          before: brokenRules(write, entity, id, day),
        }))
        const left = agendasOf(write, records)
        undoChange(write, stamp)
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
      },
      { undoes: stamp },
    )
    return {}
  },
  'drafts.save': ({ key, value }, context) => {
    const savedAt = context.clock.now()
    saveDraft(context.store, key, value, savedAt)
    return { savedAt }
  },
  'drafts.load': ({ key }, context) => {
    const draft = loadDraft(context.store, key)
    return draft === null ? null : { value: draft.value as z.infer<ReturnType<typeof z.json>>, savedAt: draft.savedAt }
  },
  'drafts.list': (_input, context) => listDrafts(context.store),
  'drafts.discard': ({ key }, context) => {
    discardDraft(context.store, key)
    return {}
  },
}

/** The agendas and queues on which these records stand, items being among them. */
function agendasOf(store: Store, records: readonly { readonly entity: EntityName; readonly id: string }[]): Place[] {
  return records.flatMap(({ entity, id }) => (entity === 'agendaItems' ? (find(store, entity, id) ?? []) : []))
}

const excerptLength = 120
function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > excerptLength ? `${line.slice(0, excerptLength - 1).trimEnd()}…` : line
}

/** A hit as a line of the palette. */
function shown(hit: Hit & Line): Found {
  return {
    // Only what has a line is searchable.
    entity: hit.entity as (typeof searchable)[number],
    id: hit.id,
    title: excerpt(hit.title),
    detail: excerpt(hit.detail),
    day: hit.day,
    openId: hit.openId,
  }
}
