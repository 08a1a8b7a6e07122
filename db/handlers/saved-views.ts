import { invalid, problem } from '#shared/contract/problem.ts'
import { fieldMessage } from '#shared/domain/checked.ts'
import type { Register, SavedView } from '#shared/domain/records/saved-view.ts'
import { type AreaHandlers, change } from '../context.ts'
import { decode, entities } from '../entities.ts'
import { read, type Store, sql } from '../store.ts'

/** Far more than any filter fills; a view that holds more was not made by a list. */
const mostSearch = 20_000

export const savedViewHandlers: AreaHandlers<'views'> = {
  'views.list': ({ register }, { store }) => viewsOf(store, register),
  'views.save': ({ register, name, search }, context) => {
    if (JSON.stringify(search).length > mostSearch) throw problem('tooLarge', 'problems.tooLarge')
    return change(context, (write) => {
      const views = viewsOf(write, register)
      const same = views.find((view) => sameName(view.name, name))
      if (same) return write.revise('savedViews', same.id, { name, search })
      const position = (views.at(-1)?.position ?? -1) + 1
      return write.insert('savedViews', { id: context.newId(), register, name, search, position })
    })
  },
  'views.rename': ({ id, name }, context) =>
    change(context, (write) => {
      const { register } = read(write, 'savedViews', id)
      const taken = viewsOf(write, register).some((view) => view.id !== id && sameName(view.name, name))
      if (taken) throw invalid({ name: fieldMessage('viewNameTaken', { name }) })
      return write.revise('savedViews', id, { name })
    }),
  'views.remove': ({ id }, context) => {
    change(context, (write) => write.remove('savedViews', id))
    return {}
  },
}

/** The views of a register in the order they were made. */
function viewsOf(store: Store, register: Register): SavedView[] {
  const rows = sql(
    store,
    `SELECT ${entities.savedViews.select} FROM saved_views WHERE register = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(register)
  return rows.map((row) => decode('savedViews', row as Record<string, unknown>))
}

/** "overdue" and "Overdue" are one name to whoever looks for it. */
function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
