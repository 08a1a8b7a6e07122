/** Drafts are in no log: that some were lost, or are other than they were, must be told all the same. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import { openFile } from '#db/connection.ts'
import { examineFile } from '#db/opening/examine.ts'
import { discardDraft, saveDraft } from '#db/repositories/drafts.ts'
import { salvageFile } from '#db/salvage/salvage.ts'
import { aFolder, aStore } from './a-store.ts'

const at = '2026-09-15T08:00:00.000Z'

it('tells that drafts are missing where a file is older than what was kept in it', () => {
  const { file, store, path } = aStore()
  saveDraft(store, 'capture', { text: 'Halvt' }, at)
  file.db.pragma('wal_checkpoint(TRUNCATE)')
  const before = join(aFolder(), 'before.fyr')
  copyFileSync(path, before)
  saveDraft(store, 'capture', { text: 'Helt' }, at)
  copyFileSync(`${path}-commits`, `${before}-commits`)
  expect(examineFile(before)).toMatchObject({ sound: false, findings: [], missing: 1 })
  const older = openFile(before)
  expect([older.warnings, older.missing()]).toEqual([['wentBackwards'], 1])
  older.acknowledge()
  older.close()
  const again = openFile(before)
  expect(again.warnings).toEqual([])
  again.close()
})

it('raises no alarm where nothing is lost, also after a draft was thrown away', () => {
  const { file, store, path } = aStore()
  saveDraft(store, 'capture', { text: 'Halvt' }, at)
  discardDraft(store, 'capture')
  discardDraft(store, 'capture')
  expect(checkFile(file.db)).toEqual([])
  file.close()
  const again = openFile(path)
  expect(again.warnings).toEqual([])
  again.close()
})

it('finds a draft that is not as it was kept', () => {
  const { file, store } = aStore()
  saveDraft(store, 'capture', { text: 'Halvt' }, at)
  expect(checkFile(file.db)).toEqual([])
  file.db.exec(`UPDATE drafts SET value = '{"text":"Helt"}'`)
  expect(checkFile(file.db)).toEqual([{ check: 'drafts', detail: 'draftsChanged' }])
})

it('salvages a file whose drafts are damaged', () => {
  const { file, store, path, newId } = aStore()
  saveDraft(store, 'capture', { text: 'Halvt' }, at)
  file.db.exec(`UPDATE drafts SET value = '{"text":"Helt"}'`)
  file.close()
  const to = join(aFolder(), 'salvaged.fyr')
  salvageFile(path, to, { now: () => at, newId, device: '0000abcd', deviceName: 'PC', actor: 'Kari Berg' })
  const salvaged = openFile(to)
  expect(checkFile(salvaged.db)).toEqual([])
  expect(salvaged.db.prepare('SELECT value FROM drafts').pluck().all()).toEqual(['{"text":"Helt"}'])
  salvaged.close()
})
