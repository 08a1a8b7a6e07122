import { describe, expect, it } from 'vitest'
import { parseCoordinates } from '#shared/domain/coordinates.ts'

describe('coordinates', () => {
  it.each([
    ['59.2839, 11.1097', 59.2839, 11.1097, 11],
    ['59,2839 11,1097', 59.2839, 11.1097, 11],
    ['59.28390° N 11.10970° E', 59.2839, 11.1097, 1],
    ['64,19; 20,85', 64.19, 20.85, 1110],
    ['-33.9,18.4', -33.9, 18.4, 11_100],
  ])('%s is read as people mean it', (text, latitude, longitude, accuracyM) => {
    expect(parseCoordinates(text)).toEqual({ ok: true, value: { latitude, longitude, accuracyM } })
  })

  it.each(['Sarpsborg', '59.28', '91.0, 11.0', '59.2, 181.5', '59.2839'])(
    '%s is refused with what to write instead',
    (text) => {
      expect(parseCoordinates(text)).toEqual({ ok: false, message: { key: 'problems.field.badCoordinates' } })
    },
  )

  it('nothing typed is no position', () => {
    expect(parseCoordinates('  ')).toEqual({ ok: true, value: null })
  })
})
