import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFileHandlers } from '#db/handlers/package-sending.ts'
import { packageHandlers } from '#db/handlers/packages.ts'
import { problem } from '#shared/contract/problem.ts'
import { snapshot as snapshotSchema } from '#shared/documents/snapshot.ts'
import { boardPackage } from '#shared/domain/records/board-package.ts'
import { aContext } from './a-context.ts'
import { aFolder } from './a-store.ts'
import { builders } from './partnership-builders.ts'

const period = {
  meetingId: null,
  withConfidential: false,
  periodFrom: '2026-01-01',
  periodTo: '2026-09-20',
  language: 'nb',
} as const

function aDesk(options: Parameters<typeof aContext>[0] = {}) {
  const made = aContext(options)
  const build = builders(made.store, made.newId, made.me)
  const bodyId = String(made.store.db.prepare('SELECT id FROM bodies').pluck().get())
  const choice = { bodyId, variant: 'papers' as const, templateId: null, leftOut: [], ...period }
  const make = () => packageHandlers['packages.make']({ ...choice, title: null }, made.context)
  const open = (id: string) => packageHandlers['packages.open']({ id }, made.context)
  const shot = async () => (await open((await make()).id)).snapshot
  return { ...made, build, choice, make, open, shot }
}

describe('making a package', () => {
  it('freezes a snapshot of the schema, kept under the hash of its own bytes', async () => {
    const { build, make, open } = aDesk()
    build.visit(build.company('Fjordtre AS'), '2026-02-02', { publishableSummary: 'De vokser.' })
    const made = await make()
    boardPackage.parse(made)
    expect(made).toMatchObject({
      version: 1,
      previousId: null,
      title: 'Styrepakke for Styret, 01.01.2026 – 20.09.2026',
    })
    build.company('Kom etterpå AS')
    const { snapshot } = await open(made.id)
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(JSON.stringify(snapshot)).not.toContain('Kom etterpå')
  })

  it('gives an equal snapshot for the same data, but for version and changes', async () => {
    const { build, shot } = aDesk()
    build.visit(build.company('Fjordtre AS'), '2026-02-02')
    const [first, second] = [await shot(), await shot()]
    expect(first.changes).toBeNull()
    expect(second.changes).toMatchObject({ previousVersion: 1, newVisits: [], changedVisits: [], newCompanies: [] })
    expect({ ...second, changes: null, package: { ...second.package, version: 1 } }).toEqual(first)
  })

  it('tells what is new, changed, closed and gone since the last, and nothing that only the notes know', async () => {
    const { build, make, shot } = aDesk()
    const company = build.company('Fjordtre AS')
    const kept = build.visit(company, '2026-02-02')
    const noted = build.visit(company, '2026-02-03')
    const gone = build.visit(company, '2026-02-04')
    const draft = build.visit(company, '2026-02-05', { draft: true })
    const closing = build.followUp(kept, 'Sjekk tomten')
    await make()
    build.change((write) => {
      write.revise('visits', kept, { themes: ['financing'], publishableSummary: 'Ny tekst' })
      write.revise('visits', noted, { notes: 'Bare et notat' })
      write.remove('visits', gone)
      write.revise('visits', draft, { draft: false })
      write.revise('followUps', closing, { status: 'closed', answeredCompanyOn: '2026-09-01', result: 'Ledig tomt' })
    })
    build.followUp(kept, 'Ny oppgave', { dueOn: '2026-10-01' })
    build.company('Ny AS')
    const { changes } = await shot()
    expect(changes).toMatchObject({
      previousVersion: 1,
      newVisits: [{ visitedOn: '2026-02-05', companyName: 'Fjordtre AS' }],
      changedVisits: [{ visitedOn: '2026-02-02', fields: ['themes', 'publishableSummary'] }],
      removedVisits: 1,
      newFollowUps: [{ description: 'Ny oppgave', dueOn: '2026-10-01' }],
      closedFollowUps: [{ description: 'Sjekk tomten', result: 'Ledig tomt' }],
      newCompanies: ['Ny AS'],
      confidential: 0,
    })
  })

  it('tells a visit made confidential since only as one that is gone', async () => {
    const { build, make, shot } = aDesk()
    const visit = build.visit(build.company('Fjordtre AS'), '2026-02-02')
    await make()
    build.change((write) => {
      write.revise('visits', visit, { confidentiality: 'confidential' })
    })
    const { changes } = await shot()
    expect(changes).toMatchObject({ removedVisits: 1, changedVisits: [], newVisits: [] })
  })

  it('refuses a period that ends before it starts, and names the field', () => {
    const { choice, context } = aDesk()
    const backwards = { ...choice, title: null, periodTo: '2025-12-31' }
    expect(() => packageHandlers['packages.make'](backwards, context)).toThrowError(
      expect.objectContaining({
        problem: expect.objectContaining({
          code: 'invalid',
          fields: { periodTo: { key: 'problems.field.endBeforeStart' } },
        }),
      }),
    )
  })

  it('finds a snapshot whose bytes were changed', async () => {
    const { make, open, store } = aDesk()
    const { id } = await make()
    store.db.prepare("UPDATE blobs SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Styret', 'Stykket') AS BLOB)").run()
    expect(() => open(id)).toThrowError(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'damagedFile' }) }),
    )
  })
})

describe('removing a package', () => {
  it('takes the newest only, and gives its number to no other', async () => {
    const { make, context } = aDesk()
    const [first, second] = [await make(), await make()]
    expect(() => packageHandlers['packages.remove']({ id: first.id }, context)).toThrowError(
      expect.objectContaining({ problem: { code: 'refused', key: 'problems.packageNotNewest' } }),
    )
    packageHandlers['packages.remove']({ id: second.id }, context)
    expect(await make()).toMatchObject({ version: 3, previousId: first.id })
    expect(await packageHandlers['packages.list']({}, context)).toHaveLength(2)
  })
})

describe('exporting a package', () => {
  it('writes the file under a telling name and reports every step', async () => {
    const folder = aFolder()
    const asked: string[] = []
    const { make, context, seen } = aDesk({
      ports: {
        pickSave: async ({ suggestedName }) => {
          asked.push(suggestedName)
          return join(folder, suggestedName)
        },
      },
    })
    const { id } = await make()
    const { jobId } = await packageFileHandlers['packages.export'](
      { id, formats: ['docx'], editions: ['full'], remember: false },
      context,
    )
    await context.jobs.settled()
    const job = await packageHandlers['jobs.show']({ id: jobId }, context)
    expect(asked).toEqual(['Styrepakke Styret 2026-01-01–2026-09-20 v1.docx'])
    expect(job).toMatchObject({ state: 'done', progress: 1, file: { name: asked[0] }, problem: null })
    const written = readFileSync(join(folder, asked[0] ?? ''))
    expect(JSON.parse(written.toString('utf8'))).toMatchObject({ format: 'fyr-board-package' })
    expect(job?.file?.size).toBe(written.byteLength)
    expect([...new Set(seen.map(({ state, step }) => `${state} ${step}`))]).toEqual([
      'working packages.steps.checking',
      'asking packages.steps.asking',
      'working packages.steps.saving',
      'done packages.steps.saving',
    ])
  })

  it('ends as cancelled when the user closes the dialog', async () => {
    const { make, context } = aDesk()
    const { jobId } = await packageFileHandlers['packages.export'](
      { id: (await make()).id, formats: ['xlsx'], editions: ['full'], remember: false },
      context,
    )
    await context.jobs.settled()
    expect(context.jobs.show(jobId)).toMatchObject({ state: 'cancelled', file: null, problem: null })
  })

  it('stops the renderer on cancel, and writes nothing when the answer of the dialog comes after it', async () => {
    const folder = aFolder()
    const target = join(folder, 'late.docx')
    let answer: (path: string) => void = () => {}
    const asked = Promise.withResolvers<void>()
    const { make, context } = aDesk({
      ports: {
        pickSave: () => {
          asked.resolve()
          return new Promise((resolve) => {
            answer = resolve
          })
        },
      },
    })
    const { jobId } = await packageFileHandlers['packages.export'](
      { id: (await make()).id, formats: ['docx'], editions: ['full'], remember: false },
      context,
    )
    await asked.promise
    await packageHandlers['jobs.cancel']({ id: jobId }, context)
    answer(target)
    await context.jobs.settled()
    expect(context.jobs.show(jobId)).toMatchObject({ state: 'cancelled' })
    expect(() => readFileSync(target)).toThrow(/ENOENT/)

    const stopped = aDesk({
      rendering: {
        render: (_snapshot, _format, _onProgress, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(problem('cancelled', 'problems.cancelled')))
          }),
        renderPaper: async () => new Uint8Array(),
        renderPartner: async () => new Uint8Array(),
        renderPlan: async () => new Uint8Array(),
        renderWorkbook: async () => new Uint8Array(),
        check: async () => [],
      },
    })
    const { id } = await stopped.make()
    const running = await packageFileHandlers['packages.export'](
      { id, formats: ['docx'], editions: ['full'], remember: false },
      stopped.context,
    )
    stopped.context.jobs.cancel(running.jobId)
    await stopped.context.jobs.settled()
    expect(stopped.context.jobs.show(running.jobId)).toMatchObject({ state: 'cancelled' })
  })

  it.each([
    ['the target is held by another program', 'EBUSY', 'targetLocked'],
    ['the disk is full', 'ENOSPC', 'diskFull'],
  ])('says that %s, and leaves nothing half written', async (_what, code, expected) => {
    const folder = aFolder()
    const { make, context } = aDesk({
      ports: {
        pickSave: async () => join(folder, 'package.docx'),
        // The last thing a save does: the write before it has to leave the file whole.
        downloadUrl: async () => {
          throw Object.assign(new Error(`${code}: rename`), { code })
        },
      },
    })
    const { jobId } = await packageFileHandlers['packages.export'](
      { id: (await make()).id, formats: ['docx'], editions: ['full'], remember: false },
      context,
    )
    await context.jobs.settled()
    expect(context.jobs.show(jobId)).toMatchObject({
      state: 'failed',
      file: null,
      problem: { code: expected, key: `problems.${expected}` },
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.fyr-part'))).toEqual([])
  })

  it('fails, and keeps what is there, where the name is that of a folder', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'taken.docx'))
    const { make, context } = aDesk({ ports: { pickSave: async () => join(folder, 'taken.docx') } })
    const { jobId } = await packageFileHandlers['packages.export'](
      { id: (await make()).id, formats: ['docx'], editions: ['full'], remember: false },
      context,
    )
    await context.jobs.settled()
    expect(context.jobs.show(jobId)).toMatchObject({ state: 'failed', file: null })
    expect(readdirSync(folder)).toEqual(['taken.docx'])
  })
})
