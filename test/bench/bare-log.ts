/** What every change leaves behind, by prepared statements alone: its stamp, its entry in the hashed log, its place in the full-text index. */
import { createHash } from 'node:crypto'
import { createStampClock } from '#db/stamp.ts'
import type { Engine } from './engines.ts'

interface Entry {
  readonly entity: string
  readonly id: string
  readonly field: string
  readonly value: string
  readonly replaces: string | null
}

type BareLog = ReturnType<typeof createLog>
const logs = new WeakMap<Engine, BareLog>()

/** The log of a file, which stamps and chains after its newest change: one for all that write to it. */
export function bareLog(db: Engine): BareLog {
  const log = logs.get(db) ?? createLog(db)
  logs.set(db, log)
  return log
}

function createLog(db: Engine) {
  const set = db.prepare('INSERT INTO change_sets (stamp, device, actor, command, hash) VALUES (?, ?, ?, ?, ?)')
  const log = db.prepare(
    'INSERT INTO changes (stamp, entity, record_id, field, value, replaces, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const last = String(db.prepare('SELECT max(stamp) FROM change_sets').pluckGet())
  const stamps = createStampClock(() => new Date().toISOString(), '0000benc', last)
  let hash = db.prepare('SELECT hash FROM changes ORDER BY seq DESC LIMIT 1').pluckGet() as Uint8Array
  return {
    stamp: () => stamps.next(),
    add(stamp: string, command: string, { entity, id, field, value, replaces }: Entry): void {
      const said = [stamp, '0000benc', 'Bench', command]
      set.run(
        ...said,
        createHash('sha256')
          .update([...said, ''].join('\0'))
          .digest(),
      )
      const entry = `${stamp}\0${entity}\0${id}\0${field}\0${value}\0${replaces ?? ''}`
      hash = createHash('sha256').update(hash).update(entry).digest()
      log.run(stamp, entity, id, field, value, replaces, hash)
    },
  }
}
