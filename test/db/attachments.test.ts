import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBackend } from './a-backend.ts'

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])
const file = { kind: 'file', fileName: 'Tilbud.pdf', mime: 'application/pdf', altText: null } as const
const megabyte = 1024 * 1024

describe('attachments', () => {
  it('keeps the bytes and gives them back, here and as a copy', async () => {
    const desk = await aBackend()
    const { id: visitId } = await desk.aVisit()
    const bytes = Buffer.from('%PDF-1.7 …')
    const made = await desk.call('attachments.add', { ...file, visitId, base64: bytes.toString('base64') })
    expect(made).toMatchObject({ title: 'Tilbud.pdf', size: bytes.byteLength, mime: 'application/pdf' })
    expect(await desk.call('attachments.read', { id: made.id })).toEqual({
      mime: 'application/pdf',
      base64: bytes.toString('base64'),
    })
    const saved = await desk.call('attachments.saveCopy', { id: made.id })
    expect(readFileSync(join(desk.home, saved?.name ?? ''))).toEqual(bytes)
    expect((await desk.call('visits.open', { id: visitId })).attachedBytes).toBe(bytes.byteLength)
  })

  it('knows a photo by its bytes, whatever it is called', async () => {
    const desk = await aBackend()
    const { id: visitId } = await desk.aVisit()
    const photo = { ...file, kind: 'photo', visitId } as const
    const made = await desk.call('attachments.add', { ...photo, base64: jpeg.toString('base64') })
    expect(made.mime).toBe('image/jpeg')
    const script = Buffer.from('<svg onload=alert(1)>').toString('base64')
    const problem = await desk.problemOf('attachments.add', { ...photo, mime: 'image/png', base64: script })
    expect(problem.fields?.base64?.key).toBe('problems.field.notAPhoto')
    const asFile = await desk.call('attachments.add', { ...file, visitId, mime: 'image/svg+xml', base64: script })
    expect(asFile.mime).toBe('application/octet-stream')
  })

  it.each([
    ['no bytes', '', 'problems.field.attachmentEmpty'],
    ['what is no base64', 'a'.repeat(5), 'problems.field.invalid'],
  ])('refuses %s', async (_what, base64, key) => {
    const desk = await aBackend()
    const { id: visitId } = await desk.aVisit()
    const problem = await desk.problemOf('attachments.add', { ...file, visitId, base64 })
    expect(problem.fields?.base64?.key).toBe(key)
  })

  it('refuses one past fifteen megabytes and what would bring a visit past a hundred, with the sizes', async () => {
    const desk = await aBackend()
    const { id: visitId } = await desk.aVisit()
    const largest = Buffer.alloc(15 * megabyte, 1)
    const over = await desk.problemOf('attachments.add', {
      ...file,
      visitId,
      base64: Buffer.concat([largest, Buffer.from('x')]).toString('base64'),
    })
    expect(over.fields?.base64?.key).toBe('problems.field.attachmentTooLarge')
    for (let index = 0; index < 6; index++) {
      largest[0] = index
      await desk.call('attachments.add', { ...file, visitId, base64: largest.toString('base64') })
    }
    const full = await desk.problemOf('attachments.add', { ...file, visitId, base64: largest.toString('base64') })
    expect(full.fields?.base64).toEqual({
      key: 'problems.field.visitAttachmentsTooLarge',
      params: { size: 15, used: 90, most: 100 },
    })
    expect((await desk.call('visits.open', { id: visitId })).attachments).toHaveLength(6)
  })

  it('keeps a file name that no system stumbles over', async () => {
    const desk = await aBackend()
    const { id: visitId } = await desk.aVisit()
    const made = await desk.call('attachments.add', { ...file, fileName: '../../con.pdf', visitId, base64: 'YQ==' })
    expect(made.fileName).not.toMatch(/[/\\]|^con\./)
    const revised = await desk.call('attachments.revise', { id: made.id, changes: { altText: 'Kart' } })
    expect(revised.altText).toBe('Kart')
  })
})
