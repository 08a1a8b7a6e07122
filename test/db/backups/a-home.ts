/** A partnership's file with a home folder for its backups, worked on through the store. */
import { join } from 'node:path'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { type Backup, listBackups } from '#db/backups/list.ts'
import { makeBackup } from '#db/backups/make.ts'
import { transact } from '#db/changes.ts'
import { aFolder, aStore } from '../a-store.ts'

export function aHome() {
  const home = aFolder()
  const made = aStore()
  const sectors = () =>
    made.store.db.prepare('SELECT count(*) FROM sectors WHERE deleted_at IS NULL').pluck().get() as number
  let written = 0
  return {
    ...made,
    home,
    sectors,
    /** One change; gives the new record's id. */
    write(): string {
      const id = made.newId()
      written += 1
      transact(made.store, { actor: 'Kari Berg', command: 'sectors.add' }, (write) => {
        write.insert('sectors', {
          id,
          nameNb: `Bransje ${written}`,
          nameSv: `Bransch ${written}`,
          nameEn: `Sector ${written}`,
          position: 100 + written,
        })
      })
      return id
    },
    make: (now: string, reason: Backup['reason'] = 'hourly') =>
      makeBackup({ db: made.store.db, path: made.path }, { home, reason, now, app: '1.2.3' }, sameThreadDisk),
    list: () => listBackups(home, { sourcePath: made.path }),
    elsewhere: (name: string) => join(home, name),
  }
}
