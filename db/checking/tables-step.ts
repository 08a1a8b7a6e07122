import { type EntityName, entities } from '../entities.ts'
import { differencesFromLog } from '../replay.ts'
import type { Step } from './step.ts'

/** Every table of records against a replay of the log. */
export const tablesStep: Step = {
  name: 'tables',
  tables: Object.values(entities).map(({ table }) => table),
  *run(db, found) {
    yield* differencesFromLog(db, (one) => {
      const record = Object.hasOwn(entities, one.entity) ? { record: { entity: one.entity, id: one.id } } : {}
      switch (one.kind) {
        case 'unknown':
          return found({ kind: 'entryUnknown', params: { entry: one.seq, what: one.what }, ...record })
        case 'unreadable':
          return found({ kind: 'entryUnreadable', params: { entry: one.seq }, ...record })
        case 'unmade':
          return found({ kind: 'changesUnmade', params: { entry: one.seq }, ...record })
        case 'row':
          return found({
            kind: 'fieldsDiffer',
            params: { fields: one.columns.map((column) => fieldOf(one.entity, column)).join(', ') },
            ...record,
          })
        case 'extra':
          return found({ kind: 'onlyInTable', ...record })
        case 'missing':
          return found({ kind: 'onlyInLog', ...record })
      }
    })
    return 'looked'
  },
}

/** A column's name in the domain; marks and derived columns are named as they are. */
function fieldOf(entity: EntityName, column: string): string {
  for (const [field, known] of entities[entity].logged) if (known.column === column) return field
  return column
}
