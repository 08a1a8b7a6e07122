import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#electron/build-steps.ts'
import { type Drawn, icnsOf, icnsTypes, icoOf } from '#electron/packaging/icon-formats.ts'
import { sha256 } from './asar.ts'

const icon = (name: string) => readFileSync(join(projectFolder, 'assets/icons', name))

describe('the icons that are kept', () => {
  test('were made from the drawing as it is now', () => {
    expect(icon('made-from.sha256').toString().trim(), 'npm run icons').toBe(sha256(icon('icon.svg')))
  })
  test('Windows: nine sizes, each complete', () => {
    const ico = icon('icon.ico')
    expect([...ico.subarray(0, 4)]).toEqual([0, 0, 1, 0])
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.subarray(6 + 16 * at, 22 + 16 * at))
    expect(entries.map((entry) => entry[0] || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
    let end = 6 + 16 * entries.length
    for (const entry of entries) {
      expect(entry.readUInt32LE(12)).toBe(end)
      const picture = ico.subarray(end, end + entry.readUInt32LE(8))
      const size = entry[0] || 256
      if (size === 256) expect(imageSize(picture)).toMatchObject({ type: 'png', width: 256, height: 256 })
      else {
        expect([picture.readInt32LE(4), picture.readInt32LE(8), picture.readUInt16LE(14)]).toEqual([size, 2 * size, 32])
        // In the drawing the middle is filled and the corners are round: neither blank nor a square.
        const pixel = (x: number, y: number) => picture.subarray(40 + (y * size + x) * 4, 44 + (y * size + x) * 4)
        expect(pixel(size >> 1, size >> 1)[3]).toBe(255)
        expect(pixel(0, 0)[3]).toBeLessThan(128)
      }
      end += picture.length
    }
    expect(end).toBe(ico.length)
  })
  test('Mac: every size twice as dense too', () => {
    const icns = icon('icon.icns')
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sizes: Record<string, number | undefined> = {}
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      sizes[icns.toString('latin1', at, at + 4)] = imageSize(
        icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)),
      ).width
    }
    expect(sizes).toEqual(icnsTypes)
  })
  test('Linux: a file for each size', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
      expect(imageSize(icon(`linux/${size}x${size}.png`))).toMatchObject({ width: size, height: size })
  })
})

test('a bitmap stands on its head, blue first, with a mask where nothing is drawn', () => {
  // Two by two: red, green over blue, nothing.
  const rgba = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0])
  const drawn: Drawn = { size: 2, png: new Uint8Array(), rgba }
  const bitmap = icoOf([drawn]).subarray(22 + 40)
  expect([...bitmap.subarray(0, 16)]).toEqual([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 255, 0, 255])
  expect([...bitmap.subarray(16)]).toEqual([0b01000000, 0, 0, 0, 0, 0, 0, 0])
})

test('an icns tells its length and that of each part', () => {
  const icns = icnsOf((size) => new Uint8Array(size))
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  expect(icns.readUInt32BE(12)).toBe(8 + icnsTypes.ic11)
})
