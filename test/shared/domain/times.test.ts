import { expect, it } from 'vitest'
import { minutesADay, minutesOf } from '#shared/domain/times.ts'

it.each([
  ['00:00', 0],
  ['09:05', 545],
  ['23:59', minutesADay - 1],
])('%s lies %i minutes after midnight', (time, minutes) => expect(minutesOf(time)).toBe(minutes))
