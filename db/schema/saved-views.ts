import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { registers } from '#shared/domain/records/saved-view.ts'
import { inList, isJson, marks } from './columns.ts'

export const savedViews = sqliteTable(
  'saved_views',
  {
    ...marks,
    register: text('register', { enum: registers }).notNull(),
    name: text('name').notNull(),
    search: text('search', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    inList('saved_views_register', t.register, registers),
    isJson('saved_views_search', t.search),
    index('saved_views_register_place').on(t.register, t.position).where(sql`deleted_at IS NULL`),
  ],
)
