/** An open, migrated partnership file in a temporary folder, with a clock and ids that repeat. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenFile, openFile } from '#db/connection.ts'
import { uuidv7 } from '#db/ids.ts'
import { createStore, type Store } from '#db/store.ts'
import { found } from '#db/workspaces.ts'

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Ids in order: the same run gives the same ones. */
export function countingIds(): () => string {
  let count = 0
  return () => {
    count += 1
    const bytes = new Uint8Array(10)
    new DataView(bytes.buffer).setUint32(6, count)
    return uuidv7(1_790_000_000_000 + count, bytes)
  }
}

/** A clock that starts on a Tuesday in September 2026 and goes on a second at each look. */
export function steppingClock(start = '2026-09-15T08:00:00.000Z'): { now(): string } {
  let ms = Date.parse(start)
  return {
    now() {
      ms += 1000
      return new Date(ms).toISOString()
    },
  }
}

export interface TestStore {
  readonly file: OpenFile
  readonly store: Store
  readonly path: string
  readonly newId: () => string
  /** The person who made the file. */
  readonly me: string
}

export function aStore(path = join(aFolder(), 'test.fyr')): TestStore {
  const file = openFile(path, { create: true })
  const clock = steppingClock()
  const newId = countingIds()
  const me = found(
    file,
    { name: 'Partnerskapet', country: 'NO', language: 'nb', givenName: 'Kari', familyName: 'Berg' },
    { now: clock.now, newId, device: '0000abcd' },
  )
  onTestFinished(() => file.close())
  return {
    file,
    store: createStore(file.db, { now: clock.now, device: '0000abcd', counted: file.counted }),
    path,
    newId,
    me,
  }
}

/** A partner with nothing but what a record needs. */
export function aPartner(id: string) {
  return {
    id,
    name: 'Sarpsborg kommune',
    shortName: null,
    orgNo: null,
    country: 'NO' as const,
    partnerType: 'municipality' as const,
    municipalityCode: null,
    joinedOn: '2024-01-01',
    leftOn: null,
    agreementSignedOn: null,
    agreementValidFrom: null,
    agreementValidTo: null,
    status: 'candidate' as const,
    note: null,
  }
}
