import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TargetDisk } from '#db/target-disk.ts'
import { createUnsaved } from '#db/unsaved.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aDisk, type DiskFault } from './a-disk.ts'
import { aFolder } from './a-store.ts'

/** A backend whose targets fail until `free()` is called; each dialog is answered with the next path. */
async function aFailingDesk(fault: DiskFault = { at: 'rename', code: 'EBUSY' }) {
  let broken = true
  const [sound, faulty] = [aDisk(), aDisk({ fault })]
  const disk: TargetDisk = {
    ...sound,
    create: (path) => (broken ? faulty : sound).create(path),
    rename: (from, to) => (broken ? faulty : sound).rename(from, to),
  }
  const folder = aFolder()
  const asked: string[] = []
  let answers: (string | null)[] = []
  const desk = await aBackend({
    targetDisk: disk,
    ports: () => ({
      pickSave: async ({ suggestedName, kind }) => {
        if (kind === 'workspace') return join(folder, suggestedName)
        asked.push(suggestedName)
        const answer = answers.shift()
        return answer === undefined ? join(folder, suggestedName) : answer
      },
    }),
  })
  const kept = () => (existsSync(join(desk.home, 'unsaved')) ? readdirSync(join(desk.home, 'unsaved')) : [])
  const answer = (...paths: (string | null)[]) => (answers = paths)
  return { ...desk, folder, asked, kept, answer, free: () => (broken = false), break: () => (broken = true) }
}

async function ended(desk: Pick<TestBackend, 'call'>, jobId: string) {
  await expect.poll(async () => (await desk.call('jobs.show', { id: jobId }))?.state).toMatch(/done|failed|cancelled/)
  return desk.call('jobs.show', { id: jobId })
}
async function failedExport(desk: Awaited<ReturnType<typeof aFailingDesk>>) {
  const { jobId } = await desk.call('history.export', { format: 'csv', language: 'nb', filter: {} })
  const job = await ended(desk, jobId)
  return { jobId, id: job?.unsaved ?? '', job }
}

describe('a document that can’t be saved where the user said', () => {
  it('fails the job with its reason, and waits: saved elsewhere under a free name it is the same, byte for byte', async () => {
    const desk = await aFailingDesk()
    const before = await failedExport(desk)
    const { id, jobId, job } = before
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'targetLocked', key: 'problems.target.inUse' } })
    const name = desk.asked[0] ?? ''
    expect(await desk.call('unsaved.list', {})).toEqual([
      { id, name, size: expect.any(Number), problem: expect.objectContaining({ key: 'problems.target.inUse' }) },
    ])
    expect(readdirSync(desk.folder)).not.toContain(name)
    const [file] = desk.kept()
    const hidden = readFileSync(join(desk.home, 'unsaved', file ?? ''))
    expect(file).not.toContain('Partnerskapet')
    writeFileSync(join(desk.folder, name), 'taken')

    desk.free()
    const saved = await desk.call('unsaved.save', { id, elsewhere: true })
    const other = name.replace('.csv', ' (2).csv')
    expect(desk.asked).toEqual([name, other])
    const bytes = readFileSync(join(desk.folder, other))
    expect(saved).toMatchObject({ name: other, size: bytes.length })
    expect(bytes.toString('utf8')).toContain('Kari')
    expect(hidden.includes('Kari')).toBe(false)
    expect(readFileSync(join(desk.folder, name), 'utf8')).toBe('taken')
    expect(await desk.call('unsaved.list', {})).toEqual([])
    expect(desk.kept()).toEqual([])
    expect(await desk.call('jobs.show', { id: jobId })).toMatchObject({
      state: 'done',
      problem: null,
      unsaved: null,
      file: { name: other },
    })
  })

  it('is saved where it should have been once that is free, without a dialog', async () => {
    const desk = await aFailingDesk({ at: 'create', code: 'ENOENT' })
    const { id } = await failedExport(desk)
    expect(await desk.problemOf('unsaved.save', { id, elsewhere: false })).toMatchObject({
      key: 'problems.target.gone',
    })
    expect(await desk.call('unsaved.list', {})).toHaveLength(1)
    desk.free()
    await desk.call('unsaved.save', { id, elsewhere: false })
    expect(readdirSync(desk.folder)).toContain(desk.asked[0])
    expect(desk.asked).toHaveLength(1)
  })

  it('stays when the dialog is closed, and tells the reason of the last try', async () => {
    const desk = await aFailingDesk()
    const { id } = await failedExport(desk)
    desk.answer(null, join(desk.folder, 'gone', 'x.csv'))
    expect(await desk.call('unsaved.save', { id, elsewhere: true })).toBeNull()
    desk.free()
    expect(await desk.problemOf('unsaved.save', { id, elsewhere: true })).toMatchObject({ key: 'problems.target.gone' })
    expect(await desk.call('unsaved.list', {})).toMatchObject([
      { id, name: 'x.csv', problem: { key: 'problems.target.gone', params: { folder: 'gone' } } },
    ])
  })

  it('is let go when the user says so; then nothing is left of it and it can’t be saved', async () => {
    const desk = await aFailingDesk()
    const { id, jobId } = await failedExport(desk)
    await desk.call('unsaved.letGo', { id })
    expect(desk.kept()).toEqual([])
    expect(await desk.call('jobs.show', { id: jobId })).toMatchObject({ state: 'failed', unsaved: null })
    expect(await desk.problemOf('unsaved.save', { id, elsewhere: false })).toMatchObject({
      code: 'notFound',
      key: 'problems.unsavedGone',
    })
    expect(await desk.problemOf('unsaved.letGo', { id })).toMatchObject({ code: 'notFound' })
  })

  it('is kept for exports without a job too, each on its own', async () => {
    const desk = await aFailingDesk({ at: 'write', code: 'ENOSPC' })
    const { id: contact } = await desk.aContact()
    expect(await desk.problemOf('contacts.accessExport', { id: contact })).toMatchObject({
      code: 'diskFull',
      key: 'problems.target.full',
    })
    await failedExport(desk)
    const [first, second] = await desk.call('unsaved.list', {})
    expect(first?.name).toMatch(/\.txt$/)
    expect(second?.name).toMatch(/\.csv$/)
    desk.free()
    await desk.call('unsaved.save', { id: first?.id ?? '', elsewhere: false })
    expect(readFileSync(join(desk.folder, first?.name ?? ''), 'utf8')).toContain('Nordmann')
    expect(await desk.call('unsaved.list', {})).toMatchObject([{ id: second?.id }])
  })

  it('lies where nobody else on the machine may read it', async () => {
    const desk = await aFailingDesk()
    await failedExport(desk)
    const folder = join(desk.home, 'unsaved')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, desk.kept()[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  it('goes with its file: when that is closed, when another is opened, when the program ends', async () => {
    const desk = await aFailingDesk()
    await failedExport(desk)
    await desk.call('workspace.close', {})
    expect(await desk.call('unsaved.list', {})).toEqual([])
    await expect.poll(desk.kept).toEqual([])

    const { kept, folder } = desk
    const again = { ...desk }
    await desk.call('workspace.open', { recentId: (await desk.call('workspace.recent', {}))[0]?.id ?? null })
    await failedExport(again)
    await desk.call('workspace.create', {
      name: 'Et annet',
      country: 'NO',
      language: 'nb',
      givenName: 'Kari',
      familyName: 'Berg',
    })
    expect(await desk.call('unsaved.list', {})).toEqual([])
    await expect.poll(kept).toEqual([])
    await failedExport(again)
    expect(kept()).toHaveLength(1)
    await desk.backend.close()
    expect(kept()).toEqual([])
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual([])
  })

  it('goes at the next start where the program was killed', async () => {
    const home = aFolder()
    const before = createUnsaved(home, () => {})
    const failed = { path: '/x/y.docx', problem: { code: 'targetLocked', key: 'problems.target.inUse' } as const }
    await before.keep({ name: 'y.docx' }, Buffer.from('unntatt offentlighet'), failed)
    const next = createUnsaved(home, () => {})
    await next.keep({ name: 'z.docx' }, Buffer.from('new'), failed)
    expect(await next.sweep()).toBe(1)
    expect(readdirSync(join(home, 'unsaved'))).toHaveLength(1)
    expect(await before.bytes(before.list()[0]?.id ?? '').catch((cause) => cause.problem.key)).toBe(
      'problems.unsavedGone',
    )
  })

  it('is kept in memory where the home folder takes nothing, and never given out changed', async () => {
    const full = join(aFolder(), 'a file')
    writeFileSync(full, '')
    const failed = { path: '/x/y.docx', problem: { code: 'diskFull', key: 'problems.target.full' } as const }
    const inMemory = createUnsaved(full, () => {})
    const id = await inMemory.keep({ name: 'y.docx' }, Buffer.from('bytes'), failed)
    expect(Buffer.from(await inMemory.bytes(id)).toString()).toBe('bytes')

    const home = aFolder()
    const onDisk = createUnsaved(home, () => {})
    const document = Buffer.from('unntatt offentlighet '.repeat(1000))
    const secret = await onDisk.keep({ name: 'y.docx' }, document, failed)
    const lying = readFileSync(join(home, 'unsaved', readdirSync(join(home, 'unsaved'))[0] ?? ''))
    expect([lying.length >= document.length, lying.includes('offentlighet')]).toEqual([true, false])
    expect(Buffer.from(await onDisk.bytes(secret)).equals(document)).toBe(true)
    await onDisk.letGo(secret)
    const changed = await onDisk.keep({ name: 'y.docx' }, Buffer.from('bytes'), failed)
    const [file] = readdirSync(join(home, 'unsaved'))
    writeFileSync(join(home, 'unsaved', file ?? ''), 'other')
    await expect(onDisk.bytes(changed)).rejects.toMatchObject({ problem: { code: 'fileMissing' } })
    expect(onDisk.list()).toEqual([])
  })

  it('is not written twice at once', async () => {
    const desk = await aFailingDesk()
    const { id } = await failedExport(desk)
    desk.free()
    const replies = await Promise.all([1, 2].map(() => desk.ask('unsaved.save', { id, elsewhere: false })))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ problem: { key: 'problems.beingSaved' } })
  })
})
