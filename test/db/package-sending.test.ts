import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { checkFile } from '#db/check-file.ts'
import { libreOfficePdf } from '#db/pdf.ts'
import { plainPng } from '#db/sample/png.ts'
import { today } from './a-backend.ts'
import { aMeetingDesk } from './a-meeting.ts'

const secret = 'KANARIFUGL-7316'

/** A board with a meeting whose agenda holds an open item and a confidential one, and a way to wait for jobs. */
async function aDesk() {
  const desk = await aMeetingDesk()
  const { call, bodyId } = desk
  const meeting = await desk.aMeeting({ startsOn: '2026-10-01' })
  await desk.anItem(meeting.id, { title: 'Åpent budsjett' })
  await desk.anItem(meeting.id, { title: secret, confidential: true, confidentialGround: 'Offentleglova § 23' })
  const make = (withConfidential = true) =>
    call('packages.make', {
      bodyId,
      meetingId: meeting.id,
      withConfidential,
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      language: 'nb',
    })
  const done = async (jobId: string) => {
    for (;;) {
      const job = await call('jobs.show', { id: jobId })
      if (job && !['working', 'asking'].includes(job.state)) return job
      await new Promise((wait) => setTimeout(wait, 20))
    }
  }
  const exported = async (input: Parameters<typeof call<'packages.export'>>[1]) => {
    const job = await done((await call('packages.export', input)).jobId)
    expect(job.problem).toBeNull()
    return { name: job.file?.name ?? '', bytes: readFileSync(join(desk.home, job.file?.name ?? '')) }
  }
  return { ...desk, make, done, exported }
}
const bothFormats = ['docx', 'xlsx'] as const
const bothEditions = ['full', 'public'] as const
/** All text of an office file. */
function textOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n')
}

it('both editions of a package are made in one go: the secret is in the full one alone', async () => {
  const { make, exported } = await aDesk()
  const made = await make()
  expect(made.publicSha256).toMatch(/^[0-9a-f]{64}$/)
  const { name, bytes } = await exported({ id: made.id, formats: [...bothFormats], editions: [...bothEditions] })
  expect(name).toBe('Styrepakke Styret 2026-01-01–2026-06-30 v1.zip')
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual([
    'Styrepakke Styret 2026-01-01–2026-06-30 v1.docx',
    'Styrepakke Styret 2026-01-01–2026-06-30 v1.xlsx',
    'Styrepakke Styret 2026-01-01–2026-06-30 v1, offentlig utgave.docx',
    'Styrepakke Styret 2026-01-01–2026-06-30 v1, offentlig utgave.xlsx',
  ])
  for (const [file, content] of Object.entries(files)) {
    const text = textOf(content)
    expect(text, file).toContain('Åpent budsjett')
    expect(text.includes(secret), file).toBe(!file.includes('offentlig'))
  }
})

it('a package without anything confidential is its own public edition and is made once', async () => {
  const { make, exported } = await aDesk()
  const made = await make(false)
  expect(made.publicSha256).toBeNull()
  const { name, bytes } = await exported({ id: made.id, formats: ['docx'], editions: [...bothEditions] })
  expect(name).toBe('Styrepakke Styret 2026-01-01–2026-06-30 v1.docx')
  expect(textOf(bytes)).not.toContain(secret)
})

it('a sent package keeps its files and hashes, gives them again, and is made again with the same bytes', async () => {
  const { call, make, done, exported, problemOf, backend } = await aDesk()
  const made = await make()
  const sending = {
    id: made.id,
    formats: [...bothFormats],
    editions: [...bothEditions],
    sentOn: today,
    sentTo: 'Styret',
  }
  expect(await done((await call('packages.send', sending)).jobId)).toMatchObject({ state: 'done', file: null })
  const { package: sent, files } = await call('packages.open', { id: made.id })
  expect(sent).toMatchObject({ sentOn: today, sentTo: 'Styret' })
  expect(files.map(({ edition, format }) => `${edition} ${format}`)).toEqual([
    'full docx',
    'full xlsx',
    'public docx',
    'public xlsx',
  ])
  const again = await exported({ id: made.id, formats: ['docx'], editions: ['full'] })
  expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(files[0]?.sha256)
  const verified = await call('packages.verify', { id: made.id })
  expect(verified.files.map(({ result }) => result)).toEqual(['same', 'same', 'same', 'same'])
  // Nothing takes it back.
  expect(await problemOf('packages.send', sending)).toMatchObject({ key: 'problems.packageSent' })
  expect(await problemOf('packages.remove', { id: made.id })).toMatchObject({ key: 'problems.packageSentStays' })
  const history = (await call('history.of', { entity: 'packages', id: made.id })).rows
  expect(history.find(({ command }) => command === 'packages.send')).toMatchObject({ undoable: false })
  // The kept files, the public snapshot and a logo that was replaced belong to something.
  const logo = (colour: readonly [number, number, number]) =>
    call('partnership.setLogo', { base64: Buffer.from(plainPng(9, 9, colour)).toString('base64'), altText: 'Logo' })
  await logo([1, 2, 3])
  await logo([3, 2, 1])
  expect(checkFile(backend.workspaces.store().db)).toEqual([])
  // Damage is told apart from a file that another version of Fyr would make otherwise.
  const { db } = backend.workspaces.store()
  db.prepare('UPDATE blobs SET bytes = ? WHERE sha256 = ?').run(Buffer.from('x'), files[1]?.sha256)
  const after = await call('packages.verify', { id: made.id })
  expect(after.files.map(({ result }) => result)).toEqual(['same', 'changed', 'same', 'same'])
  const job = await done((await call('packages.export', { id: made.id, formats: ['xlsx'], editions: ['full'] })).jobId)
  expect(job.problem).toMatchObject({ key: 'problems.packageFileDamaged' })
})

it('each file made is checked for what its readers could not use, and the job tells it by file', async () => {
  const { call, make, done, aVisit } = await aDesk()
  const found = async (id: string) => {
    const { jobId } = await call('packages.export', { id, formats: [...bothFormats], editions: ['full'] })
    return (await done(jobId)).findings
  }
  const sound = await found((await make(false)).id)
  expect(sound.map(({ findings }) => findings)).toEqual([[], []])
  await aVisit({ visitedOn: '2026-02-02', publishableSummary: '- De vokser\n- De søker folk\n- De bygger' })
  const [word, workbook] = await found((await make(false)).id)
  expect(word?.fileName).toMatch(/v2\.docx$/)
  expect(word?.findings).toMatchObject([{ rule: 'typedList', count: expect.any(Number) }])
  expect(workbook?.findings).toEqual([])
})

it('what is found before sending is told and nothing is kept, until each finding is accepted', async () => {
  const { call, make, done, aVisit } = await aDesk()
  await aVisit({ visitedOn: '2026-02-02', publishableSummary: '- De vokser\n- De søker folk\n- De bygger' })
  const made = await make(false)
  const sending = { id: made.id, formats: ['docx' as const], editions: ['full' as const], sentOn: today, sentTo: null }
  const held = await done((await call('packages.send', sending)).jobId)
  expect(held.state).toBe('held')
  expect(held.findings.flatMap(({ findings }) => findings?.map(({ rule }) => rule))).toEqual(['typedList'])
  expect(await call('packages.open', { id: made.id })).toMatchObject({ package: { sentOn: null }, files: [] })
  const other = await done((await call('packages.send', { ...sending, accepted: ['imageText', 'unchecked'] })).jobId)
  expect(other.state).toBe('held')
  expect((await done((await call('packages.send', { ...sending, accepted: ['typedList'] })).jobId)).state).toBe('done')
  expect((await call('packages.open', { id: made.id })).files).toHaveLength(1)
})

it('words made exempt after the package was made are found in what anybody may read: passages never go, short ones want a word', async () => {
  const { call, done, anItem, aMeeting, bodyId } = await aDesk()
  const meeting = await aMeeting({ startsOn: '2026-11-01' })
  const passage = 'Selskapet vurderer å flytte produksjonen til en annen kommune innen to år.'
  const item = await anItem(meeting.id, { title: 'Ansettelse av leder', summary: passage })
  const choice = {
    bodyId,
    meetingId: meeting.id,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    language: 'nb',
  } as const
  const made = await call('packages.make', choice)
  const sending = { id: made.id, formats: ['docx' as const], editions: ['full' as const], sentOn: today, sentTo: null }
  const send = async (accepted: ('exemptPassage' | 'exemptWords')[]) =>
    done((await call('packages.send', { ...sending, accepted })).jobId)
  const exempt = { confidential: true, confidentialGround: 'Offentleglova § 23' }
  await call('agendaItems.revise', { id: item.id, changes: exempt })
  const found = async () =>
    (await send([])).findings.flatMap(({ findings }) => findings?.map(({ rule, where }) => [rule, where]))
  expect(await found()).toEqual([
    ['exemptPassage', passage],
    ['exemptWords', 'Ansettelse av leder'],
  ])
  expect((await send(['exemptPassage', 'exemptWords'])).state).toBe('held')
  await call('agendaItems.revise', { id: item.id, changes: { summary: null } })
  expect(await found()).toEqual([['exemptWords', 'Ansettelse av leder']])
  expect((await call('packages.open', { id: made.id })).files).toEqual([])
  // Another matter in the open that reads the same is no finding.
  await anItem(meeting.id, { title: 'Ansettelse av leder' })
  expect(await send([])).toMatchObject({ state: 'done', findings: [{ findings: [] }] })
})

it('the closed edition may hold what is exempt, and its public edition beside it holds none of it', async () => {
  const { call, make, done } = await aDesk()
  const made = await make(true)
  const sending = { id: made.id, formats: [...bothFormats], editions: [...bothEditions], sentOn: today, sentTo: null }
  expect(await done((await call('packages.send', sending)).jobId)).toMatchObject({ state: 'done' })
})

it('a package tells that its meeting was cancelled after it was made', async () => {
  const { call, make } = await aDesk()
  const made = await make(false)
  expect((await call('packages.open', { id: made.id })).cancelledMeetingOn).toBeNull()
  await call('meetings.cancel', { id: made.meetingId ?? '', reason: 'For få kan komme.' })
  expect((await call('packages.open', { id: made.id })).cancelledMeetingOn).toBe('2026-10-01')
})

it('is not sent before the day it was made', async () => {
  const { make, problemOf } = await aDesk()
  const made = await make()
  const problem = await problemOf('packages.send', {
    id: made.id,
    formats: ['docx'],
    editions: ['full'],
    sentOn: '2026-09-01',
    sentTo: null,
  })
  expect(problem.fields?.sentOn?.key).toBe('problems.field.sentBeforeMade')
})

const office = libreOfficePdf()
it.skipIf(office.means() === null)(
  'PDF has the pages of the Word file, through LibreOffice',
  { timeout: 60_000 },
  async () => {
    const { call, make, exported } = await aDesk()
    expect(await call('packages.means', {})).toEqual({ pdf: 'libreOffice' })
    const { name, bytes } = await exported({ id: (await make()).id, formats: ['pdf'], editions: ['public'] })
    expect(name).toMatch(/, offentlig utgave\.pdf$/)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    if (!existsSync('/usr/bin/pdftotext')) return
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes }).toString('utf8')
    expect(text).toContain('Åpent budsjett')
    expect(text).not.toContain(secret)
  },
)

it('says what to do where nothing makes PDF, and before any work is done', async () => {
  const nothing = libreOfficePdf(() => null)
  expect(nothing.means()).toBeNull()
  await expect(nothing.convert(new Uint8Array(), new AbortController().signal)).rejects.toMatchObject({
    problem: { code: 'unavailable', key: 'problems.noPdf' },
  })
})
