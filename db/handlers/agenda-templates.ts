import type { AgendaTemplate, Phrase } from '#shared/domain/records/agenda-item.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import { type AreaHandlers, type Context, change } from '../context.ts'
import { readAll } from '../store.ts'
import { filled } from './checking.ts'

type New<T> = Omit<T, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>

/** By the Nordic alphabet of the partnership's country. */
function byName<T extends { readonly name: string; readonly id: string }>(context: Context, records: T[]): T[] {
  const keyOf = (record: T) => sortKey(record.name, context.store.country) + record.id
  const keyed = records.map((record) => ({ record, key: keyOf(record) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ record }) => record)
}

export const agendaTemplateHandlers: AreaHandlers<'agendaTemplates' | 'phrases'> = {
  'agendaTemplates.list': (_input, context) => byName(context, readAll(context.store, 'agendaTemplates', 'id')),
  'agendaTemplates.add': (input, context) => {
    const template = filled<New<AgendaTemplate>>(
      { bodyId: null, name: input.name, standing: false, rows: input.rows },
      input,
    )
    return change(context, (write) => write.insert('agendaTemplates', { id: context.newId(), ...template }))
  },
  'agendaTemplates.revise': ({ id, changes }, context) =>
    change(context, (write) => write.revise('agendaTemplates', id, changes)),
  'agendaTemplates.remove': ({ id }, context) => {
    change(context, (write) => write.remove('agendaTemplates', id))
    return {}
  },
  'phrases.list': (_input, context) => byName(context, readAll(context.store, 'phrases', 'id')),
  'phrases.add': (input, context) => {
    const phrase = filled<New<Phrase>>(
      { bodyId: null, language: input.language, name: input.name, text: input.text },
      input,
    )
    return change(context, (write) => write.insert('phrases', { id: context.newId(), ...phrase }))
  },
  'phrases.revise': ({ id, changes }, context) => change(context, (write) => write.revise('phrases', id, changes)),
  'phrases.remove': ({ id }, context) => {
    change(context, (write) => write.remove('phrases', id))
    return {}
  },
}
