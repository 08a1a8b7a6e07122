/** What new agendas and texts start from: a body's, or every body's where none is named. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { itemTypes } from '#shared/domain/records/agenda-item.ts'
import { languages } from '#shared/domain/values.ts'
import { inList, isJson, marks } from './columns.ts'
import { bodies } from './partnership.ts'

export const agendaTemplates = sqliteTable(
  'agenda_templates',
  {
    ...marks,
    bodyId: text('body_id').references(() => bodies.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    standing: integer('standing', { mode: 'boolean' }).notNull(),
    rows: text('rows', { mode: 'json' })
      .$type<{ type: (typeof itemTypes)[number]; title: string; minutesPlanned: number | null }[]>()
      .notNull(),
  },
  (t) => [isJson('agenda_templates_rows', t.rows)],
)

export const phrases = sqliteTable(
  'phrases',
  {
    ...marks,
    bodyId: text('body_id').references(() => bodies.id, { onDelete: 'restrict' }),
    language: text('language', { enum: languages }).notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
  },
  (t) => [inList('phrases_language', t.language, languages)],
)
