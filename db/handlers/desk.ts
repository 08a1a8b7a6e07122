import type { z } from 'zod'
import type { searchable } from '#shared/contract/desk.ts'
import type { contract } from '#shared/contract/index.ts'
import type { AreaHandlers } from '../context.ts'
import { draftLines } from '../draft-lines.ts'
import { discardDraft, loadDraft, saveDraft } from '../repositories/drafts.ts'
import { findRecords, type Hit, type Line, linesOf } from '../repositories/search.ts'
import { homeOverview } from './home.ts'

type Found = z.infer<(typeof contract)['search.find']['output']>[number]

export const deskHandlers: AreaHandlers<'home' | 'search' | 'drafts'> = {
  'home.overview': (input, context) => homeOverview(context, input),
  'search.find': ({ text, limit }, context) =>
    linesOf(context.store, findRecords(context.store, text, limit)).map(shown),
  'drafts.save': ({ key, value }, context) => {
    const savedAt = context.clock.now()
    saveDraft(context.store, key, value, savedAt)
    return { savedAt }
  },
  'drafts.load': ({ key }, context) => {
    const draft = loadDraft(context.store, key)
    return draft === null ? null : { value: draft.value as z.infer<ReturnType<typeof z.json>>, savedAt: draft.savedAt }
  },
  'drafts.list': (_input, context) => draftLines(context.store),
  'drafts.discard': ({ key }, context) => {
    discardDraft(context.store, key)
    return {}
  },
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
