import type { z } from 'zod'
import type { searchable } from '#shared/contract/desk.ts'
import type { contract } from '#shared/contract/index.ts'
import { invalid } from '#shared/contract/problem.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { historyOf, latestChanges, recordsOf, undoChange } from '../history.ts'
import { discardDraft, listDrafts, loadDraft, saveDraft } from '../repositories/drafts.ts'
import { findRecords, type Hit } from '../repositories/search.ts'
import { find } from '../store.ts'
import { brokenRules } from '../undo-rules.ts'
import { languageOf } from './checking.ts'
import { homeOverview } from './home.ts'

type Found = z.infer<(typeof contract)['search.find']['output']>[number]

export const deskHandlers: AreaHandlers<'home' | 'search' | 'history' | 'drafts'> = {
  'home.overview': (input, context) => homeOverview(context, input),
  'search.find': ({ text, limit }, context) =>
    findRecords(context.store, text, limit)
      .map((hit) => shown(context, hit))
      .filter((found) => found !== null),
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
        undoChange(write, stamp)
        const since = records.flatMap(({ entity, id, wasThere, before }) =>
          Object.entries(brokenRules(write, entity, id, day)).filter(([field, { key }]) =>
            // What was removed comes back as it was, whatever rules are new; only a number can't be had twice.
            wasThere ? !Object.hasOwn(before, field) : key === 'problems.field.orgNoTaken',
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

const excerptLength = 120
function excerpt(...texts: (string | null)[]): string {
  const line = (texts.find((text) => text !== null && text.trim() !== '') ?? '').replaceAll(/\s+/g, ' ').trim()
  return line.length > excerptLength ? `${line.slice(0, excerptLength - 1).trimEnd()}…` : line
}

/** A hit as a line of the palette. The confidential text is no part of it. */
function shown(context: Context, { entity, id }: Hit): Found | null {
  const { store } = context
  const line = (title: string, detail: string, day: string | null = null, openId = id): Found => ({
    entity: entity as (typeof searchable)[number],
    id,
    title,
    detail,
    day,
    openId,
  })
  const companyName = (companyId: string) => find(store, 'companies', companyId)?.name ?? ''
  switch (entity) {
    case 'companies': {
      const company = find(store, 'companies', id)
      return company ? line(company.name, excerpt(company.place)) : null
    }
    case 'contacts': {
      const contact = find(store, 'contacts', id)
      return contact
        ? line(
            fullName(contact),
            excerpt([contact.roleTitle, companyName(contact.companyId)].filter((part) => part !== null).join(', ')),
            null,
            contact.companyId,
          )
        : null
    }
    case 'visits': {
      const visit = find(store, 'visits', id)
      return visit
        ? line(
            companyName(visit.companyId),
            excerpt(visit.publishableSummary, visit.notes, visit.purpose),
            visit.visitedOn,
          )
        : null
    }
    case 'followUps': {
      const followUp = find(store, 'followUps', id)
      return followUp
        ? line(excerpt(followUp.description), excerpt(followUp.result), followUp.dueOn, followUp.id)
        : null
    }
    case 'persons': {
      const person = find(store, 'persons', id)
      return person ? line(fullName(person), excerpt(person.roleTitle)) : null
    }
    case 'partners': {
      const partner = find(store, 'partners', id)
      return partner ? line(partner.name, excerpt(partner.shortName)) : null
    }
    case 'bodies': {
      const body = find(store, 'bodies', id)
      return body ? line(body.name, '') : null
    }
    case 'packages': {
      const made = find(store, 'packages', id)
      return made ? line(made.title, '', made.periodTo) : null
    }
    default:
      return null
  }
}
