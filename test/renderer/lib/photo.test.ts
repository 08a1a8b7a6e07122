// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { base64Of, blobOf, longestSide, prepare, scaledSize } from '#renderer/lib/photo.ts'

test('a photo is scaled to at most 2400 pixels on its longer side and keeps its shape', () => {
  expect(scaledSize(4000, 3000)).toEqual({ width: longestSide, height: 1800 })
  expect(scaledSize(3000, 4000)).toEqual({ width: 1800, height: longestSide })
  expect(scaledSize(800, 600)).toEqual({ width: 800, height: 600 })
  expect(scaledSize(24_000, 1)).toEqual({ width: longestSide, height: 1 })
})

test('what is no picture is stored as a file, unchanged', async () => {
  const file = new File(['%PDF'], 'avtale.pdf', { type: 'application/pdf' })
  expect(await prepare(file)).toEqual({ kind: 'file', fileName: 'avtale.pdf', mime: 'application/pdf', bytes: file })
  expect((await prepare(new File(['x'], 'uten'))).mime).toBe('application/octet-stream')
})

test('bytes survive the way to base64 and back', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256)
  const there = await base64Of(new Blob([bytes]))
  expect(await base64Of(blobOf(there, 'image/png'))).toBe(there)
  expect(blobOf(there, 'image/png').size).toBe(300)
})
