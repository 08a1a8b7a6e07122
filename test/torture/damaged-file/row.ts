/** Six kinds of damage to a file: nothing changes silently, nothing crashes, and what salvage saves is what it says. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '#db/connection.ts'
import { connect } from '#db/encryption/connect.ts'
import { examineFile } from '#db/opening/examine.ts'
import { saveDraft } from '#db/repositories/drafts.ts'
import { salvageFile } from '#db/salvage/salvage.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createStore } from '#db/store.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { damageFile, damages } from '../../db/salvage/damage.ts'
import { contentsOf, differing } from '../contents.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import type { Report, Row } from '../row.ts'
import { livingOf, sharesOf } from './salvaged.ts'

const at = '2026-09-15T08:00:00.000Z'

interface Base {
  readonly path: string
  readonly contents: ReadonlyMap<string, string>
  readonly living: ReturnType<typeof livingOf>
  readonly copy: string
}
let made: Base | null = null

function base(): Base {
  if (made) return made
  const folder = aTortureFolder()
  const path = join(folder, 'base.fyr')
  makeSample(path, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 10 })
  const file = openFile(path)
  const store = createStore(file.db, { now: () => at, device: '0000abcd', counted: file.counted })
  for (const key of ['capture', 'minutes', 'goal']) saveDraft(store, key, { text: `${key} `.repeat(400) }, at)
  const [contents, living] = [contentsOf(file.db), livingOf(file.db)]
  file.close()
  made = { path, contents, living, copy: join(folder, 'case.fyr') }
  return made
}

interface Told {
  readonly when: 'opening' | 'reading' | 'check' | null
  /** Tables that read otherwise than they were. */
  readonly changed: readonly string[]
  readonly crash: string | null
}

/** Opens and reads a file as the application does. `examine` is what looks for damage that opening does not meet. */
function judge(path: string, truth: ReadonlyMap<string, string>, examine: (path: string) => boolean): Told {
  let sound: boolean
  try {
    sound = examine(path)
  } catch (cause) {
    return { when: null, changed: [], crash: `the examination threw ${String(cause)}` }
  }
  try {
    const file = openFile(path)
    try {
      const changed = differing(truth, contentsOf(file.db))
      return { when: sound ? null : 'check', changed, crash: null }
    } catch (cause) {
      const code = String((cause as { code?: string }).code)
      // What a screen would say then, by `classify`.
      const known = /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)
      return { when: 'reading', changed: [], crash: known ? null : `reading threw ${String(cause)}` }
    } finally {
      file.close()
    }
  } catch (cause) {
    return {
      when: 'opening',
      changed: [],
      crash: cause instanceof ProblemError ? null : `opening threw ${String(cause)}`,
    }
  }
}

const examined = (path: string) => examineFile(path).sound

function oneCase(kind: (typeof damages)[number], random: () => number, report: Report, number: number): string | null {
  const { path, contents, living, copy } = base()
  copyPartnership(path, copy)
  damageFile(copy, kind, random)
  const salvaged = `${copy}.salvaged.fyr`
  for (const end of ['', '-wal', '-commits', '.txt']) rmSync(salvaged + end, { force: true })
  copyPartnership(copy, `${copy}.damaged`)
  const { when, changed, crash } = judge(copy, contents, examined)
  if (crash) return `${kind} ${number}: ${crash}`
  report.count(when === null ? 'no difference to read' : `told at ${when}`)
  if (when === null && changed.length > 0) {
    report.count(`silent change by ${kind}`)
    return `${kind} ${number}: ${changed.join(', ')} changed and nothing is told`
  }
  return when === null ? null : sharesOf(`${copy}.damaged`, salvaged, living, report, salvageFile, kind === 'truncated')
}

function untouched(count: number, report: Report): void {
  const { path, contents, copy } = base()
  for (let number = 0; number < count; number++) {
    copyPartnership(path, copy)
    const { when, changed, crash } = judge(copy, contents, examined)
    report.case(
      crash ?? (when === null && changed.length === 0 ? null : `an untouched file: ${when} ${changed.join()}`),
    )
  }
}

/** Not over encrypted files: each of their pages is authenticated, so reading alone meets every changed bit. */
const quickCheckAlone: Row['controls'][number] = {
  name: 'quick_check alone',
  kind: 'broken',
  run(random, report) {
    const { path, contents, copy } = base()
    const quick = (file: string) => {
      const db = connect(file, { readonly: true })
      try {
        return db.pragma('quick_check(1)', { simple: true }) === 'ok'
      } catch {
        return false
      } finally {
        db.close()
      }
    }
    for (let number = 0; number < 30; number++) {
      copyPartnership(path, copy)
      damageFile(copy, 'bit', random)
      const { when, changed } = judge(copy, contents, quick)
      report.case(when === null && changed.length > 0 ? changed.join() : null)
    }
  },
}

export const row: Row = {
  name: 'damaged-file',
  what: 'A bit, 8 bytes, a zeroed, garbage or swapped page, a cut end: 400 each',
  fullCount: 2400,
  ciCount: 36,
  async run(count, random, report) {
    for (let number = 0; number < count; number++) {
      report.case(oneCase(damages[number % damages.length] ?? 'bit', random, report, number))
    }
  },
  controls: [
    {
      name: 'untouched file',
      kind: 'sound',
      run: (_random, report) => untouched(process.env.CI ? 20 : 400, report),
    },
    ...(process.env.FYR_TEST_CODE === undefined ? [quickCheckAlone] : []),
  ],
  after: () => {
    removeFolders()
    made = null
  },
}
