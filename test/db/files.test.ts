import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { noPorts } from '#db/backend.ts'
import { transact } from '#db/changes.ts'
import { classify } from '#db/classify.ts'
import { createFiles, freeName, safeFileName, sweepLeftovers } from '#db/files.ts'
import { compareWithLog } from '#db/replay.ts'
import { writeWhole } from '#db/write-whole.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import fc from '#test/random.ts'
import { aFolder, aStore } from './a-store.ts'

const root = new URL('../..', import.meta.url).pathname
const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) })

describe('writing a document', () => {
  it('is never half done when the process is killed, and what it leaves is swept', () => {
    const folder = aFolder()
    const path = join(folder, 'big.docx')
    const old = Buffer.alloc(3_000_000, 'o')
    const script = `
      import { writeWhole } from '#db/write-whole.ts'
      const bytes = Buffer.alloc(3_000_000, 'n')
      process.stdout.write('go')
      for (;;) await writeWhole(process.argv[1], bytes)`
    for (let round = 0; round < 8; round++) {
      writeFileSync(path, old)
      spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
        cwd: root,
        timeout: 160 + round * 9,
        killSignal: 'SIGKILL',
      })
      const bytes = readFileSync(path)
      expect(bytes.length).toBe(3_000_000)
      expect(bytes.equals(old) || bytes.every((byte) => byte === 'n'.charCodeAt(0))).toBe(true)
      sweepLeftovers(folder)
      expect(readdirSync(folder)).toEqual(['big.docx'])
    }
  })

  it('asks where through the port, and writes nothing when the user thinks better of it', async () => {
    const files = createFiles(noPorts)
    expect(await files.save({ name: 'x.docx', kind: 'docx', bytes: Buffer.from('x') })).toBeNull()
  })

  it('opens only what it saved itself', async () => {
    const files = createFiles({ ...noPorts, openFile: async () => ({ ok: true }) })
    await expect(files.open('made-up')).rejects.toThrow(code('fileMissing'))
    await expect(files.reveal('../../etc/passwd')).rejects.toThrow(code('fileMissing'))
  })
})

describe('file names', () => {
  it('come out fit for every system, whatever went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]/u)
        expect(safe).not.toMatch(/^\.|[. ]$/)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(141)
      }),
    )
    expect(safeFileName('../../etc/passwd')).not.toContain('/')
    expect(safeFileName('CON.txt')).toBe('_CON.txt')
    expect(safeFileName('Årsmøte: «våren» 2026?.docx')).toBe('Årsmøte «våren» 2026.docx')
  })

  it('find a free one beside a taken one', () => {
    const path = join(aFolder(), 'Report.docx')
    writeFileSync(path, '')
    expect(freeName(path)).toBe(path.replace('.docx', ' (2).docx'))
  })
})

/** A disk of its own, small enough to fill; null where this user may not mount one. */
function aSmallDisk(size: string): string | null {
  const folder = join(aFolder(), 'disk')
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

describe('a disk that fills', () => {
  it('while saving: the change is refused whole, the file stays sound, and goes on when there is room', () => {
    const { store, newId } = aStore()
    const pages = store.db.pragma('page_count', { simple: true }) as number
    store.db.pragma(`max_page_count = ${pages + 4}`)
    const text = 'x'.repeat(50_000)
    const save = () =>
      transact(
        store,
        { actor: 'a', command: 'test' },
        (write) =>
          void write.insert('partners', {
            id: newId(),
            name: 'P',
            shortName: null,
            orgNo: null,
            country: 'NO',
            partnerType: 'other',
            municipalityCode: null,
            joinedOn: '2026-01-01',
            leftOn: null,
            agreementSignedOn: null,
            agreementValidFrom: null,
            agreementValidTo: null,
            status: 'candidate',
            note: text,
          }),
      )
    let problem: unknown
    try {
      save()
    } catch (cause) {
      problem = classify(cause)
    }
    expect(problem).toMatchObject({ code: 'diskFull' })
    expect(store.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(0)
    expect(compareWithLog(store.db)).toEqual([])
    store.db.pragma('max_page_count = 1000000')
    save()
    expect(store.db.prepare('SELECT count(*) FROM partners').pluck().get()).toBe(1)
    expect(compareWithLog(store.db)).toEqual([])
  })

  it('while exporting: the old document stays and nothing half is left', async (context) => {
    const disk = aSmallDisk('300k')
    if (disk === null) return context.skip('mounting needs root')
    const path = join(disk, 'a.docx')
    writeFileSync(path, 'old')
    let problem: unknown
    try {
      await writeWhole(path, Buffer.alloc(2_000_000, 'n'))
    } catch (cause) {
      problem = (cause as ProblemError).problem
    }
    expect(problem).toMatchObject({ code: 'diskFull', key: 'problems.target.full' })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(disk)).toEqual(['a.docx'])
    expect(existsSync(path)).toBe(true)
  })
})
