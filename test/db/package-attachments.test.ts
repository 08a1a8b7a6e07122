import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { aPng } from '../shared/documents/a-picture.ts'
import { aMeetingDesk } from './a-meeting.ts'

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

/** A board whose template binds attachments in, and a meeting with a picture, a text and a text that is not public. */
async function aDesk() {
  const desk = await aMeetingDesk()
  const { call, bodyId } = desk
  const { sections, sheets } = presetLayout('papers')
  const template = { bodyId, name: 'Med vedlegg', variant: 'papers', sections, sheets, attachments: 'bound' } as const
  await call('packageTemplates.add', { ...template, sections: [...sections], sheets: [...sheets] })
  const meeting = await desk.aMeeting({ startsOn: '2026-10-01' })
  const item = await desk.anItem(meeting.id, { title: 'Åpent budsjett' })
  const attach = (fileName: string, mime: string, bytes: Uint8Array | string, kind: 'photo' | 'file' = 'file') =>
    call('attachments.add', { itemId: item.id, kind, fileName, mime, altText: null, base64: base64(bytes) })
  await attach('kart.png', 'image/png', aPng(300, 200), 'photo')
  await attach('notat.txt', 'text/plain', 'Et åpent notat')
  const secret = await attach('lukket.txt', 'text/plain', 'KANARIFUGL')
  await call('attachments.revise', {
    id: secret.id,
    changes: { publicity: 'exempt', exemptionReason: 'Offentleglova § 23' },
  })
  const choice = {
    bodyId,
    meetingId: meeting.id,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    language: 'nb' as const,
  }
  const make = (withConfidential: boolean) => call('packages.make', { ...choice, withConfidential })
  const exported = async (id: string, formats: ('docx' | 'xlsx')[], editions: ('full' | 'public')[]) => {
    const { jobId } = await call('packages.export', { id, formats, editions })
    const job = () => call('jobs.show', { id: jobId })
    await expect.poll(async () => (await job())?.state, { timeout: 30_000 }).toMatch(/done|failed/)
    const ended = await job()
    return {
      name: ended?.file?.name ?? '',
      problem: ended?.problem ?? null,
      bytes: ended?.file ? readFileSync(join(desk.home, ended.file.name)) : Buffer.alloc(0),
    }
  }
  return { ...desk, choice, make, exported }
}
const wordIn = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())

it('pictures stand in the Word file and other files lie beside it, each edition with its own', async () => {
  const { make, exported } = await aDesk()
  const made = await make(true)
  // What is not public makes the package one that holds something confidential, and gives it a public edition.
  expect(made.publicSha256).not.toBeNull()
  const { name, bytes } = await exported(made.id, ['docx'], ['full', 'public'])
  expect(name).toMatch(/\.zip$/)
  const files = unzipSync(bytes)
  const stem = 'Styrepakke Styret 2026-01-01–2026-06-30 v1'
  const full = Object.keys(files)
    .filter((path) => path.endsWith(`${stem}.docx`))[0]
    ?.split('/')[0]
  const open = Object.keys(files)
    .filter((path) => path.endsWith('offentlig utgave.docx'))[0]
    ?.split('/')[0]
  expect(Object.keys(files).toSorted()).toEqual(
    [
      `${full}/${stem}.docx`,
      `${full}/Vedlegg/2 notat.txt`,
      `${full}/Vedlegg/3 lukket.txt`,
      `${open}/${stem}, offentlig utgave.docx`,
      `${open}/Vedlegg/2 notat.txt`,
    ].toSorted(),
  )
  expect(Buffer.from(files[`${full}/Vedlegg/2 notat.txt`] ?? []).toString()).toBe('Et åpent notat')
  expect(wordIn(files[`${full}/${stem}.docx`] ?? new Uint8Array())).toContain('pic:pic')
  expect(wordIn(files[`${open}/${stem}, offentlig utgave.docx`] ?? new Uint8Array())).not.toMatch(/lukket/)
  const everything = Object.entries(files).filter(([path]) => path.startsWith(`${open}/`))
  for (const [path, content] of everything) expect(Buffer.from(content).includes('KANARIFUGL'), path).toBe(false)
})

it('one edition needs no folder of its own, and a workbook alone no attachments', async () => {
  const { make, exported } = await aDesk()
  const made = await make(false)
  const { bytes } = await exported(made.id, ['docx'], ['full'])
  expect(Object.keys(unzipSync(bytes))).toEqual([
    'Styrepakke Styret 2026-01-01–2026-06-30 v1.docx',
    'Vedlegg/2 notat.txt',
  ])
  expect((await exported(made.id, ['xlsx'], ['full'])).name).toMatch(/\.xlsx$/)
})

it('an attachment whose bytes are gone stops the export with its name, and writes nothing', async () => {
  const { make, exported, backend, home } = await aDesk()
  const made = await make(false)
  backend.workspaces.store().db.exec("DELETE FROM blobs WHERE CAST(bytes AS TEXT) = 'Et åpent notat'")
  const { problem } = await exported(made.id, ['docx'], ['full'])
  expect(problem).toMatchObject({
    code: 'damagedFile',
    key: 'problems.packageAttachmentGone',
    params: { title: 'notat.txt' },
  })
  expect(existsSync(join(home, 'Styrepakke Styret 2026-01-01–2026-06-30 v1.zip'))).toBe(false)
})

it('more than a package can carry is refused when it is made, with the sizes', async () => {
  const { choice, problemOf, backend } = await aDesk()
  backend.workspaces
    .store()
    .db.exec("UPDATE attachments SET size = 83886080 WHERE file_name IN ('notat.txt', 'kart.png')")
  expect(await problemOf('packages.make', { ...choice, withConfidential: false })).toMatchObject({
    code: 'refused',
    key: 'problems.packageAttachmentsTooLarge',
    params: { size: 160, most: 150 },
  })
})
