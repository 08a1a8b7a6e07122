/** Works on a file until it is killed: writes, makes backups and restores, and says each step that is done. */

import { headOf } from '#db/backups/copy-facts.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { listBackups } from '#db/backups/list.ts'
import { makeBackup } from '#db/backups/make.ts'
import { restoreBackup } from '#db/backups/restore.ts'
import { transact } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { uuidv7 } from '#db/ids.ts'
import { createStore } from '#db/store.ts'

const [path = '', home = '', what = 'backup'] = process.argv.slice(2)
const now = () => new Date().toISOString()
const say = (kind: string, state: { changes: number; lastHash: string | null }) =>
  process.stdout.write(`${kind} ${state.changes} ${state.lastHash}\n`)

for (;;) {
  const file = openFile(path)
  const store = createStore(file.db, { now, device: '0000abcd', counted: file.counted })
  for (let change = 0; change < 3; change++) {
    transact(store, { actor: 'Kari Berg', command: 'sectors.add' }, (write) => {
      const id = uuidv7(Date.now())
      write.insert('sectors', { id, nameNb: id, nameSv: id, nameEn: id, position: 900 })
    })
    say('wrote', headOf(file.db))
  }
  const made = await makeBackup({ db: file.db, path }, { home, reason: 'hourly', now: now(), app: '1' }, sameThreadDisk)
  say('backup', made)
  file.close()
  if (what === 'restore') {
    const list = listBackups(home, { sourcePath: path })
    const chosen = list[Math.floor(Math.random() * list.length)]
    if (!chosen) throw new Error('no backup to restore')
    say('restoring', chosen)
    await restoreBackup({ home, backup: chosen, target: path, now: now(), app: '1' }, sameThreadDisk)
    say('restored', chosen)
  }
}
