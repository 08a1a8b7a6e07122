import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAsides } from '#db/asides.ts'
import { realDisk } from '#db/target-disk.ts'
import { targetProblem } from '#db/target-problem.ts'
import { freeNameBeside, writeWhole } from '#db/write-whole.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { languages } from '#shared/domain/values.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aDisk, diskSteps } from './a-disk.ts'
import { aFolder } from './a-store.ts'

const after = Buffer.alloc(2_500_000, 'n')
function anOld() {
  const folder = aFolder()
  const path = join(folder, 'Styrepakke.docx')
  writeFileSync(path, 'old')
  const state = () => ({ left: readdirSync(folder), old: readFileSync(path, 'utf8') === 'old' })
  return { folder, path, state }
}

describe('writing a document whole', () => {
  it.each([
    ['EBUSY', 'rename', 'targetLocked', 'problems.target.inUse'],
    ['EPERM', 'rename', 'targetLocked', 'problems.target.inUse'],
    ['ETXTBSY', 'rename', 'targetLocked', 'problems.target.inUse'],
    ['EACCES', 'rename', 'targetLocked', 'problems.target.noAccess'],
    ['EISDIR', 'rename', 'targetLocked', 'problems.target.isFolder'],
    ['EPERM', 'create', 'targetLocked', 'problems.target.noAccess'],
    ['EACCES', 'create', 'targetLocked', 'problems.target.noAccess'],
    ['EROFS', 'create', 'readOnly', 'problems.target.readOnly'],
    ['ENOENT', 'create', 'fileMissing', 'problems.target.gone'],
    ['ENOTDIR', 'create', 'fileMissing', 'problems.target.gone'],
    ['ENAMETOOLONG', 'create', 'refused', 'problems.target.nameTooLong'],
    ['EINVAL', 'create', 'refused', 'problems.target.badName'],
    ['ENOSPC', 'write', 'diskFull', 'problems.target.full'],
    ['EDQUOT', 'close', 'diskFull', 'problems.target.full'],
    ['EFBIG', 'write', 'diskFull', 'problems.target.full'],
    ['EIO', 'sync', 'unavailable', 'problems.target.away'],
    ['ETIMEDOUT', 'write', 'unavailable', 'problems.target.away'],
    ['EHOSTDOWN', 'create', 'unavailable', 'problems.target.away'],
    ['EMFILE', 'create', 'unavailable', 'problems.target.failed'],
  ] as const)('%s at %s: told for what it is, the old file whole, nothing left', async (code, at, expected, key) => {
    const { path, folder, state } = anOld()
    const failed = writeWhole(path, after, { disk: aDisk({ fault: { at, code, half: true } }) })
    await expect(failed).rejects.toMatchObject({
      problem: { code: expected, key, params: { file: 'Styrepakke.docx', folder: basename(folder) } },
    })
    expect(state()).toEqual({ left: ['Styrepakke.docx'], old: true })
    for (const language of languages) {
      const told = messageText(translator(language), { key, params: { file: 'Styrepakke.docx', folder: 'Styret' } })
      expect(told).toMatch(/Styrepakke\.docx|Styret/)
      expect(told).not.toContain('{{')
    }
  })

  it('says “in use” of what Windows calls no access to a file', () => {
    const held = Object.assign(new Error('held'), { code: 'EACCES' })
    expect(targetProblem(held, '/a/b.docx', 'file', 'win32').problem.key).toBe('problems.target.inUse')
    expect(targetProblem(held, '/a/b.docx', 'file', 'linux').problem.key).toBe('problems.target.noAccess')
    expect(targetProblem(held, '/a/b.docx', 'folder', 'win32').problem.key).toBe('problems.target.noAccess')
  })

  it.each(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])(
    'tries again while a scanner holds the target (%s)',
    async (code) => {
      const { path, folder } = anOld()
      const disk = aDisk({ fault: { at: 'rename', code, times: 4 } })
      await writeWhole(path, after, { disk })
      expect(readFileSync(path).equals(after)).toBe(true)
      expect(disk.did.filter((step) => step === 'rename')).toHaveLength(5)
      expect(readdirSync(folder)).toEqual(['Styrepakke.docx'])
    },
  )

  it('takes a share that knows no sync', async () => {
    const { path } = anOld()
    await writeWhole(path, after, { disk: aDisk({ fault: { at: 'sync', code: 'EINVAL' } }) })
    expect(readFileSync(path).equals(after)).toBe(true)
  })

  it.each(diskSteps)(
    'gives up on a share that no longer answers at %s, and touches nothing when it answers after all',
    async (at) => {
      const { path, state } = anOld()
      let answer = () => {}
      const hangs = new Promise<void>((done) => (answer = done))
      const disk = aDisk()
      const slow = aDisk({ slow: () => (slow.did.at(-1) === at ? hangs : Promise.resolve()) })
      const began = performance.now()
      await expect(writeWhole(path, after, { disk: slow, answerWithinMs: 60 })).rejects.toMatchObject({
        problem: { key: 'problems.target.away' },
      })
      expect(performance.now() - began).toBeLessThan(2000)
      answer()
      await expect.poll(() => state().left).toEqual(['Styrepakke.docx'])
      // A rename that was already asked for is the one thing that can't be called back; it is the whole new file.
      if (at === 'rename') expect(readFileSync(path).equals(after)).toBe(true)
      else expect(state().old).toBe(true)
      expect(disk.did).toEqual([])
    },
  )

  it('starts no third writing while two hang, so that files elsewhere can still be read', async () => {
    const { path } = anOld()
    let answer = () => {}
    const hangs = new Promise<void>((done) => (answer = done))
    const options = { disk: aDisk({ slow: () => hangs }), answerWithinMs: 20 }
    const away = { problem: { key: 'problems.target.away' } }
    await expect(writeWhole(path, after, options)).rejects.toMatchObject(away)
    await expect(writeWhole(path, after, options)).rejects.toMatchObject(away)
    const third = aDisk()
    await expect(writeWhole(path, after, { disk: third })).rejects.toMatchObject(away)
    expect(third.did).toEqual([])
    answer()
    await expect
      .poll(async () => {
        await writeWhole(path, after).catch(() => {})
        return readFileSync(path).equals(after)
      })
      .toBe(true)
  })

  it('is stopped at once by who waits for it, also between two steps of a slow share', async () => {
    const { path, state } = anOld()
    const stop = new AbortController()
    const disk = aDisk({ slow: () => realDisk.wait(80) })
    setTimeout(() => stop.abort(), 20)
    const began = performance.now()
    await expect(writeWhole(path, after, { disk, signal: stop.signal })).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    })
    expect(performance.now() - began).toBeLessThan(70)
    await expect.poll(state).toEqual({ left: ['Styrepakke.docx'], old: true })
    await expect(writeWhole(path, after, { signal: stop.signal })).rejects.toThrow(ProblemError)
  })
})

describe('what a killed export left', () => {
  it('is found by its note in any folder, and nothing else is removed', async () => {
    const [home, folder] = [aFolder(), aFolder()]
    const aside = join(folder, '.0b0e6c8e-0000-4000-8000-000000000001.fyr-part')
    const mine = join(folder, 'Regnskap.xlsx')
    const before = createAsides(home)
    await before.note(aside)
    await before.note(mine)
    await (await before.note(join(folder, '.0b0e6c8e-0000-4000-8000-000000000002.fyr-part')))()
    for (const path of [aside, mine]) writeFileSync(path, 'half')
    // Its own notes are of files that it is writing now.
    expect(await before.sweep()).toBe(0)
    expect(readdirSync(folder)).toHaveLength(2)
    expect(await createAsides(home).sweep()).toBe(1)
    expect(readdirSync(folder)).toEqual(['Regnskap.xlsx'])
    expect(readdirSync(join(home, 'writing'))).toEqual([])
  })

  it('is looked for again while the share it lies on is away', async () => {
    const [home, folder] = [aFolder(), join(aFolder(), 'share')]
    const aside = join(folder, '.0b0e6c8e-0000-4000-8000-000000000001.fyr-part')
    await createAsides(home).note(aside)
    expect(await createAsides(home).sweep()).toBe(0)
    mkdirSync(folder)
    writeFileSync(aside, 'half')
    expect(await createAsides(home).sweep()).toBe(1)
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(join(home, 'writing'))).toEqual([])
  })

  it('a home folder that takes no note keeps no document from being saved', async () => {
    const home = join(aFolder(), 'a file')
    writeFileSync(home, '')
    const { path } = anOld()
    await writeWhole(path, after, { noteAside: createAsides(home).note })
    expect(readFileSync(path).equals(after)).toBe(true)
    rmSync(home)
  })
})

it('finds a free name, counting on where a number stands already', async () => {
  const { path, folder } = anOld()
  expect(basename(await freeNameBeside(path))).toBe('Styrepakke (2).docx')
  writeFileSync(join(folder, 'Styrepakke (2).docx'), '')
  expect(basename(await freeNameBeside(path))).toBe('Styrepakke (3).docx')
  expect(basename(await freeNameBeside(join(folder, 'Styrepakke (2).docx')))).toBe('Styrepakke (3).docx')
})
