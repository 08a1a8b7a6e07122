import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { backupOperations } from '#shared/contract/backups.ts'
import { connect } from '../encryption/connect.ts'
import { type EntityName, entities } from '../entities.ts'
import { nameOf } from '../record-names.ts'
import { instantOf } from '../stamp.ts'
import type { Store } from '../store.ts'
import type { Backup } from './list.ts'

type Preview = z.infer<(typeof backupOperations)['backups.preview']['output']>
export type Losses = Omit<Preview, 'backup'>
type LostChange = Losses['lost']['newest'][number]

const shown = 20

/**
 * What the open file has that a backup lacks and the other way round, by the stamps of their changes: erasing a name writes the log's
 * hashes anew, stamps stay. Opens the backup for reading.
 *
 * @throws SQLite errors as they come, where the backup can't be read.
 */
export function lossesOf(store: Store, backup: Backup): Losses {
  const copy = connect(backup.path, { readonly: true, fileMustExist: true })
  try {
    const { lost, returning } = difference(store.db, copy)
    const erased = store.db.prepare("SELECT 1 FROM change_sets WHERE stamp = ? AND command = 'contacts.anonymise'")
    return {
      lost: {
        count: lost.length,
        newest: lost
          .slice(-shown)
          .reverse()
          .map((stamp) => inWords(store, stamp)),
      },
      returning,
      erasures: lost.filter((stamp) => erased.get(stamp) !== undefined).length,
    }
  } finally {
    copy.close()
  }
}

/** Stamps of the open file that the copy lacks, in order, and how many it has beyond the open file. */
function difference(present: Database, copy: Database): { lost: string[]; returning: number } {
  const last = copy.prepare('SELECT max(stamp) FROM change_sets').pluck().get() as string | null
  const upTo = 'SELECT count(*) FROM change_sets WHERE stamp <= ?'
  const after = 'SELECT stamp FROM change_sets WHERE stamp > ? ORDER BY stamp'
  const inCopy = last === null ? 0 : (copy.prepare(upTo).pluck().get(last) as number)
  const inPresent = last === null ? 0 : (present.prepare(upTo).pluck().get(last) as number)
  const known = last === null || present.prepare('SELECT 1 FROM change_sets WHERE stamp = ?').get(last) !== undefined
  // As a rule the file has gone on from the backup.
  if (known && inCopy === inPresent) {
    return {
      lost: present
        .prepare(after)
        .pluck()
        .all(last ?? '') as string[],
      returning: 0,
    }
  }
  const all = 'SELECT stamp FROM change_sets ORDER BY stamp'
  const here = present.prepare(all).pluck().all() as string[]
  const there = new Set(copy.prepare(all).pluck().all() as string[])
  const lost = here.filter((stamp) => !there.has(stamp))
  return { lost, returning: there.size - (here.length - lost.length) }
}

function inWords(store: Store, stamp: string): LostChange {
  const set = store.db.prepare('SELECT actor, device FROM change_sets WHERE stamp = ?').get(stamp) as {
    actor: string
    device: string
  }
  const entries = store.db
    .prepare('SELECT entity, record_id AS "id", field, value FROM changes WHERE stamp = ? ORDER BY seq')
    .all(stamp) as { entity: EntityName; id: string; field: string; value: string }[]
  const [first] = entries
  const name = first && Object.hasOwn(entities, first.entity) ? nameOf(store, first.entity, first.id) : null
  return {
    stamp,
    at: instantOf(stamp),
    ...set,
    record:
      first && name
        ? {
            entity: first.entity,
            name: name.name,
            day: name.day,
            deed:
              first.field === '*'
                ? 'made'
                : first.field === 'deletedAt' && first.value !== 'null'
                  ? 'removed'
                  : 'changed',
          }
        : null,
    others: Math.max(0, new Set(entries.map((entry) => entry.id)).size - 1),
  }
}
