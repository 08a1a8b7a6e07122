/** Every kind of document that leaves a file comes in the partnership's own look: its colour, its typeface and, in Word, its logo. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDocument } from '#shared/documents/check/check-document.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import { paperKinds } from '#shared/domain/records/meeting.ts'
import { registers } from '#shared/domain/records/saved-view.ts'
import { aPng } from '../shared/documents/a-picture.ts'
import { partsOf } from '../shared/documents/office-file.ts'
import { aBackend, type TestBackend, today } from './a-backend.ts'

const accent = '7A1F3D'
/** Fyr's blue with its tints. */
const blues = /0B4A6F|E6EFF4|C3D0D8|9DB8C7/i
const logo = aPng(640, 200)
const choice = { language: 'nb' as const, periodFrom: '2026-01-01', periodTo: today }

async function fileOf(desk: TestBackend, { jobId }: { jobId: string }): Promise<Uint8Array> {
  const job = () => desk.call('jobs.show', { id: jobId })
  await expect.poll(async () => (await job())?.state, { timeout: 60_000 }).toMatch(/done|failed|cancelled/)
  const ended = await job()
  if (!ended?.file) throw new Error(`the export ended as ${JSON.stringify(ended)}`)
  return new Uint8Array(readFileSync(join(desk.home, ended.file.name)))
}

/** One document of each kind, by its name. */
async function everyKind(desk: TestBackend): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>()
  const [decided] = (await desk.call('decisions.list', {})).rows.filter((one) => one.meetingId !== null)
  const { bodyId, meetingId, id: decisionId } = decided ?? { bodyId: null, meetingId: null, id: null }
  if (bodyId === null || meetingId === null) throw new Error('the sample has decided nothing in a meeting')
  const base = { ...choice, bodyId, meetingId, withConfidential: false }
  const { id } = await desk.call('packages.make', base)
  for (const format of ['docx', 'xlsx'] as const)
    made.set(
      `package.${format}`,
      await fileOf(desk, await desk.call('packages.export', { id, formats: [format], editions: ['full'] })),
    )
  for (const kind of paperKinds) {
    const asked = { kind, bodyId, meetingId, language: 'nb' as const, redacted: false, overEdits: true }
    const extract = kind === 'extract' ? { decisionId } : {}
    made.set(
      `${kind}.docx`,
      await fileOf(desk, await desk.call('papers.export', { ...asked, ...extract, format: 'docx' })),
    )
  }
  const [partner] = await desk.call('partners.list', {})
  made.set(
    'partner.docx',
    await fileOf(desk, await desk.call('partners.export', { id: partner?.id ?? '', language: 'nb' })),
  )
  const [plan] = await desk.call('plans.list', {})
  made.set('plan.docx', await fileOf(desk, await desk.call('plans.report', { id: plan?.id ?? '', language: 'nb' })))
  for (const register of registers) {
    const columns = Object.keys(registerSheets[register].columns)
    made.set(
      `${register}.xlsx`,
      await fileOf(desk, await desk.call('registers.export', { register, input: {}, columns, language: 'nb' })),
    )
  }
  return made
}

it('every document carries the partnership’s colour and typeface, in Word its logo, and nothing of Fyr’s own; none falls short for anybody', {
  timeout: 240_000,
}, async () => {
  const desk = await aBackend()
  await desk.call('workspace.openSample', { sample: 'ostfold' })
  await desk.call('partnership.setLogo', { base64: Buffer.from(logo).toString('base64'), altText: 'Fyret' })
  await desk.call('partnership.revise', { changes: { accentColour: `#${accent}`, documentFont: 'Verdana' } })
  const made = [...(await everyKind(desk))].map(([name, bytes]) => ({ name, bytes, parts: partsOf(bytes) }))
  /** Names of the documents with a part that says so. */
  const those = (pattern: RegExp) =>
    made.filter(({ parts }) => [...parts].some(([, xml]) => pattern.test(xml))).map(({ name }) => name)
  const names = made.map(({ name }) => name)
  const word = names.filter((name) => name.endsWith('.docx'))
  expect(word).toHaveLength(1 + paperKinds.length + 2)
  expect(names).toHaveLength(word.length + 1 + registers.length)

  expect(those(new RegExp(accent))).toEqual(names)
  expect(those(/Verdana/)).toEqual(names)
  expect(those(blues)).toEqual([])
  expect(those(/Calibri/)).toEqual([])

  const beginning = made.filter(({ parts }) => {
    const [, before = '', picture = ''] = /^(.*?)(<wp:docPr [^>]*>)/s.exec(parts.get('word/document.xml') ?? '') ?? []
    return picture.includes('descr="Fyret"') && !before.includes('<w:t')
  })
  expect(beginning.map(({ name }) => name)).toEqual(word)

  const found = made.flatMap(({ name, bytes }) =>
    checkDocument(bytes, name.endsWith('.xlsx') ? 'xlsx' : 'docx').map((finding) => ({ name, ...finding })),
  )
  expect(found).toEqual([])
})
