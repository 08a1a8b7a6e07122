import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { aMeetingDesk } from './a-meeting.ts'

const secret = 'KANARIFUGL-4410'

/** A board whose meeting has an open item and a confidential one, and the choice of a package that takes both. */
async function aDesk() {
  const desk = await aMeetingDesk()
  const { call, bodyId } = desk
  const meeting = await desk.aMeeting({ startsOn: '2026-10-01' })
  await desk.anItem(meeting.id, { title: 'Åpent budsjett' })
  await desk.anItem(meeting.id, { title: secret, confidential: true, confidentialGround: 'Offentleglova § 23' })
  const choice = {
    bodyId,
    meetingId: meeting.id,
    withConfidential: true,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    language: 'nb' as const,
  }
  /** The job when it has ended. */
  const ended = async (jobId: string) => {
    for (;;) {
      const job = await call('jobs.show', { id: jobId })
      if (job?.state !== 'working') return job
      await new Promise((wait) => setTimeout(wait, 20))
    }
  }
  const textOf = async (jobId: string) => {
    expect(await ended(jobId)).toMatchObject({ state: 'done', problem: null, file: null })
    const pages = await call('packages.pages', { jobId })
    return strFromU8(unzipSync(Buffer.from(pages?.base64 ?? '', 'base64'))['word/document.xml'] ?? new Uint8Array())
  }
  return { ...desk, choice, ended, textOf }
}

it('lays out a choice before it is made, and writes nothing', async () => {
  const { call, choice, textOf, backend } = await aDesk()
  const { db } = backend.workspaces.store()
  const rows = () =>
    ['packages', 'blobs', 'changes'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const before = rows()
  const { jobId } = await call('packages.preparePages', { of: choice, edition: 'full' })
  const text = await textOf(jobId)
  expect(text).toContain('Åpent budsjett')
  expect(text).toContain(secret)
  expect(rows()).toEqual(before)
  expect(await call('packages.list', {})).toEqual([])
})

it.each(['a choice', 'a made package'])(
  'the public edition of %s is assembled without what is confidential',
  async (what) => {
    const { call, choice, textOf } = await aDesk()
    const of = what === 'a choice' ? choice : { id: (await call('packages.make', choice)).id }
    const open = await textOf((await call('packages.preparePages', { of, edition: 'public' })).jobId)
    expect(open).toContain('Åpent budsjett')
    expect(open).not.toContain(secret)
    const full = await textOf((await call('packages.preparePages', { of, edition: 'full' })).jobId)
    expect(full).toContain(secret)
  },
)

it('only the newest pages are kept', async () => {
  const { call, choice, textOf } = await aDesk()
  const first = await call('packages.preparePages', { of: choice, edition: 'full' })
  await textOf(first.jobId)
  const second = await call('packages.preparePages', { of: choice, edition: 'public' })
  expect(await call('packages.pages', { jobId: first.jobId })).toBeNull()
  await textOf(second.jobId)
  expect(await call('packages.pages', { jobId: first.jobId })).toBeNull()
  expect(await call('packages.pages', { jobId: 'unheard-of' })).toBeNull()
})

it('cancelled pages are not shown', async () => {
  const { call, choice, ended } = await aDesk()
  const { jobId } = await call('packages.preparePages', { of: choice, edition: 'full' })
  await call('jobs.cancel', { id: jobId })
  expect(await ended(jobId)).toMatchObject({ state: 'cancelled' })
  expect(await call('packages.pages', { jobId })).toBeNull()
})

it('a choice that could not be made is refused at its field before any page is laid out', async () => {
  const { problemOf, choice } = await aDesk()
  const backwards = { ...choice, periodTo: '2025-01-01' }
  const problem = await problemOf('packages.preparePages', { of: backwards, edition: 'full' })
  expect(problem.fields?.periodTo?.key).toBe('problems.field.endBeforeStart')
})
