import { expect, test } from 'vitest'
import { periodOf } from '#renderer/features/packages/periods.ts'

test.each([
  ['thisHalf', '2026-06-30', '2026-01-01', '2026-06-30'],
  ['thisHalf', '2026-07-01', '2026-07-01', '2026-12-31'],
  ['lastHalf', '2026-07-01', '2026-01-01', '2026-06-30'],
  ['lastHalf', '2026-06-30', '2025-07-01', '2025-12-31'],
  ['thisYear', '2026-02-28', '2026-01-01', '2026-12-31'],
  ['lastYear', '2026-01-01', '2025-01-01', '2025-12-31'],
] as const)('%s on %s runs from %s to %s', (preset, today, from, to) => {
  expect(periodOf(preset, today)).toEqual({ from, to })
})

test('an own period is nobody else’s', () => {
  expect(periodOf('own', '2026-01-01')).toBeNull()
})
